import { catalogue, explain, type ProjectView, type Severity } from "../compiler/index.ts";
import type { Project, ProjectOptions } from "../runtime/index.ts";
import { nearest } from "../schemas/nearest.ts";

/** What `[lint] severities` says. */
type Severities = NonNullable<NonNullable<Project["settings"]["lint"]>["severities"]>;

/** By code; names of diagnostics mean the same. */
export function severitiesIn(severities: Severities): NonNullable<ProjectView["severities"]> {
  return new Map(Object.entries(severities).flatMap(([name, severity]) => {
    const spec = explain(name);
    // The choices of the declaration are the severities there are, and 'off'.
    return spec === undefined ? [] : [[spec.code, severity as Severity | "off"]];
  }));
}

/** Severities of diagnostics that there are not, or that no project changes. */
export function severityProblems(severities: Severities): ReturnType<NonNullable<ProjectOptions["judge"]>> {
  return Object.entries(severities).flatMap(([name, severity]) => {
    const path = ["lint", "severities", name];
    const spec = explain(name);
    if (spec === undefined) {
      const near = nearest(name, catalogue.flatMap(({ code, slug }) => [code, slug]));
      return [{ path, part: "key" as const, message: `no diagnostic is called '${name}'`, help: near === undefined ? "codes stand in the first line of each finding, in brackets" : `did you mean '${near}'?` }];
    }
    if (spec.severity !== "error" || severity === "error") return [];
    return [{ path, message: `'${name}' is an error, and no project makes less of it`, help: "only what is a warning or an information can be changed" }];
  });
}
