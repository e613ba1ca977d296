import type { Json, JsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Program } from "../../schemas/program.ts";
import { unfit } from "../core/fit.ts";

/** Something about an input that its giver should know. */
export interface InputProblem {
  readonly severity: "error" | "warning";
  readonly code: "missing-input" | "unknown-input" | "unread-input" | "input-type" | "inexact-number";
  readonly key: string;
  readonly message: string;
}

export interface CheckedInput {
  /** The keys that the state declares: what an execution starts with, over its defaults. */
  readonly values: JsonObject;
  /** In the order of the program's inputs, then of the input's keys. An error means that nothing starts. */
  readonly problems: readonly InputProblem[];
}

/** Holds an input against the program's inputs and the types of its state. */
export function checkInput(program: Program, input: JsonObject): CheckedInput {
  const problems: InputProblem[] = [];
  for (const { key, required } of program.inputs) {
    const given = Object.hasOwn(input, key) || program.state[key]?.default !== undefined;
    if (required && !given) problems.push({ severity: "error", code: "missing-input", key, message: `the input lacks '${key}'${askedFor(key, program)}` });
  }
  const values: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(input)) {
    const declared = Object.hasOwn(program.state, key) ? program.state[key] : undefined;
    if (declared === undefined) {
      problems.push({ severity: "warning", code: "unknown-input", key, message: `'${key}' is no key of the state and is left out${meant(key, program)}` });
      continue;
    }
    const why = unfit(key, declared, value);
    if (why !== undefined) problems.push({ severity: "error", code: "input-type", key, message: `input '${key}': ${why}${askedFor(key, program)}` });
    else if (!program.inputs.some((input) => input.key === key)) problems.push({ severity: "warning", code: "unread-input", key, message: `'${key}' is no input of the workflow: nothing reads what is given for it` });
    const inexact = inexactIn(value);
    if (inexact !== undefined) problems.push({ severity: "warning", code: "inexact-number", key, message: `'${key}' holds ${inexact}, and whole numbers are exact up to ${Number.MAX_SAFE_INTEGER}: give it as a text if each digit counts` });
    values[key] = value;
  }
  return { values, problems };
}

/** The first whole number of which digits may be lost already; found without recursion, however deep the value. */
function inexactIn(value: Json): number | undefined {
  const left: Json[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === "number" && Number.isInteger(next) && !Number.isSafeInteger(next)) return next;
    if (typeof next === "object" && next !== null) for (const part of Object.values(next)) left.push(part);
  }
  return undefined;
}

/** Where the program asks for an input, as far as it still knows. */
function askedFor(key: string, { inputs, debug }: Program): string {
  const [line, file = debug.uri] = debug.inputs?.[inputs.findIndex((input) => input.key === key)] ?? [];
  return line === undefined ? "" : `; it is asked for at ${file}:${line}`;
}

function meant(key: string, { state }: Program): string {
  const near = nearest(key, Object.keys(state));
  return near === undefined ? "" : `: did you mean '${near}'?`;
}
