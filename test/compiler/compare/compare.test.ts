import { isDeepStrictEqual } from "node:util";
import { beforeAll, expect, it } from "vitest";
import { comparePrograms, compile } from "../../../compiler/index.ts";
import { unfit } from "../../../runtime/core/fit.ts";
import { planOf, type Plan } from "../../../runtime/core/plan.ts";
import { receive } from "../../../runtime/core/receive.ts";
import { newState, valuesOf, type RunState } from "../../../runtime/core/state.ts";
import { evolve } from "../../../runtime/core/evolve.ts";
import { intend } from "../../../runtime/core/intend.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { foldLog } from "../../../runtime/driver/inspect.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { RunEvent, StoredEvent } from "../../../schemas/event.ts";
import type { Program } from "../../../schemas/program.ts";
import { ended, eventsOf } from "../../support/executions.ts";
import { fails, fakePorts, gives, manualClock, scores, world } from "../../support/fake-ports.ts";

const base = `workflow:
  id: publish
  version: 1.0.0
  state_schema: {topic: str, tone: {type: string, default: dry}, draft: str, facts: str, answer: str, score: dict, ok: bool, note: str, receipt: str, extra: str}
  start: gather
  policy: {blocked_tools: ["drop_*"], require_approval_for: ["pay_*"], model_allowlist: ["gpt-*"]}
nodes:
  gather: {type: parallel, branches: [look, ask], join: both}
  look: {type: http, url: "https://example.com/", output_key: facts}
  ask: {type: http, url: "https://example.com/ask", output_key: answer}
  both: {type: join, wait_for: [look, ask], next: write}
  write: {type: model, model: gpt-4o, prompt: "{{ state.topic }} {{ state.tone }}", output_key: draft, retry: {max_attempts: 2, delay_ms: 0}, next: judge}
  judge: {type: eval, node: write, scorers: [{type: assertion, check: "len(output.draft) > 2"}], on_fail: retry_with_feedback, max_retries: 1, output_key: score, next: review}
  review: {type: wait, event: reviewed, data: {ok: bool, note: str}, timeout: 24h, on_timeout: drop, next: route}
  route: {type: branch, conditions: [{if: state.ok, next: send}], default: drop}
  send: {type: http, method: POST, url: "https://example.com/send", body: "{{ state.draft }}", output_key: receipt, effect: idempotent, next: [{when: "state.receipt == 'twice'", to: send}, {else: done}]}
  drop: {type: end, status: failed}
  done: {type: end}
`;

function programOf(text: string): Program {
  const { program, diagnostics } = compile({ uri: "file:///w.yaml", text });
  if (program === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  return program;
}

/** Logs of the old version: of executions that wait, and of those that have ended in each way. */
const logs: { waiting: readonly StoredEvent[]; ended: (readonly StoredEvent[])[] } = { waiting: [], ended: [] };

beforeAll(async () => {
  for (const ok of [true, false]) {
    const clock = manualClock();
    const { behaviour } = world({ write: ({ attempt }) => (attempt === 1 ? fails("timeout") : gives("A draft")), look: () => gives("facts"), judge: ({ visit }) => scores(visit === 1 ? "bad" : null), send: ({ visit }) => gives(visit === 1 ? "twice" : "sent") });
    const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock }), behaviour });
    const paused = await ended(clock, runtime.start(programOf(base), { topic: "lamps" }));
    logs.waiting = eventsOf(runtime, paused.id);
    runtime.signal(paused.id, { event: "reviewed", data: { ok, note: "fine" } });
    await ended(clock, runtime.resume(paused.id));
    logs.ended.push(eventsOf(runtime, paused.id));
  }
});

/** What really becomes of those logs under another program. */
function reallyBreaks(program: Program): { readonly running: boolean; readonly replay: boolean } {
  const plan = planOf(program);
  const before = planOf(programOf(base));
  // An execution belongs to the program that its first event names; moving it is to name another one.
  const moved = (log: readonly StoredEvent[]): readonly StoredEvent[] => log.map((stored) => (stored.event.type === "workflow_started" ? { ...stored, event: { ...stored.event, program: program.hash } } : stored));
  /** A log of any length is that of an execution under way. */
  const foldsOn = (log: readonly StoredEvent[]): boolean =>
    log.slice(0, -1).every((_, index) => {
      const state = foldLog(plan, "exec_1", moved(log.slice(0, index + 1)));
      const values = valuesOf(state);
      // What had something to do still has.
      if (isIdle(plan, state) && !isIdle(before, foldLog(before, "exec_1", log.slice(0, index + 1)))) return false;
      return Object.entries(values).every(([key, value]) => program.state[key] === undefined || unfit(key, program.state[key], value) === undefined);
    });
  const isTaken = (): boolean => receive(plan, foldLog(plan, "exec_1", moved(logs.waiting)), review).as === "event";
  const goesOn = (): boolean => {
    let state = foldLog(plan, "exec_1", moved(logs.waiting));
    let next: RunEvent | undefined = receivedEvent(receive(plan, state, review));
    for (let seq = logs.waiting.length + 1; next !== undefined; seq += 1) {
      state = evolve(plan, state, { seq, at: 0, event: next });
      next = decisionsOf(plan, state)[0];
    }
    return state.failure?.code !== "expression_error";
  };
  return { running: ![() => logs.ended.every(foldsOn), isTaken, goesOn].every(holds), replay: !logs.ended.every((log) => holds(() => decidesAlike(plan, moved(log)))) };
}

