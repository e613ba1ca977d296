import type { Json } from "../../schemas/json.ts";
import type { Reply } from "../../schemas/replies.ts";
import { replyFields, replyGroups } from "../../schemas/replies.ts";
import type { CallSite } from "../ports.ts";
import type { Problem } from "../project/decode.ts";
import { decodeFields } from "../project/decode.ts";

/** The answers of a replies file, handed out by who asks. Each is given once. */
export interface Replies {
  readonly take: (site: CallSite) => Reply | undefined;
  /** Those nobody has asked for yet, in the order of the file. */
  readonly unused: () => readonly Reply[];
}

/** What a replies file, read as data, says; or everything that is wrong in it. */
export function readReplies(data: Json): { readonly ok: true; readonly replies: Replies } | { readonly ok: false; readonly problems: readonly Problem[] } {
  if (!Array.isArray(data)) return { ok: false, problems: [{ path: [], message: "a replies file is a list of answers", help: "begin each with '- node: <id>'" }] };
  const entries = data.map((entry: Json) => decodeFields(entry, replyFields, replyGroups));
  const problems = entries.flatMap((entry, index) => entry.problems.map((problem) => ({ ...problem, path: [index, ...problem.path] })));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, replies: createReplies(entries.map(({ value }) => value)) };
}

function createReplies(entries: readonly Reply[]): Replies {
  const left = new Set(entries);
  return {
    take: (site) => {
      const reply = [...left].find((each) => answers(each, site));
      if (reply !== undefined) left.delete(reply);
      return reply;
    },
    unused: () => [...left],
  };
}

function answers(reply: Reply, site: CallSite): boolean {
  if (reply.node !== site.node || reply.visit !== site.visit || reply.attempt !== site.attempt) return false;
  if (site.scorer === undefined) return reply.scorer === undefined;
  // Of all scorers only a judge asks a model, so its type name fits whichever of them asks.
  return reply.scorer === undefined || reply.scorer === "llm_judge" || reply.scorer === site.scorer;
}

/** Who asks, or would have asked, in the words of a replies file. */
export function describeSite({ node, visit, attempt, scorer }: CallSite | Reply): string {
  const judge = scorer === undefined ? "" : `, scorer: ${typeof scorer === "string" ? scorer : JSON.stringify(scorer)}`;
  return `node: ${node}, visit: ${visit}, attempt: ${attempt}${judge}`;
}
