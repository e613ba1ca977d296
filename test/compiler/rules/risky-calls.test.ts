import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";
import { lockOf } from "../../support/lock.ts";

const codesIn = (text: string, project?: Parameters<typeof findingsIn>[1]): readonly string[] => findingsIn(text, project).map((line) => line.split(" ")[0] ?? "");
const calling = (more: string): string => `one: {type: http, url: 'https://api.example.com/x', ${more}, next: end}`;
const requesting = (url: string, more = "headers: {authorization: 'Bearer {{ env.SHOP_TOKEN }}'}"): string => `one: {type: http, url: "${url}", ${more}, next: end}`;

it.each([
  "method: POST, retry: {max_attempts: 2}",
  "method: PATCH, retry: {}",
  "method: POST, retry: io_default",
  "method: POST, retry: mine",
  "method: POST, retry: {max_attempts: 3, retry_on: [timeout, rate_limited]}",
])("warns of a second %s", (more) => {
  expect(codesIn(workflowOf(calling(more), "retry_policies: {mine: {max_attempts: 4}}"))).toEqual(["JJ6017"]);
});

it.each([
  "method: POST",
  "method: GET, retry: io_default",
  "method: PUT, retry: io_default",
  "method: DELETE, retry: io_default",
  "method: POST, retry: no_retry",
  "method: POST, retry: {max_attempts: 1}",
  "method: POST, retry: mine",
  "method: POST, retry: io_default, effect: idempotent",
  "method: POST, retry: io_default, effect: read",
  "method: POST, retry: io_default, effect: once",
  "method: POST, retry: io_default, idempotency_key: '{{ state.a }}'",
  "method: POST, retry: io_default, headers: {Idempotency-Key: '{{ state.a }}'}",
  "method: POST, retry: {max_attempts: 5, retry_on: [rate_limited, 503]}",
])("says nothing of %s", (more) => {
  expect(codesIn(workflowOf(calling(more), "retry_policies: {mine: {max_attempts: 1}}"))).toEqual([]);
});

it("believes what a locked tool says of itself, and says nothing of one that is not locked", () => {
  const retried = (tool: string, more = ""): string => workflowOf(`one: {type: tool, server: s, tool: ${tool}, ${more}retry: io_default, next: end}`);
  const lock = lockOf("s", { plain: {}, reads: { readOnlyHint: true }, again: { idempotentHint: true }, deletes: { destructiveHint: true } });
  expect(["plain", "reads", "again", "deletes", "unknown"].map((tool) => codesIn(retried(tool), { lock }).join())).toEqual(["JJ6017", "", "", "JJ6017", "JJ2006"]);
  expect(codesIn(retried("plain", "arguments: {request_id: '{{ state.a }}'}, "), { lock })).toEqual([]);
  expect(codesIn(retried("plain"))).toEqual([]);
});

it.each(["http://api.example.com/x", "HTTP://api.example.com:8080", "http://93.184.216.34/", "http://api.example.com/{{ state.a }}?x=1"])("warns of credentials to %s", (url) => {
  expect(codesIn(workflowOf(requesting(url)))).toEqual(["JJ6018"]);
});

it.each([
  "https://api.example.com/x",
  "http://localhost:8080/x",
  "http://127.0.0.1/x",
  "http://[::1]/x",
  "http://billing:8080/x",
  "http://10.1.2.3/x",
  "http://orders.internal/x",
  "http://orders.shop.svc.cluster.local/x",
  "http://{{ state.a }}/x",
  "{{ state.a }}",
])("says nothing of credentials to %s", (url) => {
  expect(codesIn(workflowOf(requesting(url))).filter((code) => code === "JJ6018")).toEqual([]);
});

it("says nothing of a plain request without credentials", () => {
  for (const more of ["method: GET", "headers: {accept: 'text/html', idempotency-key: '{{ state.a }}'}", "query: {page: '{{ state.count }}'}"]) expect(codesIn(workflowOf(requesting("http://api.example.com/x", more)))).toEqual([]);
  expect(codesIn(workflowOf(requesting("http://api.example.com/x", "method: POST, body: {key: '{{ env.SHOP_API_KEY }}'}")))).toEqual(["JJ6018"]);
});

it("follows the paths of personal data as far as types say", () => {
  const paths = (list: string): readonly string[] => codesIn(workflowOf("one: {type: model, model: gpt-4o, prompt: x, output_key: a, next: end}", `data_policy: {pii_fields: ${list}}`, "a: str, who: {name: str, tel: 'list[str]'}, rows: 'dict[str, {x: int}]', free: 'any', some: 'str | {x: int}'"));
  expect(paths("['$.a', '$.who.name', \"$['who']['tel'][0]\", '$.who.tel[*]', '$.rows.any.x', '$.rows[*].x', '$.free.b.c', '$..ssn', '$.who[?@.x]', '$.some.x', '$', '$.a[0]']")).toEqual([]);
  for (const path of ["$.b", "$.who.nam", "$.a.b", "$.rows.any.y", "$.some.y", "$.state.a"]) expect(paths(`['${path}']`), path).toEqual(["JJ6016"]);
  for (const path of ["a", "$a", "state.a"]) expect(paths(`['${path}']`), path).toEqual(["JJ1109"]);
});
