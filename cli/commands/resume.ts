import type { BudgetKind, GivenBudget } from "../../runtime/index.ts";
import type { Maybe } from "../answer.ts";
import { found, refusal, refused } from "../answer.ts";
import { carryOptions, noWaitOption } from "../carry-options.ts";
import { command } from "../command.ts";
import { placeToResume } from "../database.ts";
import { execute } from "../execute.ts";
import { readData, readRepliesFile } from "../inputs.ts";
import { post } from "../post.ts";
import { idOf, programOf } from "../session.ts";

export const resume = command({
  name: "resume",
  summary: "go on with an execution behind its last recorded step, perhaps with an event that it waits for",
  arguments: { id: { doc: "an execution, or the beginning of its id" } },
  options: {
    event: { kind: "text", value: "name", doc: "something that happened; a node waits for it, or will" },
    data: { kind: "text", value: "json", doc: "the event's payload: JSON, @file, or - for standard input" },
    "event-id": { kind: "text", value: "id", doc: "by which the event is known again: an id counts once" },
    "correlation-key": { kind: "text", value: "key", doc: "which of several such events it is" },
    retry: { kind: "flag", doc: "try a failed execution again, at the node that failed" },
    "raise-budget": { kind: "text", value: "amounts", doc: "give more to spend: 'cost_usd=0.50', 'total_tokens=1000'; several with commas" },
    "no-wait": noWaitOption,
    ...carryOptions,
  },
  exits: ["fine", "findings", "paused"],
  examples: ["jamjet resume exec_01JM4X8NKWP2", `jamjet resume exec_01JM4X8NKWP2 --event human_approved --data '{"approved": true}'`, "jamjet resume exec_01JM4X8NKWP2 --retry"],
  async run({ args, options }, io) {
    const { event } = options;
    const [one, other] = apart.filter((name) => options[name] !== undefined && options[name] !== false);
    if (one !== undefined && other !== undefined) return refusal(`--${one} and --${other} do not go together`, "say one, and the other when the execution stands still again");
    const lonely = event === undefined ? ofAnEvent.find((name) => options[name] !== undefined) : undefined;
    if (lonely !== undefined) return refusal(`--${lonely} belongs to an event`, "name it with --event");
    if (event !== undefined) {
      const data = readData(options.data, io);
      if (!data.ok) return data.answer;
      const given = { event, data: data.value, ...(options["event-id"] === undefined ? {} : { id: options["event-id"] }), ...(options["correlation-key"] === undefined ? {} : { correlationKey: options["correlation-key"] }) };
      return post({ prefix: args.id, options, name: `'${event}'`, send: (runtime, id) => runtime.signal(id, given) }, io);
    }
    const raised = options["raise-budget"];
    if (raised !== undefined) {
      const by = amountsIn(raised);
      if (!by.ok) return by.answer;
      const user = io.env("USER") || undefined;
      return post({ prefix: args.id, options, name: "the budget", send: (runtime, id) => runtime.raiseBudget(id, { by: by.value, ...(user === undefined ? {} : { user }) }) }, io);
    }
    if (options["no-wait"]) return refusal("--no-wait leaves nothing to do", "it belongs to --event or --raise-budget");
    const place = placeToResume(options.db, io);
    if (!place.ok) return place.answer;
    const program = options.replies === undefined ? found(undefined) : await programOf(args.id, place.value, io);
    if (!program.ok) return program.answer;
    const replies = await readRepliesFile(options.replies, program.value, io);
    if (!replies.ok) return replies.answer;
    const show = options.stream ? "text" : "steps";
    return execute({ place: place.value, replies: replies.value, unusedReplies: "ignore", show, timeoutMs: options.timeout }, io, (runtime) => {
      const id = idOf(args.id, runtime);
      return id.ok ? runtime.resume(id.value, { retry: options.retry }) : id.answer;
    });
  },
});

/** Three things that may be said to an execution, one at a time. */
const apart = ["event", "retry", "raise-budget"] as const;

const ofAnEvent = ["data", "event-id", "correlation-key"] as const;

/** `cost_usd=0.50,total_tokens=1000` by kind of budget. */
function amountsIn(text: string): Maybe<GivenBudget["by"]> {
  const by: { [K in BudgetKind]?: number } = {};
  for (const part of text.split(",")) {
    const [name = "", amount = ""] = part.split("=");
    const kind = kindsOfBudget.find((each) => each === name.trim());
    const value = Number(amount);
    if (kind === undefined || amount.trim() === "" || !(value > 0) || !Number.isFinite(value)) return refused(`'${part}' is no budget and amount`, `write one of ${kindsOfBudget.map((each) => `${each}=…`).join(", ")}`);
    if (by[kind] !== undefined) return refused(`'${kind}' is given twice`, "give each budget once");
    by[kind] = value;
  }
  return found(by);
}

const kindsOfBudget: readonly BudgetKind[] = ["cost_usd", "input_tokens", "output_tokens", "total_tokens"];
