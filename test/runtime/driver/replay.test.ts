import fc from "fast-check";
import { expect, it } from "vitest";
import { evolve } from "../../../runtime/core/evolve.ts";
import { intend } from "../../../runtime/core/intend.ts";
import { planOf } from "../../../runtime/core/plan.ts";
import { newState, valuesOf } from "../../../runtime/core/state.ts";
import { foldLog } from "../../../runtime/driver/inspect.ts";
import { replayLog } from "../../../runtime/driver/replay.ts";
import type { Program } from "../../../schemas/program.ts";
import { types } from "../../../schemas/type.ts";
import { fails, gives, scores, usage, world } from "../../support/fake-ports.ts";
import { run } from "../../support/executions.ts";
import { anyState, call, choose, get, halt, judge, less, lit, program } from "../../support/programs.ts";

const allHold = { fold: undefined, inspect: undefined, row: undefined, decisions: undefined };

/** A line of nodes with a loop over it, an eval in it, and a world that answers by a list of numbers. */
function subject(length: number): Program {
  const names = Array.from({ length }, (_, index) => `n${index}`);
  const nodes = Object.fromEntries(names.map((name, index) => [name, call({ writes: name, next: names[index + 1] ?? "check", retry: { max_attempts: 3, jitter: true }, on_error: "more" })]));
  return program({
    state: { rounds: { type: types.int, default: 0 }, ...anyState(...names, "verdict") },
    nodes: {
      ...nodes,
      check: judge({ subject: names.at(-1) ?? "", writes: "verdict", on_fail: "retry_with_feedback", max_retries: 2, on_error: "more", next: "more" }),
      more: choose([[less(get("state", "rounds"), lit(3)), "count"]], "end"),
      count: call({ writes: "rounds", next: "n0" }),
      end: halt(),
    },
  });
}

it("folds every log to the state that the driver held, at every length of the log", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 }), async (length, luck) => {
      let turn = 0;
      const next = (): number => luck[(turn += 1) % luck.length] ?? 0;
      const program = subject(length);
      const answer = () => (next() === 0 ? fails("timeout") : gives({ n: next() }, [usage()]));
      const names = Object.fromEntries(Array.from({ length }, (_, index) => [`n${index}`, answer]));
      const { runtime, result, events } = await run(program, { world: world({ ...names, check: () => scores(next() < 3 ? "bad" : null), count: (made) => gives(made.visit) }) });

      const plan = planOf(program);
      const folded = foldLog(plan, result.id, events);
      expect({ status: folded.status, state: valuesOf(folded), steps: folded.steps, totals: folded.totals }).toEqual({ status: result.status, state: result.state, steps: result.steps, totals: result.totals });
      expect([...intend(plan, folded)]).toEqual([]);

      const replayed = runtime.replay(result.id);
      expect(replayed).toMatchObject({ ok: true, value: { status: result.status, state: result.state, events: events.length, checks: allHold } });
      expect(runtime.replay(result.id)).toEqual(replayed);

      let state = newState(result.id);
      for (const stored of events) {
        // Deciding changes nothing, and decides the same twice.
        expect([...intend(plan, state)]).toEqual([...intend(plan, state)]);
        state = evolve(plan, state, stored);
      }
      expect(state).toEqual(folded);
    }),
    { numRuns: 60 },
  );
});

it("names the first decision that the program would not take, and what a stored row says beside its log", async () => {
  const { runtime, events } = await run(subject(1), { world: world({ check: () => scores(null) }) });
  const plan = planOf(subject(1));
  const [row] = runtime.list();
  if (row === undefined) expect.unreachable("it ran");
  expect(replayLog(plan, row, events).checks).toEqual(allHold);

  const { seq, event } = events.findLast(({ event: each }) => each.type === "node_scheduled" && each.passed.length > 0) ?? expect.unreachable("a route was taken");
  const bent = events.map((stored) => (stored.event === event && event.type === "node_scheduled" ? { ...stored, event: { ...event, passed: event.passed.map((each) => ({ ...each, to: "end" })) } } : stored));
  expect(replayLog(plan, row, bent).checks).toEqual({ ...allHold, decisions: expect.stringMatching(new RegExp(`^event ${seq} is .*"to":"end".*, and the program decides .*"to":"count"`)) });
  expect(replayLog(plan, { ...row, steps: row.steps + 1 }, events).checks).toEqual({ ...allHold, row: `the log comes to steps ${row.steps}, and the stored row says ${row.steps + 1}` });
  expect(replayLog(plan, row, events).fingerprint).not.toBe(replayLog(plan, { ...row, last_seq: row.last_seq - 1 }, events).fingerprint);
  expect(runtime.replay("exec_nobody")).toEqual({ ok: false, refusal: { why: "unknown", id: "exec_nobody" } });
});

it("refuses a log that does not fit its program", async () => {
  const { events, result } = await run(subject(1));
  const plan = planOf(subject(1));
  const other = planOf(program({ nodes: { end: halt() } }));
  expect(() => foldLog(other, result.id, events)).toThrow("the log does not fit the program: it was made by program");
  expect(() => foldLog(plan, result.id, events.slice(1))).toThrow("event 2 follows event 0");
  expect(() => foldLog(plan, result.id, [...events.slice(0, 1), { seq: 2, at: 0, event: { type: "node_started", v: 1, node: "n0", visit: 7, attempt: 1, key: "", effect: "read", input: null } }])).toThrow("no token stands at visit 7 of 'n0'");
  expect(() => foldLog(plan, result.id, [...events, { seq: events.length + 1, at: 0, event: { type: "workflow_completed", v: 1, node: "end", passed: [] } }])).toThrow(`in an execution that is ${result.status}`);
});
