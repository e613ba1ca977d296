import { unreachable } from "../../schemas/bug.ts";
import { features } from "../../schemas/feature.ts";
import type { Requirement } from "../../schemas/program.ts";
import type { InputProblem } from "./input.ts";

/** Why nothing was started. */
export type Refusal =
  | { readonly why: "unsupported"; readonly requirements: readonly Requirement[] }
  | { readonly why: "input"; readonly problems: readonly InputProblem[] }
  | { readonly why: "env"; readonly names: readonly string[] }
  | { readonly why: "secret"; readonly names: readonly string[] }
  | { readonly why: "unknown"; readonly id: string }
  | { readonly why: "live"; readonly id: string }
  | { readonly why: "exists"; readonly id: string }
  | { readonly why: "program"; readonly message: string }
  | { readonly why: "store"; readonly message: string }
  /** What was said to an execution has no effect on it as it stands. */
  | { readonly why: "signal"; readonly message: string; readonly help?: string }
  | { readonly why: "closed" };

/** What was looked for, or why it is not to be had. */
export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal });

/** The refusal for people: one line per reason. */
export function describeRefusal(refusal: Refusal): readonly string[] {
  switch (refusal.why) {
    case "unsupported": return refusal.requirements.map(({ feature, by }) => `'${by}' needs ${features[feature]}, which this runtime does not do yet`);
    case "input": return refusal.problems.filter((problem) => problem.severity === "error").map((problem) => problem.message);
    case "env": return refusal.names.map((name) => `the environment variable '${name}' is not set`);
    case "secret": return refusal.names.map((name) => `a condition reads '${name}', which holds a secret, and what conditions read is recorded: compare something else, or use it in a template`);
    case "unknown": return [`no execution is called '${refusal.id}'`];
    case "live": return [`'${refusal.id}' is already being run: wait for it to end, or stop the process that runs it`];
    case "exists": return [`'${refusal.id}' exists already: resume it, or start another`];
    case "program": case "store": case "signal": return [refusal.message];
    case "closed": return ["the runtime is shutting down"];
    default: return unreachable(refusal, "describeRefusal");
  }
}
