import type { BoundNode } from "../bind/bound.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import type { ExprAst, Range } from "../expr/ast.ts";
import { accessPath } from "../expr/facts.ts";
import { findAll } from "../source/find-all.ts";
import { conditionAst } from "./condition-truth.ts";
import type { NodeRule } from "./rule.ts";

const stringTruthiness = diagnostic<{ path: string; node: string }>({
  code: "JJ3007",
  slug: "string-truthiness",
  severity: "warning",
  message: (p) => `'${p.path}' is text that '${p.node}' has just written, and any text is true, "false" too`,
  help: () => "compare it, as in '== \"yes\"', or add 'output_schema: bool'",
  doc: `A model answers with text unless \`output_schema\` asks for structure, and text counts as true unless it is empty. Asked for yes or
no, a model that says \`no\` takes the route of \`yes\`.

\`\`\`yaml
check:
  type: model
  model: gpt-4o
  prompt: Is this an invoice? Answer yes or no.
  output_key: is_invoice
  next:
    - when: output.is_invoice              # bad: "no" is true
      to: book
    - when: output.is_invoice == "yes"     # good
      to: book
    - else: end
\`\`\``,
});

/** Whether a model wrote anything at all is no question: its route asks what it wrote. */
export const stringTruthinessRule: NodeRule = {
  of: "node",
  reports: [stringTruthiness],
  check: (node) => {
    if (node.result.kind !== "str" || node.bound.spec?.traits.cost !== "tokens") return [];
    return findAll(node.sites, (typed) => {
      const ast = typed.sides === undefined ? undefined : conditionAst(typed);
      return ast === undefined ? [] : truthsOf(ast).filter((part) => isOwnText(part, node)).map((part) =>
        report(stringTruthiness, typed.site.text.locate(part.start, part.end), { path: typed.site.text.value.slice(part.start, part.end), node: node.bound.ast.id.value }));
    });
  },
};

/** The parts of a condition of which only the truth counts. */
function truthsOf(ast: ExprAst): readonly (ExprAst & Range)[] {
  switch (ast.kind) {
    case "not": return truthsOf(ast.of);
    case "and": case "or": return [...truthsOf(ast.left), ...truthsOf(ast.right)];
    case "if": return [...truthsOf(ast.test), ...truthsOf(ast.then), ...truthsOf(ast.else)];
    default: return [ast];
  }
}

function isOwnText(ast: ExprAst, { bound }: TypedNode): boolean {
  const path = accessPath(ast);
  if (path === undefined || path.keys.length !== 1 || (path.root !== "output" && path.root !== "state")) return false;
  return writesWhole(bound, path.keys[0] ?? "");
}

function writesWhole({ writes }: BoundNode, key: string): boolean {
  return writes.some((write) => write.key === key && write.field === undefined);
}