const review = { kind: "event", id: "evt_1", at: 0, body: { event: "reviewed", correlation_key: null, data: { ok: true, note: "fine" } } };

function receivedEvent(received: ReturnType<typeof receive>): RunEvent | undefined {
  return received.as === "event" ? received.event : undefined;
}

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch (error) {
    expect(String(error)).toContain("does not fit the program");
    return false;
  }
}

function isIdle(plan: Plan, state: RunState): boolean {
  return [...intend(plan, state)].length === 0;
}

/** Whether each recorded decision is one that the program takes there. */
function decidesAlike(plan: Plan, log: readonly StoredEvent[]): boolean {
  let state = newState("exec_1");
  return log.every((stored) => {
    const own = decisionsOf(plan, state);
    const isAlike = !decisions.has(stored.event.type) || own.some((event) => isDeepStrictEqual(event, stored.event));
    state = evolve(plan, state, stored);
    return isAlike;
  });
}

const decisions = new Set(["node_scheduled", "branches_forked", "branch_ended", "branches_joined", "workflow_completed", "workflow_failed", "workflow_limit_exceeded"]);

function decisionsOf(plan: Plan, state: RunState): readonly RunEvent[] {
  return [...intend(plan, state)].flatMap((intent) => (intent.do === "append" && decisions.has(intent.event.type) ? [intent.event] : []));
}

type Edit = readonly [title: string, from: string | RegExp, to: string | ((match: string) => string), codes: readonly string[]];

/** Edits whose effect shows in the logs: the verdict and the logs say the same. */
const edits: readonly Edit[] = [
  ["a comment", "nodes:", "nodes: # all of them", []],
  ["another prompt", "{{ state.topic }} {{ state.tone }}", "Of {{ state.topic }}, {{ state.tone }}", []],
  ["another model", "model: gpt-4o,", "model: gpt-4o-mini,", []],
  ["another address", "https://example.com/send", "https://example.com/v2", []],
  ["a description", "review: {type: wait,", "review: {type: wait, description: A person looks, ", []],
  ["a longer wait", "timeout: 24h", "timeout: 48h", []],
  ["a new state key", "extra: str}", "extra: str, more: int}", []],
  ["a wider type", "facts: str", "facts: 'str | int'", []],
  ["another order of nodes", /( {2}drop:.*\n)( {2}done:.*\n)/, "$2$1", []],
  ["another default", "default: dry", "default: wet", []],
  ["a timeout of a call", "output_key: facts}", "output_key: facts, timeout: 5s}", []],
  ["a policy that blocks more", '["drop_*"]', '["drop_*", "rm_*"]', []],
  ["a removed eval", / {2}judge:.*\n|(?<=, next: )judge(?=\})/g, (match: string) => (match.startsWith(" ") ? "" : "review"), ["JJ7001"]],
  ["a renamed call", /\bwrite\b/g, "compose", ["JJ7001"]],
  ["a renamed wait", /\breview\b/g, "await-review", ["JJ7001"]],
  ["a renamed end", /\bdone\b/g, "finished", ["JJ7005"]],
  ["a wait that became an approval", /review: .*/, "review: {type: human_approval, timeout: 24h, on_timeout: drop, on_approved: route, on_rejected: drop}", ["JJ7004"]],
  ["a branch that became a call", /route: .*/, 'route: {type: http, url: "https://example.com/", next: send}', ["JJ7005"]],
  ["a removed branch", / {2}route: .*\n|(?<=next: )route(?=\})/g, (match: string) => (match.startsWith(" ") ? "" : "send"), ["JJ7001"]],
  ["a call that became a branch", /(?<= {2}send: ).*/, "{type: branch, conditions: [{if: state.ok, next: done}], default: drop}", ["JJ7001"]],
  ["another type of a key that is set", "answer: str", "answer: int", ["JJ7003"]],
  ["a literal type of a key that is set", "facts: str", 'facts: \'Literal["a", "b"]\'', ["JJ7003"]],
  ["a record in place of a text", "answer: str", "answer: {text: str}", ["JJ7003"]],
  ["another event", "event: reviewed", "event: approved", ["JJ7004"]],
  ["a wait for a moment only", "event: reviewed, data: {ok: bool, note: str}, timeout: 24h, on_timeout: drop", "timer: 24h", ["JJ7004"]],
  ["a key behind the wait that nothing set", "{if: state.ok, next: send}", "{if: len(state.extra) > 3, next: drop}, {if: state.ok, next: send}", ["JJ7002"]],
  ["another start", "start: gather", "start: prepare", ["JJ7005"]],
  ["another order of branches", "branches: [look, ask]", "branches: [ask, look]", ["JJ7005"]],
  ["an end that fails", "done: {type: end}", "done: {type: end, status: failed}", ["JJ7005"]],
  ["another default of a branch", "default: drop}", "default: done}", ["JJ7005"]],
  ["another target of a condition", "{if: state.ok, next: send}", "{if: state.ok, next: done}", ["JJ7005"]],
  ["a condition turned round", "{if: state.ok,", "{if: not state.ok,", ["JJ7005"]],
  ["a node between", "output_key: score, next: review", "output_key: score, next: prepare", ["JJ7005"]],
  ["another way after a call", "{else: done}", "{else: drop}", ["JJ7005"]],
  ["fewer visits", "effect: idempotent,", "effect: idempotent, max_visits: 1,", ["JJ7005"]],
  ["an eval that gives up sooner", "on_fail: retry_with_feedback, max_retries: 1,", "on_fail: halt,", ["JJ7005"]],
  ["a join that leads elsewhere", "wait_for: [look, ask], next: write}", "wait_for: [look, ask], next: prepare}", ["JJ7005"]],
];

