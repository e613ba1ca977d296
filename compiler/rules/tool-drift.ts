import { toolChanges } from "../../schemas/tool-changes.ts";
import type { Around } from "../bind/bound.ts";
import { lockedCalls, type LockedCall } from "../bind/locked-tools.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import type { NodeRule } from "./rule.ts";

const toolDrift = diagnostic<{ tool: string; parts: readonly string[] }>({
  code: "JJ6019",
  slug: "tool-drift",
  severity: "error",
  once: true,
  message: (p) => (p.parts.length === 0 ? `'${p.tool}' is locked, and its server does not list it any more` : `'${p.tool}' is not what was locked: its ${p.parts.join(", its ")} changed`),
  help: () => "look at it with 'jamjet lock', and take it with 'jamjet lock --accept'",
  doc: `\`jamjet validate --online\` asks the servers of the project and holds what they say of their tools against \`jamjet.lock\`. A tool that changed is
not called: the node fails with \`tool_drift\` until a person has looked at the change. Without \`--online\` nothing is asked.`,
});

const toolNotLocked = diagnostic<{ server: string; tools: readonly string[] }>({
  code: "JJ6022",
  slug: "tool-not-locked",
  severity: "info",
  once: true,
  message: (p) => `'${p.server}' lists ${listed(p.tools)}, which ${p.tools.length === 1 ? "is" : "are"} not locked`,
  help: () => "look at what is new with 'jamjet lock', and take it with 'jamjet lock --accept'",
  doc: `A server may offer more tools than it did when \`jamjet.lock\` was written. No workflow reaches one that it does not name, and one that it
names is refused until it is locked, so a tool that came beside locked ones stops no run. \`jamjet validate --online\` tells of it, since
what is new on a server that others are trusted on wants a look.`,
});

/** What servers say now of the tools that nodes name is what was locked; silent where nobody asked them. */
export const toolDriftRule: NodeRule = {
  of: "node",
  reports: [toolDrift, toolNotLocked],
  // Of most servers nobody has asked what they say now.
  check: ({ bound }, around) => (around.live.size === 0 ? nothing : findAll(lockedCalls(around, bound), (call) => changesOf(around, call))),
};

const nothing: readonly Diagnostic[] = [];

function changesOf({ live, lock }: Around, { part, server, tool }: LockedCall): readonly Diagnostic[] {
  const listed = live.get(server);
  if (listed === undefined) return nothing;
  const now = listed.get(tool.name);
  const parts = now === undefined ? [] : [...new Set(toolChanges(tool, now).map((change) => change.part))];
  const fresh = [...listed.keys()].filter((name) => lock.get(server)?.has(name) !== true).sort();
  return [
    ...(now !== undefined && parts.length === 0 ? [] : [report(toolDrift, part.span, { tool: tool.name, parts })]),
    ...(fresh.length === 0 ? [] : [report(toolNotLocked, part.span, { server, tools: fresh })]),
  ];
}

/** So many names a message has room for. */
const mostNames = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `'${name}'`).join(", ");
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}
