import type { Found, Receipt, Runtime } from "../runtime/index.ts";
import { unreachable } from "../schemas/bug.ts";
import type { ExecutionStatus } from "../schemas/event.ts";
import type { JsonObject } from "../schemas/json.ts";
import { type Answer, answer, found } from "./answer.ts";
import { unheeded } from "./carry-options.ts";
import { commandFor, placeToResume } from "./database.ts";
import { type Begun, execute } from "./execute.ts";
import { readRepliesFile } from "./inputs.ts";
import type { Io } from "./io.ts";
import type { Line } from "./render/page.ts";
import { idOf, programOf } from "./session.ts";
import { tell } from "./tell.ts";

/** What a command says to an execution. */
export interface Posting {
  /** The execution, or the beginning of its id. */
  readonly prefix: string;
  readonly options: { readonly replies: string | undefined; readonly stream: boolean; readonly timeout: number | undefined; readonly db: string | undefined; readonly "no-wait": boolean };
  readonly send: (runtime: Runtime, id: string) => Found<Receipt>;
  /** What it is, as in `the decision is recorded`. */
  readonly name: string;
  /** The end that the sender wants; it is no failure of the command. */
  readonly wants?: ExecutionStatus;
}

/** Posts to an execution, and carries it on where nobody else does, unless that is left to others. */
export async function post({ prefix, options, send, name, wants }: Posting, io: Io): Promise<Answer> {
  const wrong = unheeded(options);
  if (wrong !== undefined) return wrong;
  const place = placeToResume(options.db, io);
  if (!place.ok) return place.answer;
  const program = options.replies === undefined ? found(undefined) : await programOf(prefix, place.value, io);
  if (!program.ok) return program.answer;
  const replies = await readRepliesFile(options.replies, program.value, io);
  if (!replies.ok) return replies.answer;
  const carrying = { place: place.value, replies: replies.value, unusedReplies: "ignore", show: options.stream ? "text" : "steps", timeoutMs: options.timeout, wants } as const;
  return execute(carrying, io, (runtime): Begun | Answer => {
    const id = idOf(prefix, runtime);
    if (!id.ok) return id.answer;
    const sent = send(runtime, id.value);
    if (!sent.ok) return sent;
    const next = commandFor(["resume", id.value], place.value.database, io);
    const left = (receipt: Receipt): Answer => answer("fine", receiptData(id.value, receipt, next), [...noteLines(name, receipt), carrierLine(receipt, next, wants)]);
    if (options["no-wait"] || sent.value.carrier !== "nobody") return left(sent.value);
    tell(io, noteLines(name, sent.value));
    const resumed = runtime.resume(id.value);
    // Somebody was faster, and has what we posted.
    return !resumed.ok && resumed.refusal.why === "live" ? left({ ...sent.value, carrier: "elsewhere" }) : { ...resumed, data: { signal: signalData(sent.value) } };
  });
}

function noteLines(name: string, { effect, why = "", unmerged }: Receipt): readonly Line[] {
  const fields = unmerged.map((field) => `'${field}'`).join(", ");
  const kept: readonly Line[] = unmerged.length === 0 ? [] : [[{ tone: "dim", text: "note" }, `: ${fields} ${unmerged.length === 1 ? "is no key" : "are no keys"} of the state, and ${unmerged.length === 1 ? "stays" : "stay"} in the event`]];
  switch (effect) {
    case "now": return [`${name} is recorded`, ...kept];
    case "later": return [`${name} is kept until a node waits for it: ${why}`, ...kept];
    case "none": return [`${name} changes nothing: ${why}`];
    default: return unreachable(effect, "noteLines");
  }
}

function carrierLine({ carrier }: Receipt, next: string, wants: ExecutionStatus | undefined): Line {
  if (carrier === "nobody") return [{ tone: "dim", text: "go on with: " }, next];
  return wants === "cancelled" ? "the process that runs it ends it" : "the process that runs it goes on with it";
}

function receiptData(id: string, receipt: Receipt, next: string): JsonObject {
  return { execution_id: id, signal: signalData(receipt), ...(receipt.carrier === "nobody" ? { next } : {}) };
}

function signalData({ id, effect, why, unmerged, carrier }: Receipt): JsonObject {
  return { id, effect, ...(why === undefined ? {} : { why }), unmerged, carrier };
}
