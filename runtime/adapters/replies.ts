import type { Json } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import type { Reply } from "../../schemas/replies.ts";
import { replyFields, replyGroups } from "../../schemas/replies.ts";
import type { CallSite } from "../ports.ts";
import { decodeFields } from "../project/decode.ts";
import type { ReplyProblem } from "./reply-calls.ts";
import { judgesOf, misfits } from "./reply-calls.ts";

/** The answers of a replies file, handed out by who asks. Each is given once. */
export interface Replies {
  readonly take: (site: CallSite) => Reply | undefined;
  /** Those nobody has asked for yet, in the order of the file. */
  readonly unused: () => readonly Reply[];
  /** What to write into the file for this call. */
  readonly keyOf: (site: CallSite) => string;
}

export type RepliesRead = { readonly ok: true; readonly replies: Replies } | { readonly ok: false; readonly problems: readonly ReplyProblem[] };

/**
 * What a replies file, read as data, says; or everything that is wrong in it. With the program that will ask, answers
 * to calls that it never makes are wrong too, and so are two answers to one call.
 */
export function readReplies(data: Json, program?: Program): RepliesRead {
  if (!Array.isArray(data)) return { ok: false, problems: [{ path: [], message: "a replies file is a list of answers", help: "begin each with '- node: <id>'" }] };
  const entries = data.map((entry: Json) => decodeFields(entry, replyFields, replyGroups));
  const misread = entries.flatMap((entry, index) => entry.problems.map((problem) => ({ ...problem, path: [index, ...problem.path] })));
  // An entry that could not be read says nothing of the program; the others still do.
  const misfitting = program === undefined ? [] : misfits(entries.map(({ value, problems }) => (problems.length > 0 ? undefined : value)), program);
  const problems: readonly ReplyProblem[] = [...misread, ...misfitting].toSorted((a, b) => Number(a.path[0]) - Number(b.path[0]));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, replies: createReplies(entries.map(({ value }) => value), program) };
}

function createReplies(entries: readonly Reply[], program: Program | undefined): Replies {
  const left = new Set(entries);
  return {
    take: (site) => {
      const reply = [...left].find((each) => answers(each, site));
      if (reply !== undefined) left.delete(reply);
      return reply;
    },
    unused: () => [...left],
    keyOf: (site) => {
      const isOnlyJudge = program !== undefined && site.scorer !== undefined && judgesOf(program, site.node).length === 1;
      return describeSite(isOnlyJudge ? { ...site, scorer: "llm_judge" } : site);
    },
  };
}

function answers(reply: Reply, site: CallSite): boolean {
  if (reply.node !== site.node || reply.visit !== site.visit || reply.attempt !== site.attempt || reply.call !== (site.call ?? 1)) return false;
  if (site.scorer === undefined) return reply.scorer === undefined;
  // Of all scorers only a judge asks a model, so its type name fits whichever of them asks.
  return reply.scorer === undefined || reply.scorer === "llm_judge" || reply.scorer === site.scorer;
}

/** Who asks, or would have asked, in the words of a replies file. */
export function describeSite({ node, visit, attempt, call = 1, scorer }: Pick<Reply, "node" | "visit" | "attempt" | "scorer"> & { readonly call?: number }): string {
  const judge = scorer === undefined ? "" : `, scorer: ${typeof scorer === "string" ? scorer : JSON.stringify(scorer)}`;
  return `node: ${node}, visit: ${visit}, attempt: ${attempt}${call === 1 ? "" : `, call: ${call}`}${judge}`;
}
