import { expect, it } from "vitest";
import type { JsonObject } from "../../../schemas/json.ts";
import type { Program } from "../../../schemas/program.ts";
import { run } from "../../support/executions.ts";
import { gives, world } from "../../support/fake-ports.ts";
import type { CallSpec } from "../../support/programs.ts";
import { anyState, call, halt, lit, program } from "../../support/programs.ts";

const under = (policy: JsonObject, work: CallSpec): Program =>
  program({ state: anyState("a"), settings: { policy }, nodes: { work: call({ writes: "a", on_error: "rest", ...work }), rest: call({ kind: "http", fields: (code) => ({ method: "GET", url: code(lit("https://example.com/")) }) }), end: halt() } });

const refund: CallSpec = { fields: () => ({ server: "payments", tool: "refund" }) };

it("fails a node whose tool is blocked before anything is called, and goes to its 'on_error'", async () => {
  let calls = 0;
  const { log, events } = await run(under({ blocked_tools: ["payments.*"] }, { ...refund, retry: { max_attempts: 5 } }), { world: world({ work: () => gives((calls += 1)) }) });
  expect(calls).toBe(0);
  expect(log).toEqual(["workflow started", "work#1 scheduled via start", "work#1.1 failed policy_denied", "rest#1 scheduled via on_error", "rest#1.1 started", "rest#1.1 completed", "workflow completed at end"]);
  expect(events[2]?.event).toMatchObject({ failure: { message: "'payments.refund' is blocked by 'payments.*' in the policy of the workflow", retryable: false } });
});

it("lets every other call through", async () => {
  const { result } = await run(under({ blocked_tools: ["search"], model_allowlist: ["claude-*"] }, refund), { world: world({ work: () => gives(1) }) });
  expect(result.state).toEqual({ a: 1 });
});

it("knows a request by its method and by the address that its template came to", async () => {
  const denied = async (blocked_tools: readonly string[]): Promise<boolean> => {
    const work: CallSpec = { kind: "http", fields: (code) => ({ method: "POST", url: code(lit("https://api.example.com/v1/pay?key=1")) }) };
    return (await run(under({ blocked_tools }, work))).log.some((line) => line.includes("failed policy_denied"));
  };
  expect(await denied(["http.POST"])).toBe(true);
  expect(await denied(["https://api.example.com/*"])).toBe(true);
  expect(await denied(["http.DELETE", "https://example.com/*"])).toBe(false);
});

it("fails a model outside the allow-list of its node or of the workflow", async () => {
  const model = (policy: JsonObject): CallSpec => ({ kind: "model", fields: (code) => ({ model: "gpt-4o", prompt: code(lit("hi")), policy }) });
  expect((await run(under({ model_allowlist: ["claude-*"] }, model({})))).log).toContain("work#1.1 failed policy_denied");
  expect((await run(under({}, model({ model_allowlist: ["gpt-5"] })))).log).toContain("work#1.1 failed policy_denied");
  expect((await run(under({ model_allowlist: ["*"] }, model({ model_allowlist: ["gpt-*"] })))).log).toContain("work#1.1 completed");
});
