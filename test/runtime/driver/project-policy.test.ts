import { expect, it } from "vitest";
import { runtimeOn, type Runtime } from "../../../runtime/driver/open.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { PolicyAction } from "../../../schemas/policy-file.ts";
import type { ProjectPolicy } from "../../../schemas/policy.ts";
import type { Program } from "../../../schemas/program.ts";
import { ended, eventsOf, lineOf } from "../../support/executions.ts";
import { fakePorts, gives, manualClock, world, type World } from "../../support/fake-ports.ts";
import { anyState, call, halt, lit, program, type CallSpec, wait } from "../../support/programs.ts";

const refund: CallSpec = { fields: () => ({ server: "payments", tool: "refund" }) };
const request: CallSpec = { kind: "http", fields: (code) => ({ method: "POST", url: code(lit("https://api.example.com/v1/pay")) }) };
const model: CallSpec = { kind: "model", fields: (code) => ({ model: "gpt-4o", prompt: code(lit("hi")) }) };
const one = (work: CallSpec): Program => program({ state: anyState("a"), nodes: { work: call({ writes: "a", ...work }), end: halt() } });
const first = (match: string, action: PolicyAction): ProjectPolicy => ({ rules: [{ match, action }, { match: "*", action: "allow" }] });

/** A project's runtimes, one after the other, over one store. */
function project(answers: World = world()): { readonly under: (policy: ProjectPolicy | undefined) => Runtime; readonly clock: ReturnType<typeof manualClock> } {
  const shelf = memoryShelf();
  const clock = manualClock();
  return { clock, under: (policy) => runtimeOn({ store: shelf.open(), ports: fakePorts({ clock }), behaviour: answers.behaviour, policy }) };
}

const logOf = (runtime: Runtime, id: string): readonly string[] => eventsOf(runtime, id).map(({ event }) => lineOf(event));

async function run(work: CallSpec, policy: ProjectPolicy): Promise<{ readonly log: readonly string[]; readonly calls: number; readonly status: string; readonly runtime: Runtime; readonly id: string; readonly clock: ReturnType<typeof manualClock> }> {
  const outside = world();
  const { under, clock } = project(outside);
  const runtime = under(policy);
  const { id, status } = await ended(clock, runtime.start(one(work), {}));
  return { log: logOf(runtime, id), calls: outside.calls.length, status, runtime, id, clock };
}

it.each([["tool", refund, "payments.*"], ["request", request, "http.POST"], ["request by its address", request, "https://api.example.com/*"], ["model", model, "gpt-*"], ["model by its kind", model, "model.*"]] as const)("blocks a %s that a rule of the project covers, before anything is called", async (_, work, match) => {
  const { log, calls, status } = await run(work, first(match, "block"));
  expect(log).toEqual(["workflow started", "policy adopted", "work#1 scheduled via start", "work#1.1 failed policy_denied", "workflow failed policy_denied at work"]);
  expect({ calls, status }).toEqual({ calls: 0, status: "failed" });
});

it.each([["tool", refund, "refund"], ["request", request, "http"], ["model", model, "gpt-4o"]] as const)("asks a person before a %s is called, and calls it once that is approved", async (_, work, match) => {
  const { log, calls, status, runtime, id, clock } = await run(work, first(match, "require_approval"));
  expect(log.at(-1)).toBe("work#1.1 held back");
  expect({ calls, status }).toEqual({ calls: 0, status: "paused" });
  runtime.approve(id, { decision: "approved", user: "ana" });
  expect(await ended(clock, runtime.resume(id))).toMatchObject({ status: "completed" });
});

it("notes in the log the calls that a rule wants audited, and makes them", async () => {
  const { runtime, id, status } = await run(refund, first("payments.*", "audit"));
  const started = eventsOf(runtime, id).find(({ event }) => event.type === "node_started");
  expect(status).toBe("completed");
  expect(started?.event).toMatchObject({ audited: "payments.*" });
  const plain = await run(refund, first("search", "audit"));
  expect(eventsOf(plain.runtime, plain.id).some(({ event }) => "audited" in event)).toBe(false);
});

it("lets no rule lift what a workflow blocks", async () => {
  const { under, clock } = project();
  const subject = program({ state: anyState("a"), settings: { policy: { blocked_tools: ["refund"] } }, nodes: { work: call({ writes: "a", ...refund }), end: halt() } });
  expect(await ended(clock, under(first("refund", "allow")).start(subject, {}))).toMatchObject({ status: "failed", failure: { code: "policy_denied", message: "'payments.refund' is blocked by 'refund' in the policy of the workflow" } });
});

const waiting = program({ state: anyState("a", "b"), nodes: { hold: wait({ event: "go" }, { next: "work" }), work: call({ writes: "a", ...refund }), end: halt() } });

it("judges what comes after a wait by the policy that was tightened meanwhile, and says in the log from where on", async () => {
  const outside = world({ work: () => gives(1) });
  const { under, clock } = project(outside);
  const { id } = await ended(clock, under(first("search", "block")).start(waiting, {}));
  const tightened = under(first("payments.*", "block"));
  tightened.signal(id, { event: "go", data: {} });
  expect(await ended(clock, tightened.resume(id))).toMatchObject({ status: "failed", failure: { code: "policy_denied" } });
  expect(outside.calls).toEqual([]);
  expect(logOf(tightened, id).filter((line) => line === "policy adopted")).toHaveLength(2);
  const replayed = tightened.replay(id);
  expect(replayed.ok && Object.values(replayed.value.checks).filter((why) => why !== undefined)).toEqual([]);
});

it("records a policy once, however often an execution is taken up, and lifts none where the project names none", async () => {
  const { under, clock } = project();
  const blocking = first("payments.*", "block");
  const { id } = await ended(clock, under(blocking).start(waiting, {}));
  await ended(clock, under(blocking).resume(id));
  const without = under(undefined);
  without.signal(id, { event: "go", data: {} });
  expect(await ended(clock, without.resume(id))).toMatchObject({ status: "failed", failure: { code: "policy_denied" } });
  expect(logOf(without, id).filter((line) => line === "policy adopted")).toHaveLength(1);
});

it("leaves the log of a project without a policy as it was", async () => {
  const { under, clock } = project();
  const runtime = under(undefined);
  const { id } = await ended(clock, runtime.start(one(refund), {}));
  expect(logOf(runtime, id)).not.toContain("policy adopted");
});
