import { eventSpecs, executionStatuses, nodeStatuses } from "../event-spec.ts";
import { failures, retryClasses } from "../failure.ts";
import type { Page } from "./markdown.ts";
import { code, page, table } from "./markdown.ts";

/** The pages of what a run leaves behind: events, statuses, failure codes. */
export function runPages(): readonly Page[] {
  const events = Object.entries<{ readonly doc: string; readonly fields: { readonly [name: string]: string } }>(eventSpecs);
  const statuses = (entries: { readonly [status: string]: string }): string => table(["Status", "Meaning"], Object.entries(entries).map(([status, doc]) => [code(status), doc]));
  const retried = new Set<string>(retryClasses);
  return [
    page("events.md", "Events", [
      "The log of an execution, in the order it was recorded. Each event has `seq` (1, 2, … without gaps), `at` (milliseconds since the epoch), `type` and `v`, the version of its shape.",
      ...events.flatMap(([type, { doc, fields }]) => [`## ${code(type)}`, doc, table(["Field", "Meaning"], Object.entries(fields).map(([name, text]) => [code(name), text]))]),
      "## Statuses of an execution",
      statuses(executionStatuses),
      "## Statuses of a node",
      statuses(nodeStatuses),
    ]),
    page("failures.md", "Failure codes", [
      "Why a node or an execution failed. The codes stand in events, in `error.code`, and those marked so in `retry_on`.",
      table(["Code", "Retried", "In `retry_on`", "Meaning"], Object.entries(failures).map(([name, { retryable, doc }]) => [code(name), retryable ? "yes" : "no", retried.has(name) ? "yes" : "", doc])),
    ]),
  ];
}
