import { expect, it } from "vitest";
import { isHostWritten } from "../../../runtime/core/address.ts";
import { compile } from "../../../compiler/index.ts";

/** Whether the host of the address of an http node is its author's word. */
function written(url: string): boolean {
  const text = `workflow: {id: w, version: 1.0.0, start: a, state_schema: {host: str, path: str}}\nnodes:\n  a: {type: http, url: ${JSON.stringify(url)}, next: end}\n  end: {type: end}\n`;
  const { program, diagnostics } = compile({ uri: "w.yaml", text });
  const op = program?.ops[0];
  const code = op?.op === "call" ? program?.code[op.fields["url"] as number] : undefined;
  return isHostWritten(code ?? expect.fail(diagnostics.map(({ message }) => message).join("; ")));
}

it.each([
  "https://api.example.com/v1",
  "https://api.example.com/{{ state.path }}",
  "https://api.example.com?q={{ state.path }}",
  "{{ env.API }}",
  "{{ env.API }}/orders/{{ state.path }}",
  "https://{{ env.API_HOST }}/orders/{{ state.path }}",
  "{{ env.API }}.example.com/{{ state.path }}",
])("takes '%s' for written", (url) => expect(written(url)).toBe(true));

it.each([
  "{{ state.host }}",
  "{{ state.host }}/orders",
  "https://{{ state.host }}/orders",
  "https://{{ state.host }}.example.com/",
  "https://api.example.com{{ state.path }}",
  "https://api.example.com:{{ state.path }}/",
  "{{ env.API }}{{ state.path }}",
  "{% if state.path %}https://a.example.com/{% endif %}",
  "{{ state.host + '/orders' }}",
])("takes '%s' for decided by data", (url) => expect(written(url)).toBe(false));
