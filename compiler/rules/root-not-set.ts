import type { FlowGraph, NodeSet } from "../bind/graph.ts";
import { reachableFrom, reachedNodes } from "../bind/graph.ts";
import type { Code } from "../check/code.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import type { ExprAst } from "../expr/ast.ts";
import type { Read } from "../expr/reads.ts";
import { findAll } from "../source/find-all.ts";
import { idOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";

type Unset = "error" | "feedback";

const rootNotSet = diagnostic<{ root: Unset; node: string; isEver: boolean }>({
  code: "JJ5120",
  slug: "root-not-set",
  severity: "error",
  message: (p) => `'${p.root}' is None here: ${p.root === "error" ? `no 'on_error' leads to '${p.node}'` : p.isEver ? `'${p.node}' runs before anything is said of it` : `no eval runs '${p.node}' again`}`,
  help: (p) => (p.root === "error" || !p.isEver ? `read it where it is set, or ask first: \`{% if ${p.root} %}\`` : `ask first: \`{% if ${p.root} %}\``),
  doc: `\`error\` tells what failed, in the node that an \`on_error\` leads to and in all that follow; \`feedback\` tells what the scorers said, in a
node that an \`eval\` runs again. Elsewhere both are \`None\`, and of \`None\` nothing can be read: the node fails with \`expression_error\`.`,
});

/** A part of `error` or `feedback` is only read where that may be set, or behind a test of it. */
export const rootNotSetRule: WorkflowRule = {
  of: "workflow",
  reports: [rootNotSet],
  check: (typed) => {
    const { bound } = typed;
    const reads = gathered(typed, bareReads);
    if (reads.length === 0 || !bound.graph.complete) return [];
    const isReached = reachedNodes(bound.graph);
    const isSet = { error: behindErrors(bound.graph), feedback: new Set(bound.graph.feedback.map(({ to }) => to)) };
    return reads.flatMap(({ node, root, site, read, isStraight }) => {
      const isEver = isSet[root].has(node);
      if (!isReached.has(node) || (isEver && !(root === "feedback" && isStraight))) return [];
      return [report(rootNotSet, site.site.text.locate(read.start, read.end), { root, node: idOf(bound, node), isEver })];
    });
  },
};

/** A place where a part of a root is read that is None unless something set it, and that no test goes before. */
interface BareRead {
  readonly node: number;
  readonly root: Unset;
  readonly site: TypedSite;
  readonly read: Read;
  /** It is read whenever the node begins, whatever else is known. */
  readonly isStraight: boolean;
}

function bareReads({ bound: { index: node }, sites }: TypedNode): readonly BareRead[] {
  return findAll(sites, (site) => findAll(site.reads, (read): readonly BareRead[] => {
    const { root, path, end, key, guarded } = read;
    const isOfPart = path.length > 0 || end > key.end;
    return (root === "error" || root === "feedback") && isOfPart && !guarded && site.isReached ? [{ node, root, site, read, isStraight: isStraight(site.code, read) }] : [];
  }));
}

/** Whether a template shows what is read with nothing around it that could leave it out. */
function isStraight(code: Code, { start, end }: Read): boolean {
  return code.as === "template" && code.parsed.parts.some((part) => part.part === "out" && part.start <= start && end <= part.end && isChain(part.of.ast));
}

function isChain(ast: ExprAst): boolean {
  let at = ast;
  while (at.kind === "attribute" || at.kind === "index" || at.kind === "filter") at = at.of;
  return at.kind === "name";
}

/** The nodes that control may come to after some failure led on. */
function behindErrors({ edges, successors }: FlowGraph): NodeSet {
  return reachableFrom(successors, edges.flatMap(({ role, to }) => (role === "error" ? [to] : [])));
}
