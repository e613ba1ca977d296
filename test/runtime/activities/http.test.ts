import { expect, it } from "vitest";
import type { ResolvedFields } from "../../../schemas/field.ts";
import type { FieldsOf } from "../../../schemas/nodes/index.ts";
import type { Type } from "../../../schemas/type.ts";
import { listOf, types, unionOf } from "../../../schemas/type.ts";
import { http } from "../../../runtime/activities/http.ts";
import type { HttpRequest, HttpResponse, Ports } from "../../../runtime/ports.ts";
import { contextOf } from "../../support/activity.ts";

type Fields = ResolvedFields<FieldsOf<"http">>;

async function run(fields: Partial<Fields>, response: Partial<HttpResponse> = {}, wanted?: Type): Promise<{ sent: HttpRequest | undefined; result: unknown }> {
  let sent: HttpRequest | undefined;
  const send = async (request: HttpRequest) => {
    sent = request;
    return { ok: true, value: { status: 200, headers: {}, text: "", ...response } } as const;
  };
  const result = await http({ method: "GET", url: "https://api.example/items", max_visits: 1, ...fields }, contextOf({ http: { send } }, wanted === undefined ? {} : { wanted }));
  return { sent, result: result.ok ? result.value : result.failure };
}

const sent = async (fields: Partial<Fields>): Promise<HttpRequest | undefined> => (await run(fields)).sent;
const result = async (response: Partial<HttpResponse>, wanted?: Type): Promise<unknown> => (await run({}, response, wanted)).result;
const json = (text: string): Partial<HttpResponse> => ({ text, headers: { "content-type": "application/json; charset=utf-8" } });

it("encodes query parameters and leaves the address's own alone", async () => {
  expect(await sent({ query: { q: "a b&c", n: 2, tags: ["x", "y"], none: null, deep: { a: 1 } } })).toMatchObject({ url: "https://api.example/items?q=a+b%26c&n=2&tags=x&tags=y&deep=%7B%22a%22%3A1%7D" });
  expect(await sent({ url: "https://api.example/items?own=%20x", query: { q: 1 } })).toMatchObject({ url: "https://api.example/items?own=%20x&q=1" });
});

it("sends a text as it is and data as JSON, unless a content type is given", async () => {
  expect(await sent({ method: "POST", body: "plain" })).toMatchObject({ body: "plain", headers: { "content-type": "text/plain; charset=utf-8" } });
  expect(await sent({ method: "POST", body: { a: [1] } })).toMatchObject({ body: '{"a":[1]}', headers: { "content-type": "application/json" } });
  expect(await sent({ method: "POST", body: "<x/>", headers: { "Content-Type": "text/xml" } })).toMatchObject({ headers: { "content-type": "text/xml" } });
  expect(await sent({})).not.toHaveProperty("body");
});

it("names the idempotency key of every request that may change something; the author's own wins", async () => {
  expect(await sent({ method: "POST" })).toMatchObject({ headers: { "idempotency-key": "key-1" } });
  expect(await sent({ method: "DELETE", idempotency_key: "mine" })).toMatchObject({ headers: { "idempotency-key": "mine" } });
  expect(await sent({ method: "PUT", headers: { "Idempotency-Key": "header" } })).toMatchObject({ headers: { "idempotency-key": "header" } });
  expect(await sent({ method: "GET" })).toMatchObject({ headers: {} });
});

it("reads JSON by content type, and text where the key is a text", async () => {
  expect(await result(json('{"a": 1}'))).toEqual({ a: 1 });
  expect(await result({ text: "[1]", headers: { "content-type": "application/problem+json" } }, types.any)).toEqual([1]);
  expect(await result(json('{"a": 1}'), types.str)).toBe('{"a": 1}');
  expect(await result(json('"x"'), unionOf([types.str, types.null]))).toBe('"x"');
  expect(await result({ text: "plain" }, listOf(types.str))).toBe("plain");
  expect(await result({ text: "" }, types.any)).toBe(null);
  expect(await result({ text: "" }, types.str)).toBe("");
});

it("refuses JSON that is none, or is nested without end", async () => {
  expect(await result(json("{oops"))).toMatchObject({ code: "output_invalid" });
  expect(await result(json("[".repeat(5_000) + "]".repeat(5_000)))).toMatchObject({ code: "output_invalid" });
  expect(Object.keys((await result(json('{"__proto__": 1}'))) as object)).toEqual(["__proto__"]);
});

it("fails with the status of what is no success", async () => {
  expect(await result({ status: 429, headers: { "retry-after": "30" }, text: "slow down" })).toEqual({ code: "rate_limited", message: "GET https://api.example/items answered 429: slow down", retryable: true, status: 429, retryAfterMs: 30_000 });
  expect(await result({ status: 503 })).toMatchObject({ code: "server_error", retryable: true, status: 503 });
  expect(await result({ status: 404 })).toMatchObject({ code: "http_status", retryable: false, status: 404 });
  expect(await result({ status: 408 })).toMatchObject({ code: "http_status", retryable: true });
  expect(await result({ status: 304 })).toMatchObject({ code: "http_status", retryable: false });
});

it("never repeats the value of a header, nor the query", async () => {
  const { result: said } = await run({ url: "https://api.example/x?token=abcdef", headers: { authorization: "Bearer secret" } }, { status: 401, text: "Bearer secret is wrong, secret" });
  expect(said).toMatchObject({ message: "GET https://api.example/x answered 401: *** is wrong, ***" });
});

it("refuses addresses and headers that no request may have", async () => {
  const refusal = async (fields: Partial<Fields>): Promise<unknown> => (await run(fields)).result;
  expect(await refusal({ url: "file:///etc/passwd" })).toMatchObject({ code: "guard_refused", message: "'file:///etc/passwd' is not an absolute http or https address" });
  expect(await refusal({ url: "/items" })).toMatchObject({ code: "guard_refused" });
  expect(await refusal({ headers: { Host: "evil" } })).toMatchObject({ message: "the header 'Host' belongs to the connection and cannot be set" });
  expect(await refusal({ headers: { "x y": "1" } })).toMatchObject({ message: "'x y' cannot be the name of a header" });
  for (const value of ["x\r\nHost: evil", "\0", "日本"]) expect(await refusal({ headers: { "x-own": value } })).toMatchObject({ message: "the value of header 'x-own' has characters that no header may have" });
});

it("does not take a credential from a service that repeats it, and leaves everything else as it came", async () => {
  const token = "k-7f3a9b2c41";
  const echo: Ports["http"] = { send: async ({ headers }) => ({ ok: true, value: { status: 200, headers: { "content-type": "application/json" }, text: JSON.stringify({ headers, region: "eu-central", token_type: "Bearer" }) } }) };
  const result = await http({ method: "POST", url: "https://example.com/", max_visits: 1, headers: { Authorization: `Bearer ${token}`, "X-Sort-Key": "region", "Idempotency-Key": "order-0001" } }, contextOf({ http: echo }));
  expect(JSON.stringify(result)).not.toContain(token);
  expect(result).toMatchObject({ ok: true, value: { headers: { authorization: "***", "x-sort-key": "region", "idempotency-key": "order-0001" }, region: "eu-central", token_type: "Bearer" } });
});
