import type { Flaw, SourceText } from "../compiler/index.ts";
import { isJsonObject, type Json } from "../schemas/json.ts";
import type { Exit } from "./exit.ts";
import { flawData, flawLines, type PlaceRange } from "./render/diagnostics.ts";
import type { Line } from "./render/page.ts";

/** What a command found out, once as data for `--json` and once as lines for people; `main.ts` prints one of them. */
export interface Answer {
  readonly exit: Exit;
  readonly data: Json;
  readonly lines: readonly Line[];
  /** Results go to standard output; what kept a command from having one goes to standard error. */
  readonly to: "out" | "err";
}

/** A result: the same facts twice. */
export function answer(exit: Exit, data: Json, lines: readonly Line[]): Answer {
  return { exit, data, lines, to: "out" };
}

/** Why a command could not do what it was asked; `help` says what to do instead. */
export function refusal(message: string, help?: string, exit: Exit = "usage"): Answer {
  const lines: Line[] = [[{ tone: "bad", text: "error" }, `: ${message}`]];
  if (help !== undefined) lines.push([{ tone: "dim", text: "help" }, `: ${help}`]);
  return { exit, data: { error: { message, ...(help === undefined ? {} : { help }) } }, lines, to: "err" };
}

/** What a refusal says, for who goes on without what was refused. */
export function problemIn({ data }: Answer): { readonly message: string; readonly help?: string } {
  const error = isJsonObject(data) && isJsonObject(data["error"]) ? data["error"] : {};
  const { message, help } = error;
  return { message: typeof message === "string" ? message : "", ...(typeof help === "string" ? { help } : {}) };
}

/** One thing that keeps a document from being judged, as a refusal or a flawed file tells it. */
export interface FlawFact {
  readonly message: string;
  readonly help?: string;
  readonly file?: string;
  readonly range?: PlaceRange;
}

/** Everything that a refusal or a flawed file says is wrong. */
export function flawsIn(refused: Answer): readonly FlawFact[] {
  const error = isJsonObject(refused.data) && isJsonObject(refused.data["error"]) ? refused.data["error"] : {};
  // `flawed` below made them, of `flawData`.
  return Array.isArray(error["problems"]) ? (error["problems"] as unknown as readonly FlawFact[]) : [problemIn(refused)];
}

/** Why a file without codes of its own cannot be used: everything that is wrong in it. */
export function flawed<T = never>(source: SourceText, flaws: readonly Flaw[], exit: Exit): Maybe<T> {
  const problems = flawData(source, flaws);
  return { ok: false, answer: { exit, data: { error: { message: flaws[0]?.message ?? "", problems } }, lines: flawLines(source, flaws, 80), to: "err" } };
}

/** A value, or the answer that says why there is none. */
export type Maybe<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer };

export function found<T>(value: T): Maybe<T> {
  return { ok: true, value };
}

export function refused<T = never>(message: string, help?: string, exit: Exit = "usage"): Maybe<T> {
  return { ok: false, answer: refusal(message, help, exit) };
}
