import { activity } from "../node-spec.ts";
import { types } from "../type.ts";

export const http = activity({
  kind: "http",
  title: "HTTP request",
  since: "0.1.0",
  doc: "Sends one HTTP request and stores the response body: JSON by content type, text where the key is `str`.",
  fields: {
    method: { shape: "choice", options: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], optional: true, default: "GET", doc: "The verb." },
    url: { shape: "template", address: true, doc: "Absolute address. `[network] allow` has to list the host where it is private, and where anything but the document or `env` decides on it." },
    headers: { shape: "map", keys: "header", optional: true, of: { shape: "template", secrets: "allowed", header: true, doc: "A header's value." }, doc: "Request headers." },
    query: { shape: "map", optional: true, of: { shape: "value", doc: "A parameter's value." }, doc: "Query parameters, encoded and added to the address." },
    body: { shape: "value", secrets: "allowed", optional: true, doc: "The body: a text as it is, anything else as JSON." },
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where the response body goes." },
    idempotency_key: { shape: "template", optional: true, doc: "Sent as `Idempotency-Key` in place of the one the runtime derives." },
  },
  traits: {
    queue: "tool",
    durable: true,
    cost: "calls",
    effect: {
      otherwise: "idempotent",
      readWhen: { field: "method", in: ["GET", "HEAD", "OPTIONS"] },
      // The other methods are idempotent by RFC 9110, section 9.2.2.
      twiceWhen: { field: "method", in: ["POST", "PATCH"], key: "idempotency_key" },
    },
    result: { type: types.any },
    author: "service",
  },
});
