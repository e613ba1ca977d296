import { unreachable } from "../../schemas/bug.ts";
import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { lockedCalls } from "../bind/locked-tools.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { or } from "../diagnostics/words.ts";
import { findAll } from "../source/find-all.ts";
import { memberOf, type PartOf } from "../syntax/part.ts";
import { argumentProblems, type ArgumentProblem } from "./argument-problems.ts";
import type { NodeRule } from "./rule.ts";

const missingArgument = diagnostic<{ tool: string; names: readonly string[] }>({
  code: "JJ5004",
  slug: "missing-argument",
  severity: "error",
  message: (p) => `the tool '${p.tool}' requires ${p.names.map((name) => `'${name}'`).join(", ")}`,
  help: (p) => `add ${p.names.length === 1 ? "it" : "them"} under 'arguments', or see what the tool takes: jamjet tools list`,
  doc: `A tool refuses a call that lacks what its schema requires. What it requires stands in \`jamjet.lock\`, which \`jamjet lock\` writes: nothing is
started to find out.

\`\`\`yaml
nodes:
  find:
    type: tool
    server: library
    tool: search
    arguments: {limit: 3}        # bad: 'search' requires 'query'
\`\`\``,
});

const unknownArgument = diagnostic<{ tool: string; name: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ5005",
  slug: "unknown-argument",
  severity: "error",
  message: (p) => `the tool '${p.tool}' has no argument '${p.name}'`,
  help: (p) => (p.nearest !== undefined ? `did you mean '${p.nearest}'?` : p.known.length === 0 ? "it takes none: remove it" : p.known.length <= 8 ? `it takes ${or(p.known)}` : "see what it takes: jamjet tools list"),
  doc: `A tool whose schema has \`additionalProperties: false\` refuses arguments that it does not know. Any other tool ignores them, and where
the name is nearly that of an argument which is left out, this is a warning: a typo would go unnoticed.`,
});

const argumentType = diagnostic<{ tool: string; argument: string; wanted: string; found: string; isQuoted: boolean }>({
  code: "JJ5003",
  slug: "argument-type",
  severity: "error",
  message: (p) => `'${p.argument}' of the tool '${p.tool}' must be ${p.wanted}, not ${p.found}`,
  help: (p) => (p.isQuoted ? "remove the quotes" : "give what the tool takes; its schema stands in jamjet.lock"),
  doc: `Arguments are held against the schema that stands in \`jamjet.lock\`: what is written out against all of it, and an expression against
its types, and against the rest where it can give but a few values, or where conditions tell which. A text that is one \`{{ expr }}\` has the type of the expression; any text around it makes it a text. Only what can never fit is told. A text
that is not of the \`format\` that the schema names is a warning, since a server need not look; a \`pattern\` is tried where that takes no time.`,
});

/** No schema of a tool that somebody wrote looks at one value so often. */
const mostSchemas = 300;

/** Tool nodes give their tools the arguments that these take. */
export const toolArgumentsRule: NodeRule = {
  of: "node",
  reports: [missingArgument, unknownArgument, argumentType],
  check: (node, around) => around.lock.size === 0 ? nothing : findAll(lockedCalls(around, node.bound), ({ own, part, tool }) => (own ? problemsOf(part, tool, node) : [])),
};

const nothing: readonly Diagnostic[] = [];

function problemsOf(named: PartOf<"name">, { name: tool, inputSchema: schema }: ToolDefinition, node: TypedNode): readonly Diagnostic[] {
  const { members } = node.bound.ast;
  const written = memberOf(members, "arguments", "map");
  // Arguments that could not be read have been reported.
  if (written === undefined && members["arguments"] !== undefined) return [];
  const entries = (written?.entries ?? []).map(({ key, part }) => ({ key, value: part.shape === "value" ? part.tree : ({ kind: "hole", shape: "hole", span: part.span } as const) }));
  const sites = new Map(node.sites.flatMap((site) => (site.code.parsed.isWhole ? [[site.site.text, site] as const] : [])));
  const span = members["arguments"]?.key.span ?? named.span;
  return argumentProblems("", { kind: "map", entries, span }, schema, { root: schema, sites, left: mostSchemas }).map((problem) => saidOf(problem, tool));
}

function saidOf(problem: ArgumentProblem, tool: string): Diagnostic {
  switch (problem.is) {
    case "missing": return report(missingArgument, problem.span, { tool, names: problem.names });
    case "misfit": {
      const { argument, span, wanted, found, isQuoted, isLikely } = problem;
      return report(argumentType, span, { tool, argument, wanted, found, isQuoted }, isLikely ? { severity: "warning" } : {});
    }
    case "unknown": {
      const { argument: name, span, nearest: near, known, isFatal } = problem;
      const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
      return report(unknownArgument, span, { tool, name, nearest: near, known }, { fixes, ...(isFatal ? {} : { severity: "warning" as const }) });
    }
    default: return unreachable(problem, "saidOf");
  }
}
