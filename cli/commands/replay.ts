import type { Replay, ReplayCheck } from "../../runtime/index.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { dbOption, placeHere } from "../database.ts";
import { fitted } from "../render/fit.ts";
import type { Line } from "../render/page.ts";
import { idOf, reading, refusedBy } from "../session.ts";

export const replay = command({
  name: "replay",
  summary: "fold the log of an execution anew and prove that it comes to the same state; calls nothing",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: { db: dbOption },
  exits: ["fine", "findings"],
  examples: ["jamjet replay exec_01JM4X8NKWP2"],
  run: ({ args, options }, io) =>
    reading(placeHere(options.db, io), io, async (runtime) => {
      const id = idOf(args.id, runtime);
      if (!id.ok) return id.answer;
      const replayed = runtime.replay(id.value);
      if (!replayed.ok) return refusedBy(replayed.refusal);
      const { workflow, status, events, state, fingerprint, decisions, checks } = replayed.value;
      const verdicts = checkNames.map((name) => ({ check: name, ok: checks[name] === undefined, ...(checks[name] === undefined ? {} : { problem: checks[name] }) }));
      const isSame = verdicts.every(({ ok }) => ok);
      const data = { execution_id: id.value, workflow_id: workflow.id, version: workflow.version, status, events, decisions, fingerprint, same: isSame, checks: verdicts, state };
      return answer(isSame ? "fine" : "findings", data, fitted(linesOf(replayed.value), io.out.columns));
    }),
});

const checkNames: readonly ReplayCheck[] = ["fold", "inspect", "row", "decisions"];

function linesOf({ id, workflow, status, events, decisions, fingerprint, checks }: Replay): readonly Line[] {
  const held: { readonly [C in ReplayCheck]: string } = {
    fold: `${events} events come to one state, twice`,
    inspect: "'inspect' shows that state",
    row: "the stored row says the same",
    decisions: `${decisions} recorded ${decisions === 1 ? "decision is" : "decisions are"} taken alike again`,
  };
  const verdicts = checkNames.map((name): Line => {
    const problem = checks[name];
    return problem === undefined ? [{ tone: "good", text: "✓" }, ` ${held[name]}`] : [{ tone: "bad", text: "✗" }, ` ${problem}`];
  });
  return [[{ tone: "strong", text: id }, `  ${workflow.id} ${workflow.version}  ${status}`], ...verdicts, [{ tone: "dim", text: `fingerprint ${fingerprint}` }]];
}
