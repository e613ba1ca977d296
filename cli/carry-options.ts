import { type Answer, refusal } from "./answer.ts";
import { dbOption } from "./database.ts";

/** The options of every command that may carry an execution on in the foreground. */
export const carryOptions = {
  replies: { kind: "text", value: "file", doc: "answers in place of the model API; everything else stays real" },
  stream: { kind: "flag", doc: "show what models say as they say it" },
  timeout: { kind: "duration", value: "duration", doc: "stop after this long; the execution can be resumed" },
  db: dbOption,
} as const;

/** For those that may leave the execution to another process. */
export const noWaitOption = { kind: "flag", doc: "leave it to 'jamjet work', or to whoever resumes it" } as const;

interface Given {
  readonly "no-wait": boolean;
  readonly replies: string | undefined;
  readonly stream: boolean;
  readonly timeout: number | undefined;
}

/** Where an execution is left to another process, nobody here would heed what belongs to carrying it: refuses that. */
export function unheeded(given: Given): Answer | undefined {
  const one = given["no-wait"] ? (["replies", "stream", "timeout"] as const).find((name) => given[name] !== undefined && given[name] !== false) : undefined;
  const help = one === "replies" ? "give the answers to who carries it on: jamjet work --replies" : "leave one of them out";
  return one && refusal(`--${one} and --no-wait do not go together`, help);
}
