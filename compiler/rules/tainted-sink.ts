import { namedTool, rule } from "../../schemas/policy.ts";
import { hintsOf } from "../../schemas/tool-lock.ts";
import type { Around, BoundNode } from "../bind/bound.ts";
import { lockedTool } from "../bind/locked-tools.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import { memberOf } from "../syntax/part.ts";
import { textReads } from "../taint/text-reads.ts";
import { policiesOver } from "./policies.ts";
import type { WorkflowRule } from "./rule.ts";
import { flowInto, sinkAt, type Sink } from "./taint-sinks.ts";

const taintedSink = diagnostic<{ whose: string; key: string; place: string; may: string }>({
  code: "JJ6009",
  slug: "tainted-sink",
  severity: "warning",
  message: (p) => `words of ${p.whose} ${p.may}: 'state.${p.key}' stands in ${p.place}, and nothing on the way has looked at it`,
  help: () => "check it with a condition or an eval, let a person approve it, or ask for structure whose texts are one of a few ('output_schema')",
  doc: `A model writes what it is talked into, by a web page, a letter, a customer. Where its words are run, or delete something, something
has to look at them on the way: a \`branch\` or an \`eval\` that tests them, a \`human_approval\`, \`require_approval_for\` over the tool. So it is for
what a service answers and what an event brings. Numbers, truth values and one of a few given texts are harmless.

\`\`\`yaml
write: {type: model, model: claude-haiku-4-5, prompt: "…", output_key: query, next: run}
run: {type: tool, server: warehouse, tool: run_sql, arguments: {sql: "{{ state.query }}"}, next: end}     # bad
\`\`\``,
});

/** Words of others are looked at before they are run, delete something or stand among headers. */
export const taintedSinkRule: WorkflowRule = {
  of: "workflow",
  reports: [taintedSink],
  check: (typed) => gathered(typed, dangers).flatMap((danger) => saidOf(typed, danger)),
};

/** A sink, and what the words of others could do in it. */
interface Danger extends Sink {
  readonly place: string;
  readonly may: string;
  /** A header may well hold what a service gave for it, such as a token; what a model says is for no header. */
  readonly isHeader: boolean;
}

function saidOf(typed: TypedWorkflow, danger: Danger): readonly Diagnostic[] {
  const { place, may, isHeader } = danger;
  const flow = flowInto(typed, danger);
  if (flow === undefined || (isHeader && flow.origin.author !== "model")) return [];
  return [report(taintedSink, flow.span, { whose: flow.whose, key: flow.key, place, may }, { related: flow.related })];
}

/** The headers and the arguments of a node in which words of others could do harm, where nobody is asked first. */
function dangers(node: TypedNode, around: Around): readonly Danger[] {
  if (!node.sites.some(isSent)) return nothing;
  return findAll(node.sites, (site) => {
    const danger = isSent(site) ? dangerOf(around, node.bound, site) : undefined;
    return danger === undefined ? nothing : sinkAt(node, site, around, textReads).map((sink) => ({ ...sink, ...danger }));
  });
}

const nothing: readonly never[] = [];

/** Whether it stands in a header or in an argument. */
function isSent({ site: { part } }: TypedSite): boolean {
  return (part.shape === "template" && part.field.header === true) || (part.shape === "value" && part.field.sink === "arguments");
}

function dangerOf(around: Around, node: BoundNode, site: TypedSite): Omit<Danger, keyof Sink> | undefined {
  const { part, path } = site.site;
  if (part.shape === "template") return { place: `'${path}'`, may: "are sent as a header", isHeader: true };
  const server = memberOf(node.ast.members, "server", "name")?.value;
  const tool = memberOf(node.ast.members, "tool", "name")?.value;
  if (server === undefined || tool === undefined) return undefined;
  const argument = argumentOf(site);
  const may = whatItMay(around, node, `${server}.${tool}`, argument);
  if (may === undefined || rule(policiesOver(around, node), namedTool(server, tool)).do !== "allow") return undefined;
  return { place: `'${argument}' of '${server}.${tool}'`, may, isHeader: false };
}

/** The name of the argument that a template stands in: `sql` of `arguments.sql`. */
function argumentOf({ site }: TypedSite): string {
  return site.path.slice(site.path.indexOf(".") + 1);
}

const sqlTools: ReadonlySet<string> = new Set("sql postgres postgresql mysql mariadb sqlite duckdb bigquery snowflake clickhouse redshift database warehouse db".split(" "));
const shellTool = /(?:^|[^a-z])(?:shell|bash|terminal|exec|execute_command|run_command|powershell)(?:$|[^a-z])/;

/** What words of others could do as this argument; undefined where nobody says that they could. */
function whatItMay(around: Around, node: BoundNode, tool: string, argument: string): string | undefined {
  const locked = lockedTool(around, node);
  const hints = locked === undefined ? undefined : hintsOf(locked);
  const [names, name] = [tool.toLowerCase(), argument.toLowerCase()];
  const isQuery = name === "query" || name === "statement";
  const isSql = isQuery ? names.split(/[^a-z]/).some((word) => sqlTools.has(word)) : name.includes("sql") && /^(?:raw_?)?sql(?:_?(?:query|text|statement))?$/.test(name);
  if (isSql && hints?.readOnly !== true) return "are run as SQL";
  if ((name === "command" || name === "cmd") && shellTool.test(names)) return "are run as a command";
  return hints?.destructive === true && hints.readOnly !== true ? "decide what is deleted or overwritten" : undefined;
}