it.each(edits)("%s: the verdict is what becomes of recorded executions", (_, from, to, codes) => {
  const text = typeof to === "string" ? base.replace(from, to) : base.replace(from, to);
  const edited = text.includes("prepare") ? `${text}  prepare: {type: http, url: "https://example.com/p", next: ${text.includes("start: prepare") ? "gather" : text.includes("ask], next: prepare") ? "write" : "review"}}\n` : text;
  expect(edited).not.toBe(base);
  const program = programOf(edited);
  const found = comparePrograms(programOf(base), program).filter(({ level }) => level !== "caller");
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
  if (codes.length === 0) expect(found).toEqual([]);
  const has = (level: string): boolean => found.some((each) => each.level === level);
  const really = reallyBreaks(program);
  expect({ running: has("running"), replay: has("running") || has("replay") }).toEqual({ running: really.running, replay: really.running || really.replay });
});

it.each(["state.extra is not none and len(state.extra) > 3", "len(state.extra | default('')) > 3", "state.extra == 'x'"])("does not warn of a key behind a wait that is read as %s", (test) => {
  const edited = programOf(base.replace("{if: state.ok, next: send}", `{if: "${test}", next: drop}, {if: state.ok, next: send}`));
  expect(comparePrograms(programOf(base), edited).filter(({ level }) => level === "running")).toEqual([]);
});

it.each([
  ["a new input", "{{ state.topic }} {{ state.tone }}", "{{ state.topic }} {{ state.tone }} {{ state.note }}", ["JJ7006"]],
  ["an input that is gone", "{{ state.topic }} {{ state.tone }}", "{{ state.tone }}", ["JJ7006"]],
  ["a result that is gone", ", output_key: answer}", "}", ["JJ7007"]],
  ["a tool that is not blocked any more", 'blocked_tools: ["drop_*"], ', "", ["JJ7008"]],
  ["an approval that is not needed any more", 'require_approval_for: ["pay_*"], ', "", ["JJ7008"]],
  ["a list of models that is gone", ', model_allowlist: ["gpt-*"]', "", ["JJ7008"]],
  ["another model on the list", '["gpt-*"]', '["gpt-*", "claude-*"]', ["JJ7008"]],
])("tells callers of %s", (_, from, to, codes) => {
  const found = comparePrograms(programOf(base), programOf(base.replace(from, to)));
  expect(found.filter(({ level, code }) => level === "caller" && code !== "JJ7009").map(({ code }) => code)).toEqual(codes);
  const raised = comparePrograms(programOf(base), programOf(base.replace(from, to).replace("1.0.0", "2.0.0")));
  expect([found, raised].map((all) => all.some(({ code }) => code === "JJ7009"))).toEqual([true, false]);
});
