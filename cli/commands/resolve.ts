import type { Json } from "../../schemas/json.ts";
import type { Resolution } from "../../runtime/index.ts";
import type { Maybe } from "../answer.ts";
import { found, refused } from "../answer.ts";
import { carryOptions, noWaitOption } from "../carry-options.ts";
import { command } from "../command.ts";
import { readData } from "../inputs.ts";
import type { Io } from "../io.ts";
import { post } from "../post.ts";

export const resolve = command({
  name: "resolve",
  summary: "say what became of a call that must not be made twice, where nobody could know, and go on",
  arguments: { id: { doc: "an execution, or the beginning of its id" }, node: { doc: "the node whose call is uncertain" } },
  options: {
    done: { kind: "text", value: "json", doc: "it was made: its result as JSON, @file, or - for standard input" },
    retry: { kind: "flag", doc: "it was not made: make it again" },
    fail: { kind: "flag", doc: "nobody can find out: the node fails with 'uncertain'" },
    user: { kind: "text", value: "name", doc: "who says so; else USER" },
    comment: { kind: "text", value: "text", short: "c", doc: "what they say to it" },
    "no-wait": noWaitOption,
    ...carryOptions,
  },
  exits: ["fine", "findings", "paused"],
  examples: [`jamjet resolve exec_01JM4X8NKWP2 charge --done '{"receipt": "r-17"}'`, "jamjet resolve exec_01JM4X8NKWP2 charge --retry"],
  run({ args, options }, io) {
    const said = resolutionIn(options, io);
    if (!said.ok) return said.answer;
    const { comment } = options;
    const user = options.user ?? (io.env("USER") || undefined);
    const given = { node: args.node, ...said.value, ...(user === undefined ? {} : { user }), ...(comment === undefined ? {} : { comment }) };
    return post({ prefix: args.id, options, name: "what became of the call", send: (runtime, id) => runtime.resolve(id, given) }, io);
  },
});

interface Word {
  readonly done: string | undefined;
  readonly retry: boolean;
  readonly fail: boolean;
}

/** The one thing that was said. */
function resolutionIn({ done, retry, fail }: Word, io: Io): Maybe<{ readonly resolution: Resolution; readonly output?: Json }> {
  const said = [done !== undefined, retry, fail].filter(Boolean).length;
  if (said !== 1) return refused(said === 0 ? "what became of the call is not said" : "only one thing can have become of the call", "add --done with its result, --retry, or --fail");
  if (done === undefined) return found({ resolution: retry ? "retry" : "fail" });
  const output = readData(done, io);
  return output.ok ? found({ resolution: "done", output: output.value }) : output;
}
