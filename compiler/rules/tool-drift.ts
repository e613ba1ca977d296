import { toolChanges } from "../../schemas/tool-changes.ts";
import { lockedCalls } from "../bind/locked-tools.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
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

/** What servers say now of the tools that nodes name is what was locked; silent where nobody asked them. */
export const toolDriftRule: NodeRule = {
  of: "node",
  reports: [toolDrift],
  check: ({ bound }, around) =>
    lockedCalls(around, bound).flatMap(({ part, server, tool }) => {
      const listed = around.live.get(server);
      if (listed === undefined) return [];
      const now = listed.get(tool.name);
      const parts = now === undefined ? [] : [...new Set(toolChanges(tool, now).map((change) => change.part))];
      return now !== undefined && parts.length === 0 ? [] : [report(toolDrift, part.span, { tool: tool.name, parts })];
    }),
};
