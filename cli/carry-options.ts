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
