import type { Failure } from "../../schemas/failure.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json } from "../../schemas/json.ts";
import type { PartChange } from "../../schemas/tool-changes.ts";
import { toolChanges } from "../../schemas/tool-changes.ts";
import type { LockedTools, ToolDefinition } from "../../schemas/tool-lock.ts";

/** A tool by its server and name. */
export interface ToolAt {
  readonly server: string;
  readonly tool: string;
}

/** Why a tool must not be called, held against what was locked of its server: it is not there, or not what it was. */
export function driftFromLock({ server, tool }: ToolAt, locked: LockedTools, found: ToolDefinition | undefined): Failure | undefined {
  const known = locked.get(tool);
  if (known === undefined && found === undefined) return undefined;
  if (known === undefined) return drift(`the tool '${tool}' of '${server}' is not in jamjet.lock`);
  if (found === undefined) return drift(`the tool '${tool}' of '${server}' is in jamjet.lock, and its server does not list it any more`);
  const changes = toolChanges(known, found);
  return changes.length === 0 ? undefined : drift(`the tool '${tool}' of '${server}' is not what was locked: ${changesText(changes)}`);
}

/** The failure of a tool that changed while an execution used it, `parts` by their words. */
export function driftSinceSeen({ server, tool }: ToolAt, parts: readonly string[]): Failure {
  return drift(`the tool '${tool}' of '${server}' is not what this execution saw first: its ${parts.join(", its ")} changed`);
}

/** Why nobody can know which tool a name stands for: the server lists another one that reads the same. */
export function shadowOf({ server, tool }: ToolAt, listed: readonly ToolDefinition[]): Failure | undefined {
  const same = listed.filter(({ name }) => reading(name) === reading(tool));
  return same.length < 2 ? undefined : failure("tool_drift", `'${server}' lists ${same.length} tools that read '${tool}', and nobody can tell which one is called: look at them with 'jamjet tools list ${server}'`, { unsent: true });
}

/** What a name looks like: without what nobody sees, and without case. */
function reading(name: string): string {
  return name.normalize("NFKC").replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Mn}]/gu, "").toLowerCase();
}

function drift(what: string): Failure {
  return failure("tool_drift", `${what}; look at it with 'jamjet lock', and take it with 'jamjet lock --accept'`, { unsent: true });
}

const mostNamed = 3;

/** The first few changes, each with both sides as far as they are short. */
function changesText(changes: readonly PartChange[]): string {
  const named = changes.slice(0, mostNamed).map(({ part, path, before, after }) => `its ${part}${path === "" ? "" : ` at '${path}'`} ${verbOf(before, after)}`);
  return [...named, ...(changes.length > mostNamed ? [`and ${changes.length - mostNamed} more`] : [])].join(", ");
}

function verbOf(before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) return "is new";
  if (after === undefined) return "is gone";
  return `was ${shortText(before)} and is ${shortText(after)}`;
}

const longestText = 80;

function shortText(value: Json): string {
  const text = JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
