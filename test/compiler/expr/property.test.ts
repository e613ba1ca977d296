import fc from "fast-check";
import { expect, it } from "vitest";
import type { ExprAst } from "../../../compiler/expr/ast.ts";
import { childrenOf } from "../../../compiler/expr/ast.ts";
import { checkExpression, parseExpression } from "../../../compiler/expr/expression.ts";
import { lowerExpression } from "../../../compiler/expr/lower.ts";
import { printExpression } from "../../../compiler/expr/print.ts";
import { readsOf } from "../../../compiler/expr/reads.ts";
import { inPlace } from "../../support/problems.ts";
import { anyRuns } from "../../support/random.ts";
import { sampleEnv } from "../../support/types.ts";

const words = ["state", ".", "name", "n", "x", "tags", "(", ")", "[", "]", "{", "}", ",", ":", "'a'", '"', "1", "0.5", "+", "-", "**", "//", "==", "=", "<", "and", "or", "not", "in", "is", "if", "else", "for", "None", "|", "join", "len", "upper", "{{", "}}", "&&", "!", ";", "_", "$", "é", " "];
const soups = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(" "));
const dense = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(""));
const texts = fc.oneof(soups, dense, fc.string({ unit: "binary", maxLength: 60 }));

/** Expressions that parse, as text with all parentheses. */
const sources: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => {
  const node = tie("node");
  const binary = (...operators: readonly string[]) => fc.tuple(node, fc.constantFrom(...operators), node).map(([left, operator, right]) => `(${left} ${operator} ${right})`);
  return {
    node: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constantFrom("state", "x", "1", "2.5", "'a'", "'it\\'s'", "None", "True", "[]", "{}"),
      binary("+", "-", "*", "/", "//", "%", "**"),
      binary("==", "!=", "<", "<=", ">", ">=", "in", "not in"),
      binary("and", "or"),
      fc.tuple(node, node, node).map(([a, b, c]) => `(${a} if ${b} else ${c})`),
      node.map((of) => `(not ${of})`),
      node.map((of) => `(-${of})`),
      node.map((of) => `(${of}).name`),
      node.map((of) => `(${of} is not none)`),
      node.map((of) => `(${of} | default('x'))`),
      fc.tuple(node, node).map(([of, at]) => `(${of})[${at}]`),
      fc.tuple(node, node).map(([of, to]) => `(${of})[:${to}]`),
      fc.tuple(node, node).map(([a, b]) => `[${a}, ${b}]`),
      fc.tuple(node, node).map(([key, value]) => `{ ${key}: ${value}}`),
      fc.tuple(node, node).map(([body, source]) => `[${body} for x in ${source} if x]`),
      node.map((of) => `len(${of})`),
    ),
  };
}).node;

const shapeOf = (ast: ExprAst): unknown => [ast.kind, printExpression(ast), childrenOf(ast).map(shapeOf)];

function everyNode(ast: ExprAst, look: (node: ExprAst) => void): void {
  look(ast);
  for (const child of childrenOf(ast)) everyNode(child, look);
}

it("never throws, and points inside the text, whatever the text is", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseExpression(text);
      const { diagnostics } = checkExpression(parsed, sampleEnv, inPlace);
      readsOf(parsed.ast);
      everyNode(parsed.ast, ({ start, end }) => expect(0 <= start && start <= end && end <= text.length).toBe(true));
      for (const { span, fixes } of diagnostics) {
        for (const { start, end } of [span, ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }
    }),
    anyRuns(1500),
  );
});

it("has a hole only where it has an error, and lowers all else", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parseExpression(text);
      const { diagnostics } = checkExpression(parsed, sampleEnv, inPlace);
      if (diagnostics.some((each) => each.severity === "error")) return;
      everyNode(parsed.ast, (node) => expect(node.kind).not.toBe("hole"));
      lowerExpression(parsed);
    }),
    anyRuns(1500),
  );
});

it("reads back what it prints", () => {
  fc.assert(
    fc.property(sources, (text) => {
      const { ast, problems } = parseExpression(text);
      expect(problems).toEqual([]);
      const printed = printExpression(ast);
      expect(shapeOf(parseExpression(printed).ast)).toEqual(shapeOf(ast));
    }),
    anyRuns(500),
  );
});
