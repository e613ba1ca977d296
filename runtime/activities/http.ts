import type { FieldsOf } from "../../schemas/nodes/index.ts";
import type { ResolvedFields } from "../../schemas/field.ts";
import { failure } from "../../schemas/failure.ts";
import { anyHeaderName, connectionHeaders, foreignToHeaders } from "../../schemas/http-request.ts";
import type { Json } from "../../schemas/json.ts";
import { isCredentialHeader } from "../../schemas/secret-name.ts";
import type { Activity } from "../activity.ts";
import type { HttpRequest, HttpResponse, Outcome } from "../ports.ts";
import { done, failed } from "./result.ts";
import { retryAfterMs, statusFailure } from "./status.ts";
import { excerpt, parseJson, redact } from "./text.ts";
import { isText } from "./wanted.ts";

type Input = ResolvedFields<FieldsOf<"http">>;

/** Sends one request; the value is the response body: JSON by content type, text where the key is `str`. */
export const http: Activity<"http"> = async (input, { ports, signal, idempotencyKey, wanted, isSteered }) => {
  const request = requestOf(input, idempotencyKey);
  if (!request.ok) return failed(request.failure);
  const answer = await ports.http.send(isSteered ? { ...request.value, hosts: "listed" } : request.value, signal);
  if (!answer.ok) return failed(answer.failure);
  const { status, headers, text } = answer.value;
  if (status < 200 || status > 299) {
    const said = excerpt(redact(text, secretsIn(request.value)), 200);
    const message = `${describe(request.value)} answered ${status}${said === "" ? "" : `: ${said}`}`;
    return failed(statusFailure(status, message, retryAfterMs(headers["retry-after"], ports.clock.now()), "server_error"));
  }
  // A service that repeats what we said who we are with does not get it into the log.
  const said = redact(text, credentialsIn(request.value));
  if (wanted !== undefined && isText(wanted.type)) return done(said);
  const body = bodyOf({ ...answer.value, text: said });
  return body === undefined ? failed(failure("output_invalid", `${describe(request.value)} answered with a body that is not the JSON its content type says`)) : done(body.value);
};

const readingMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

function requestOf(input: Input, idempotencyKey: string): Outcome<HttpRequest> {
  const url = addressOf(input.url, input.query ?? {});
  if (!url.ok) return url;
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(input.headers ?? {})) {
    const refusal = headerRefusal(name, value);
    if (refusal !== undefined) return { ok: false, failure: failure("guard_refused", refusal) };
    headers.set(name.toLowerCase(), value);
  }
  if (input.body !== undefined && !headers.has("content-type")) headers.set("content-type", typeof input.body === "string" ? "text/plain; charset=utf-8" : "application/json");
  const key = input.idempotency_key ?? (readingMethods.has(input.method) || headers.has("idempotency-key") ? undefined : idempotencyKey);
  if (key !== undefined) headers.set("idempotency-key", key);
  const body = input.body === undefined ? {} : { body: typeof input.body === "string" ? input.body : JSON.stringify(input.body) };
  return { ok: true, value: { method: input.method, url: url.value, headers: Object.fromEntries(headers), ...body } };
}

function addressOf(text: string, query: { readonly [name: string]: Json }): Outcome<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { ok: false, failure: failure("guard_refused", `'${excerpt(text, 100)}' is not an absolute http or https address`) };
  }
  const pairs = Object.entries(query).flatMap(([name, value]) => valuesOf(value).map((each): [string, string] => [name, each]));
  const added = new URLSearchParams(pairs).toString();
  // The author's own query stays as written: serialising it again would change its encoding.
  if (added !== "") url.search = url.search === "" ? added : `${url.search}&${added}`;
  return { ok: true, value: url.href };
}

/** A list repeats its parameter, `None` leaves it out, anything nested is JSON. */
function valuesOf(value: Json): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => valuesOf(Array.isArray(item) ? JSON.stringify(item) : item));
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

/** Messages name the header and never its value, which may be a secret. */
function headerRefusal(name: string, value: string): string | undefined {
  if (!anyHeaderName.test(name)) return `'${excerpt(name, 60)}' cannot be the name of a header`;
  if (connectionHeaders.has(name.toLowerCase())) return `the header '${name}' belongs to the connection and cannot be set`;
  if (foreignToHeaders.test(value)) return `the value of header '${name}' has characters that no header may have`;
  return undefined;
}

function bodyOf(response: HttpResponse): { readonly value: Json } | undefined {
  if (response.text === "") return { value: null };
  const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return type === "application/json" || type.endsWith("+json") ? parseJson(response.text) : { value: response.text };
}

const plainHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "idempotency-key", "user-agent"]);

/** What a service must not be quoted with: any header may hold a secret, alone or behind a scheme such as `Bearer`. */
function secretsIn({ headers }: HttpRequest): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => (plainHeaders.has(name) ? [] : [value, ...value.split(" ")]));
}

/** What says who we are: the values of the headers that are there for it, whole and behind their scheme, which is no secret. */
function credentialsIn({ headers }: HttpRequest): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => (isCredentialHeader(name) ? [value, ...value.split(" ").slice(1)] : []));
}

/** The request in a message: without query and fragment, which hold what the state held. */
function describe({ method, url }: HttpRequest): string {
  const { origin, pathname } = new URL(url);
  return `${method} ${origin}${pathname}`;
}
