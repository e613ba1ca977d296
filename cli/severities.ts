import { catalogue, explain, type DiagnosticSpec, type ProjectView, type Severity } from "../compiler/index.ts";
import type { Project, ProjectOptions } from "../runtime/index.ts";
import { nearest } from "../schemas/nearest.ts";
import { matchesPath } from "./globs.ts";

/** What `[lint]` says. */
type Lint = NonNullable<Project["settings"]["lint"]>;
type Severities = NonNullable<Lint["severities"]>;

/**
 * By code, what a project makes of the findings in the file at `path`, relative to its root. What an override says wins
 * over what stands before it; within one table, a code wins over its family. Names of diagnostics mean the same as codes.
 */
export function severitiesIn({ severities = {}, overrides = [] }: Lint, path: string): NonNullable<ProjectView["severities"]> {
  const tables = [severities, ...overrides.filter(({ files }) => files.some((pattern) => matchesPath(pattern, path))).map((override) => override.severities)];
  return new Map(tables.flatMap((table) => {
    const byCode = Object.entries(table).map(([name, severity]) => ({ specs: specsOf(name), severity: severity as Severity | "off" }));
    // The choices of the declaration are the severities there are, and 'off'.
    return byCode.sort((a, b) => b.specs.length - a.specs.length).flatMap(({ specs, severity }) => specs.filter((spec) => isMeant(spec, specs, severity)).map(({ code }) => [code, severity] as const));
  }));
}

/** Who weighs a family weighs what is said anyway: what is quiet is asked for by name, or with the whole family as a hint. */
function isMeant({ quiet }: DiagnosticSpec, { length }: readonly DiagnosticSpec[], severity: Severity | "off"): boolean {
  return quiet !== true || length === 1 || severity === "hint";
}

/** Severities of diagnostics that there are not, or that no project changes. */
export function severityProblems({ severities = {}, overrides = [] }: Lint): ReturnType<NonNullable<ProjectOptions["judge"]>> {
  return [...problemsIn(severities, ["lint", "severities"]), ...overrides.flatMap((override, index) => problemsIn(override.severities, ["lint", "overrides", index, "severities"]))];
}

function problemsIn(severities: Severities, place: readonly (string | number)[]): ReturnType<NonNullable<ProjectOptions["judge"]>> {
  return Object.entries(severities).flatMap(([name, severity]) => {
    const path = [...place, name];
    const specs = specsOf(name);
    if (specs.length === 0) {
      const near = nearest(name, catalogue.flatMap(({ code, slug }) => [code, slug]));
      return [{ path, part: "key" as const, message: `no diagnostic is called '${name}'`, help: near === undefined ? "codes stand in the first line of each finding, in brackets" : `did you mean '${near}'?` }];
    }
    if (severity === "error" || specs.some((spec) => spec.severity !== "error")) return [];
    return [{ path, message: specs.length === 1 ? `'${name}' is an error, and no project makes less of it` : `'${name}' holds only errors, and no project makes less of them`, help: "only what is a warning or an information can be changed" }];
  });
}

/** What a code, a name, or a family such as `JJ51` stands for. */
function specsOf(name: string): readonly DiagnosticSpec[] {
  const spec = explain(name);
  if (spec !== undefined) return [spec];
  return /^JJ\d\d$/i.test(name) ? catalogue.filter(({ code }) => code.startsWith(name.toUpperCase())) : [];
}
