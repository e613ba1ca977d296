import type { Type } from "../../schemas/type.ts";

/** A step of a path: a name, any item or value, or something that is not followed here. */
export type PathStep = { readonly to: "name"; readonly name: string; readonly start: number; readonly end: number } | { readonly to: "all" | "index" | "unknown" };

const stepPattern = /\.([A-Za-z_\u0080-\uffff][\w\u0080-\uffff-]*)|\[\s*'([^'\\]*)'\s*\]|\[\s*"([^"\\]*)"\s*\]|(\.\*|\[\s*\*\s*\])|(\[\s*-?\d+\s*\])/y;

/** The steps behind the `$` of a JSONPath (RFC 9535), as far as they are plain. */
export function pathSteps(path: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let at = 1; at < path.length; ) {
    stepPattern.lastIndex = at;
    const found = stepPattern.exec(path);
    // Descendants, slices and filters may find anything, or nothing.
    if (found === null) return [...steps, { to: "unknown" }];
    const [whole, dotted, single, double, all] = found;
    const name = dotted ?? single ?? double;
    const end = at + whole.length;
    steps.push(name !== undefined ? { to: "name", name, start: at, end } : { to: all === undefined ? "index" : "all" });
    at = end;
  }
  return steps;
}

/** The first name of a path that nothing of this type has, and the type that lacks it; undefined where the path may lead somewhere. */
export function missingStep(type: Type, steps: readonly PathStep[]): (Extract<PathStep, { readonly to: "name" }> & { readonly at: Type }) | undefined {
  let at = type;
  for (const step of steps) {
    const next = stepInto(at, step);
    if (next === "unknown") return undefined;
    if (next === undefined) return step.to === "name" ? { ...step, at } : undefined;
    at = next;
  }
  return undefined;
}

function stepInto(type: Type, step: PathStep): Type | "unknown" | undefined {
  if (type.kind === "union") {
    const found = type.of.map((member) => stepInto(member, step)).filter((next) => next !== undefined);
    return found.length === 1 ? found[0] : found.length === 0 ? undefined : "unknown";
  }
  if (type.kind === "any" || type.kind === "hole" || step.to === "unknown") return "unknown";
  if (step.to !== "name") return type.kind === "list" || (type.kind === "dict" && step.to === "all") ? type.of : "unknown";
  if (type.kind === "dict") return type.of;
  if (type.kind !== "record") return undefined;
  return Object.hasOwn(type.fields, step.name) ? type.fields[step.name]?.type : type.open ? "unknown" : undefined;
}
