import { expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { workflowOf } from "../../support/document.ts";

const schema = "id: str, host: str, port: int";
const said = (node: string, hosts?: readonly string[]): readonly string[] =>
  compile({ uri: "x.yaml", text: workflowOf(`a: {type: http, next: end, ${node}}`, "", schema) }, { project: { servers: [], fileExists: () => true, ...(hosts === undefined ? {} : { hosts }) } })
    .diagnostics.filter(({ code }) => code === "JJ6031").map(({ message }) => message.replace("this request is never sent: ", ""));

it.each([
  'url: "https://example.com/{{ state.id }}"', 'url: "HTTPS://Example.com:8443?x={{ state.id }}"', 'url: "{{ env.BASE }}/orders"', 'url: "http{{ state.id }}://x/"', 'url: "https://{{ state.host }}:25/"',
  'url: "https://example.com:{{ state.port }}/"', 'url: "https://example.com:2{{ state.port }}"', 'url: " https://example.com/@{{ state.id }}"', 'url: "{{ state.host }}"', 'url: "https://[2001:db8::1]:8080/"', 'url: "{% if state.id %}ftp://x{% endif %}"',
])("says nothing of an address that may be sent: %s", (node) => {
  expect(said(node, [])).toEqual([]);
});

it("asks the project for ports that another protocol has, and says nothing where nobody knows what it lists", () => {
  const mail = 'url: "https://mail.internal:25/x"';
  expect(said(mail, [])).toEqual(["port 25 of 'mail.internal' belongs to another protocol"]);
  expect(said(mail, ["mail.internal:26"])).toHaveLength(1);
  for (const hosts of [undefined, ["Mail.Internal"], ["mail.internal:25"]]) expect(said(mail, hosts)).toEqual([]);
});

it("says nothing of a header that is sent only sometimes, or in letters that every header may have", () => {
  expect(said('url: "https://x.example/", headers: {a: "{% if state.id %}\\n{% endif %}é\\t~"}')).toEqual([]);
  expect(said('url: "https://x.example/", headers: {a: "{{ state.id }}\\0"}')).toEqual(["no value of a header may hold this character"]);
});
