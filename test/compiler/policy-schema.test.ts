import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import { policySchema } from "../../schemas/generate/json-schema.ts";
import type { Json } from "../../schemas/json.ts";

const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true }).compile(policySchema());

const block = { blocked_tools: ["payments.*"], require_approval_for: [], model_allowlist: ["claude-*"] };
const rule = { match: "payments.*", action: "block" };
const documents: readonly (readonly [Json, "fine" | "wrong"])[] = [
  [{ version: 1, rules: [rule] }, "fine"],
  [{ version: 1, rules: [] }, "fine"],
  [{ version: 1, policy: block }, "fine"],
  [{ policy: {} }, "fine"],
  [{ rules: [rule] }, "wrong"],
  [{ version: 2, rules: [rule] }, "wrong"],
  [{ version: 1, rules: rule }, "wrong"],
  [{ version: 1, rules: [{ match: "a" }] }, "wrong"],
  [{ version: 1, rules: [{ ...rule, action: "Block" }] }, "wrong"],
  [{ version: 1, rules: [{ ...rule, match: " " }] }, "wrong"],
  [{ version: 1, rules: [{ ...rule, when: true }] }, "wrong"],
  [{ version: 1, rules: [rule], policy: block }, "wrong"],
  [{ version: 1, rules: [rule], budgets: {} }, "wrong"],
  [{ policy: { blocked: [] } }, "wrong"],
  [{ policy: ["payments.*"] }, "wrong"],
];

it.each(documents)("decoder and JSON Schema agree on %j", (document, verdict) => {
  const { policy, diagnostics } = compile({ uri: "policy.yaml", text: JSON.stringify(document) });
  expect({ read: policy !== undefined, errors: diagnostics.filter(({ severity }) => severity === "error").length > 0 }).toEqual({ read: verdict === "fine", errors: verdict === "wrong" });
  expect(accepts(document), JSON.stringify(accepts.errors)).toBe(verdict === "fine");
});

it("gives what a policy says, with its rules in their order", () => {
  const said = (text: string): unknown => compile({ uri: "policy.yaml", text }).policy;
  expect(said("version: 1\nrules:\n  - {match: b, action: audit}\n  - {match: a, action: allow}\n")).toEqual({ rules: [{ match: "b", action: "audit" }, { match: "a", action: "allow" }] });
  expect(said("policy:\n  blocked_tools: ['payments.*']\n")).toEqual({ blocked_tools: ["payments.*"] });
});

it("takes a misspelt 'rules' for a policy with one mistake, and agents and fleets for what they are", () => {
  const codes = (text: string): readonly string[] => compile({ uri: "x.yaml", text }).diagnostics.map(({ code }) => code);
  expect(codes("version: 1\nrule: []\n")).toEqual(["JJ1101"]);
  expect(codes("version: 1\nagents: {}\nrules: []\n")).toEqual(["JJ1101"]);
});

it("refuses more rules than can be held against every call, at their list", () => {
  const text = `version: 1\nrules:\n${Array.from({ length: 1_001 }, (_, index) => `  - {match: a${index}, action: block}\n`).join("")}`;
  expect(compile({ uri: "policy.yaml", text }).diagnostics).toMatchObject([{ code: "JJ1008", message: "more than 1000 rules" }]);
});
