import type { ExprAst } from "./ast.ts";
import { unreachable } from "../../schemas/bug.ts";

/** The expression as source again, fully parenthesised, so that parsing it gives the same tree. A hole prints as nothing. */
export function printExpression(ast: ExprAst): string {
  const print = printExpression;
  switch (ast.kind) {
    case "hole": return "";
    case "literal": return printLiteral(ast.value);
    case "name": return ast.name;
    case "attribute": return `${base(ast.of)}.${ast.name.text}`;
    case "index": return `${base(ast.of)}[${print(ast.at)}]`;
    case "slice": {
      const step = ast.step === undefined ? "" : `:${print(ast.step)}`;
      return `${base(ast.of)}[${ast.from === undefined ? "" : print(ast.from)}:${ast.to === undefined ? "" : print(ast.to)}${step}]`;
    }
    case "not": return `(not ${print(ast.of)})`;
    case "negate": return `(-${print(ast.of)})`;
    case "and": case "or": return `(${print(ast.left)} ${ast.kind} ${print(ast.right)})`;
    case "if": return `(${print(ast.then)} if ${print(ast.test)} else ${print(ast.else)})`;
    case "compare": return `(${print(ast.first)}${ast.links.map((link) => ` ${link.cmp} ${print(link.to)}`).join("")})`;
    case "is": return `(${print(ast.of)} is ${ast.negated ? "not " : ""}${ast.test.text}${ast.args.length === 0 ? "" : `(${ast.args.map(print).join(", ")})`})`;
    case "arithmetic": return `(${print(ast.left)} ${ast.fn} ${print(ast.right)})`;
    case "list": return `[${ast.items.map(print).join(", ")}]`;
    case "dict": {
      const entries = ast.entries.map(([key, value]) => `${print(key)}: ${print(value)}`).join(", ");
      // `{{` would begin a template.
      return `{${entries.startsWith("{") ? " " : ""}${entries}}`;
    }
    case "call": return `${ast.name.text}${printArguments(ast)}`;
    case "method": return `${base(ast.of)}.${ast.name.text}${printArguments(ast)}`;
    case "filter": return `(${print(ast.of)} | ${ast.name.text}${ast.args.length + ast.named.length === 0 ? "" : printArguments(ast)})`;
    case "comprehension": {
      const clauses = ast.clauses.map((clause) => {
        const conditions = clause.if.map((each) => ` if ${print(each)}`).join("");
        return ` for ${clause.names.map((name) => name.text).join(", ")} in ${print(clause.in)}${conditions}`;
      });
      const inside = `${print(ast.body)}${clauses.join("")}`;
      return ast.isGenerator ? `(${inside})` : `[${inside}]`;
    }
    default: return unreachable(ast, "printExpression");
  }
}

function printLiteral(value: null | boolean | number | string): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "number" ? String(value) : `'${value.replace(/[\\']/g, "\\$&")}'`;
}

/** `1.x` would be a number with a slip behind it. */
function base(ast: ExprAst): string {
  return ast.kind === "literal" && typeof ast.value === "number" ? `(${printExpression(ast)})` : printExpression(ast);
}

function printArguments({ args, named }: Extract<ExprAst, { readonly kind: "call" | "method" | "filter" }>): string {
  return `(${[...args.map(printExpression), ...named.map(({ name, value }) => `${name.text}=${printExpression(value)}`)].join(", ")})`;
}
