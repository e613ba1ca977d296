import { accessPath, factKey, spotIn, valueFact, type CodeSpot, type ExprAst } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import { operators } from "../../schemas/expr/operators.ts";
import { rootNames, roots } from "../../schemas/expr/roots.ts";
import { describeScheme, describeSignature, type CallRow, type Example, type Signature, type SubjectRow, type TypeScheme } from "../../schemas/expr/signature.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { filters } from "../../schemas/template/filters.ts";
import { describeType } from "../../schemas/type.ts";
import type { SiteAt } from "../code-at.ts";
import type { Markup } from "../markup.ts";
import { declarationOf } from "./values.ts";

/** What is said of a piece of code, and where in the text of its site it stands. */
export interface CodePage {
  readonly start: number;
  readonly end: number;
  readonly paragraphs: readonly (string | undefined)[];
  /** The key of the state whose value it is, if it is just that. */
  readonly stateKey?: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is known of the expression around an offset: of the name under it, or else of the value. */
export function codePage({ site, at }: SiteAt, markup: Markup): CodePage | undefined {
  const spot = spotIn(site, at);
  if (spot === undefined) return undefined;
  const { trail, variable, offset } = spot;
  const ast = trail.at(-1);
  const within = at - offset;
  const covers = ({ start, end }: Place): boolean => start <= within && within <= end;
  const page = variable !== undefined
    ? { at: variable.name, paragraphs: [markup.block(declarationOf(variable.name.text, variable.type))] }
    : ast !== undefined && covers(ast) ? namePage(ast, covers, markup) ?? valuePage(ast, spot, site.site.text.value.slice(ast.start + offset, ast.end + offset), markup) : undefined;
  return page && { ...page, start: page.at.start + offset, end: page.at.end + offset };
}

type Page = Pick<CodePage, "paragraphs" | "stateKey"> & { readonly at: Place };

/** What is declared of a function, a method, a filter, a test or an operator, where its name stands under the cursor. */
function namePage(ast: ExprAst, covers: (at: Place) => boolean, markup: Markup): Page | undefined {
  switch (ast.kind) {
    case "call": return covers(ast.name) ? calledPage("function", ast.name, markup) : undefined;
    case "method": return covers(ast.name) ? calledPage("method", ast.name, markup) : undefined;
    case "filter": return covers(ast.name) ? calledPage("filter", ast.name, markup) : undefined;
    case "is": return covers(ast.test) ? calledPage("test", ast.test, markup) : undefined;
    case "arithmetic": return covers(ast.at) ? operatorPage(ast.at, ast.fn, markup) : undefined;
    case "compare": {
      const link = ast.links.find(({ at }) => covers(at));
      return link && operatorPage(link.at, link.cmp, markup);
    }
    case "hole": case "literal": case "name": case "attribute": case "index": case "slice": case "not": case "negate": case "and": case "or": case "if":
    case "list": case "dict": case "comprehension":
      return undefined;
    default: return unreachable(ast, "namePage");
  }
}

/** What the value of an expression is, here and by its declaration. */
function valuePage(ast: ExprAst, { env }: CodeSpot, source: string, markup: Markup): Page | undefined {
  if (ast.kind === "hole") return undefined;
  const path = accessPath(ast);
  const name = path === undefined ? oneLine(source) : factKey(path);
  const root = path === undefined || env.locals.has(path.root) ? undefined : rootNames.find((each) => each === path.root);
  if (path !== undefined && root !== undefined && path.keys.length === 0) {
    const type = env.roots.get(root);
    return { at: ast, paragraphs: [type && markup.block(declarationOf(name, type)), markup.doc(roots[root].doc)] };
  }
  const { type, declared, values } = valueFact(ast, env);
  const [was, is] = [describeType(declared), describeType(type)];
  return {
    at: ast,
    paragraphs: [
      markup.block(declarationOf(name, type)),
      was === is ? undefined : `Declared as ${markup.code(was)}; the tests on the way here leave ${markup.code(is)}.`,
      values === undefined ? undefined : `Here it is ${markup.code(values)}.`,
      root === "env" ? markup.doc("A variable of the environment; its value is read when a run starts, and never shown.") : undefined,
    ],
    ...(root === "state" && path?.keys.length === 1 && path.keys[0] !== undefined ? { stateKey: path.keys[0] } : {}),
  };
}

type Named = Place & { readonly text: string };

/** What an expression may call by name. */
export type CallKind = "function" | "method" | "filter" | "test";

type Rows = { readonly [K in CallKind]: { readonly [name: string]: CallRow | SubjectRow } };
const rowsOf: Rows = { function: functions, method: methods, filter: filters, test: tests };

/** How a call is written, by what it is called on. */
const forms: { readonly [K in CallKind]: (subject: string, call: string) => string } = {
  function: (_, call) => call,
  method: (subject, call) => `${subject}.${call}`,
  filter: (subject, call) => `${subject} | ${call}`,
  test: (subject, call) => `${subject} is ${call}`,
};

function calledPage(kind: CallKind, name: Named, markup: Markup): Page | undefined {
  const paragraphs = callParagraphs(kind, name.text, markup);
  return paragraphs && { at: name, paragraphs };
}

/** What is declared of something that is called: its signatures, its words and an example. */
export function callParagraphs(kind: CallKind, name: string, markup: Markup): CodePage["paragraphs"] | undefined {
  const row = Object.hasOwn(rowsOf[kind], name) ? rowsOf[kind][name] : undefined;
  if (row === undefined) return undefined;
  const signatures: readonly (Signature & { readonly subject?: TypeScheme })[] = row.signatures;
  const written = signatures.map((each) => forms[kind](each.subject === undefined ? "" : describeScheme(each.subject), describeSignature(name, each)));
  return [markup.block(written.join("\n")), markup.doc(row.doc), exampleLine(row.example, markup)];
}

function operatorPage(at: Place, sign: keyof typeof operators, markup: Markup): Page {
  const { overloads, doc, example } = operators[sign];
  return { at, paragraphs: [markup.block(overloads.map(({ left, right, returns }) => `${describeScheme(left)} ${sign} ${describeScheme(right)} -> ${describeScheme(returns)}`).join("\n")), markup.doc(doc), exampleLine(example, markup)] };
}

function exampleLine({ text, gives }: Example, markup: Markup): string {
  return `${markup.code(text)} gives ${markup.code(JSON.stringify(gives))}`;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
