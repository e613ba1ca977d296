import { expect, it } from "vitest";
import type { NamedCall, PolicyIr, ProjectPolicy, Ruling } from "../../schemas/policy.ts";
import { layersOver, namedModel, namedRequest, namedTool, rule } from "../../schemas/policy.ts";

const ruling = (call: NamedCall, workflow: PolicyIr, node: PolicyIr = {}): Ruling => rule(layersOver({ settings: { policy: workflow } }, { policy: node }), call);
const refund = namedTool("payments", "refund");

it("allows what no policy speaks of", () => {
  expect(rule(layersOver({ settings: {} }, {}), refund)).toEqual({ do: "allow" });
  expect(ruling(refund, { blocked_tools: ["search"], require_approval_for: ["github.*"], model_allowlist: ["claude-*"] })).toEqual({ do: "allow" });
});

it("blocks a tool by its own name and by its server's", () => {
  for (const glob of ["refund", "payments.refund", "payments.*", "*refund*"]) expect(ruling(refund, { blocked_tools: [glob] })).toMatchObject({ do: "block", rule: glob, scope: "workflow" });
  expect(ruling(refund, { blocked_tools: ["Refund", "payments", "payment.*"] })).toEqual({ do: "allow" });
});

it("lets a block win over an approval, whichever layer says it", () => {
  expect(ruling(refund, { blocked_tools: ["refund"] }, { require_approval_for: ["refund"] })).toMatchObject({ do: "block", scope: "workflow" });
  expect(ruling(refund, { require_approval_for: ["refund"] }, { blocked_tools: ["refund"] })).toMatchObject({ do: "block", scope: "node" });
});

it("asks where a layer wants an approval, and says which rule it is", () => {
  expect(ruling(refund, { require_approval_for: ["payments.*"] })).toEqual({
    do: "ask",
    scope: "workflow",
    list: "require_approval_for",
    rule: "payments.*",
    message: "'payments.refund' needs an approval: 'payments.*' in the policy of the workflow",
  });
});

it("narrows the models by every layer, so that a node cannot widen what the workflow allows", () => {
  const haiku = namedModel("claude-haiku");
  expect(ruling(haiku, { model_allowlist: ["claude-*"] })).toEqual({ do: "allow" });
  expect(ruling(namedModel("gpt-5"), { model_allowlist: ["claude-*"] }, { model_allowlist: ["gpt-*"] })).toMatchObject({ do: "block", scope: "workflow" });
  expect(ruling(haiku, { model_allowlist: ["claude-*"] }, { model_allowlist: ["claude-sonnet-*"] })).toMatchObject({ do: "block", scope: "node" });
  expect(ruling(haiku, { model_allowlist: [] })).toMatchObject({ do: "block" });
});

it("does not take a model for a tool or a tool for a model", () => {
  expect(ruling(namedModel("refund"), { blocked_tools: ["*"] })).toEqual({ do: "allow" });
  expect(ruling(refund, { model_allowlist: ["claude-*"] })).toEqual({ do: "allow" });
});

it("knows a request by its method and its address, never by its query", () => {
  const call = namedRequest("delete", "https://user:pw@api.example.com/v1/users/7?token=x#y");
  expect(call.names).toEqual(["http.DELETE", "http", "https://api.example.com/v1/users/7"]);
  for (const glob of ["http", "http.DELETE", "https://api.example.com/*", "*/users/*"]) expect(ruling(call, { blocked_tools: [glob] })).toMatchObject({ do: "block" });
  expect(ruling(call, { blocked_tools: ["http.GET", "*token*"] })).toEqual({ do: "allow" });
});

const under = (project: ProjectPolicy, call: NamedCall, workflow: PolicyIr = {}): Ruling => rule(layersOver({ settings: { policy: workflow } }, {}, project), call);

it("lets the first rule of a project's policy that covers a call decide, and allows what none covers", () => {
  const rules: ProjectPolicy = { rules: [{ match: "payments.status", action: "allow" }, { match: "payments.*", action: "block" }, { match: "*", action: "audit" }] };
  expect(under(rules, namedTool("payments", "status"))).toEqual({ do: "allow" });
  expect(under(rules, refund)).toEqual({ do: "block", scope: "project", list: "rules", rule: "payments.*", message: "'payments.refund' is blocked by 'payments.*' in the policy of the project" });
  expect(under(rules, namedTool("docs", "search"))).toMatchObject({ do: "audit", rule: "*" });
  expect(under({ rules: [{ match: "Payments.*", action: "block" }] }, refund)).toEqual({ do: "allow" });
  expect(under({ rules: [] }, refund)).toEqual({ do: "allow" });
});

it("covers models and requests by rules as well", () => {
  const rules: ProjectPolicy = { rules: [{ match: "http.GET", action: "allow" }, { match: "http.*", action: "block" }, { match: "model.gpt-*", action: "require_approval" }] };
  expect(under(rules, namedRequest("get", "https://example.com/"))).toEqual({ do: "allow" });
  expect(under(rules, namedRequest("post", "https://example.com/"))).toMatchObject({ do: "block", rule: "http.*" });
  expect(under(rules, namedModel("gpt-5"))).toMatchObject({ do: "ask", rule: "model.gpt-*" });
  expect(under(rules, namedModel("claude-haiku"))).toEqual({ do: "allow" });
});

it("takes the strictest of all layers, so that a rule that allows never lifts a block", () => {
  const allowing: ProjectPolicy = { rules: [{ match: "*", action: "allow" }] };
  expect(under(allowing, refund, { blocked_tools: ["refund"] })).toMatchObject({ do: "block", scope: "workflow" });
  expect(under({ rules: [{ match: "refund", action: "audit" }] }, refund, { require_approval_for: ["refund"] })).toMatchObject({ do: "ask", scope: "workflow" });
  expect(under({ rules: [{ match: "refund", action: "block" }] }, refund, { require_approval_for: ["refund"] })).toMatchObject({ do: "block", scope: "project" });
  expect(under({ model_allowlist: ["claude-*"] }, namedModel("gpt-5"), { model_allowlist: ["*"] })).toMatchObject({ do: "block", scope: "project" });
});
