import type { ExprAst } from "./ast.ts";
import { printExpression } from "./print.ts";

/*
 * What other languages write, and what this one writes instead. Asked for only where a name, a word or a sign means
 * nothing here.
 */

const functions: ReadonlyMap<string, string> = new Map([
  ["length", "len"], ["size", "len"], ["count", "len"], ["string", "str"], ["integer", "int"], ["number", "float"], ["boolean", "bool"], ["array", "list"], ["average", "sum"], ["filter", "select"], ["sort", "sorted"], ["set", "list"],
]);

const filters: ReadonlyMap<string, string> = new Map([
  ["len", "length"], ["size", "length"], ["count", "length"], ["str", "string"], ["json", "tojson"], ["to_json", "tojson"], ["strip", "trim"], ["uppercase", "upper"], ["lowercase", "lower"], ["upcase", "upper"], ["downcase", "lower"], ["d", "default"], ["e", "escape"], ["fallback", "default"],
]);

const methods: ReadonlyMap<string, string> = new Map([
  ["toUpperCase", "upper"], ["toLowerCase", "lower"], ["trim", "strip"], ["trimStart", "lstrip"], ["trimEnd", "rstrip"], ["replaceAll", "replace"], ["indexOf", "find"], ["entries", "items"],
]);

const constants: ReadonlyMap<string, string> = new Map([
  ["none", "None"], ["NONE", "None"], ["NULL", "None"], ["Null", "None"], ["nil", "None"], ["undefined", "None"], ["TRUE", "True"], ["FALSE", "False"],
]);

const operators: ReadonlyMap<string, string> = new Map([
  ["AND", "and"], ["OR", "or"], ["NOT", "not"], ["IN", "in"], ["IS", "is"], ["eq", "=="], ["equals", "=="], ["ne", "!="], ["gt", ">"], ["ge", ">="], ["gte", ">="], ["lt", "<"], ["le", "<="], ["lte", "<="], ["mod", "%"], ["div", "//"],
]);

/** The function of ours that does what one called `name` does elsewhere. */
export function functionElsewhere(name: string): string | undefined {
  return functions.get(name);
}

/** The filter of ours that does what one called `name` does elsewhere. */
export function filterElsewhere(name: string): string | undefined {
  return filters.get(name);
}

/** The method of ours that does what one called `name` does elsewhere. */
export function methodElsewhere(name: string): string | undefined {
  return methods.get(name);
}

/** How we write a constant that is called `name` elsewhere. */
export function constantElsewhere(name: string): string | undefined {
  return constants.get(name);
}

/** What to write instead of a function that has no counterpart. */
export function helpForFunction(name: string): string | undefined {
  switch (name.toLowerCase()) {
    case "contains": case "includes": case "has": return `write 'b in a' instead of '${name}(a, b)'`;
    case "empty": case "isempty": case "is_empty": return "write 'not a'";
    case "exists": case "isset": case "defined": case "is_defined": return "write 'a is defined'";
    case "isnull": case "is_null": case "is_none": return "write 'a is None'";
    case "coalesce": case "ifnull": case "nvl": return "write 'a | default(b)'";
    case "concat": return "write 'a + b'";
    case "if": case "iif": case "iff": case "cond": return "write 'a if c else b'";
    case "format": case "printf": case "sprintf": return "put texts together with '+', or write a template";
    case "match": case "matches": case "regex": case "test": return "write 'x in a', 'a.startswith(x)' or 'a.endswith(x)'";
    case "now": case "today": case "date": return "'execution.started_at' is the moment at which the run began; expressions have no clock";
    case "random": case "uuid": return "'execution.id' is another one for each run; expressions have no chance";
    case "eq": case "equals": return "write 'a == b'";
    default: return undefined;
  }
}

/** What to write instead of a method that has no counterpart; `subject` is what it is called on. */
export function helpForMethod(name: string, subject: ExprAst): string | undefined {
  const of = inShort(subject);
  switch (name) {
    case "includes": case "contains": case "has": case "hasOwnProperty": return `write 'x in ${of}'`;
    case "length": case "size": return `write 'len(${of})'`;
    case "slice": case "substring": case "substr": return `write '${of}[from:to]'`;
    case "map": case "filter": return `write a comprehension, as in '[x for x in ${of} if x]'`;
    case "some": return `write 'any(x for x in ${of})', with a test in place of the first 'x'`;
    case "every": return `write 'all(x for x in ${of})', with a test in place of the first 'x'`;
    case "push": case "append": case "add": case "concat": return `an expression changes nothing; '${of} + [x]' is a new list`;
    case "toString": return `write 'str(${of})'`;
    default: return undefined;
  }
}

/** What to write instead of a part that other languages have; `subject` is what it is read of. */
export function helpForPart(name: string, subject: ExprAst): string | undefined {
  return name === "length" || name === "size" ? `write 'len(${inShort(subject)})'` : undefined;
}

/** What to write instead of a test; `subject` is what is tested. */
export function helpForTest(name: string, subject: ExprAst): string | undefined {
  const of = inShort(subject);
  switch (name) {
    case "empty": case "blank": return `write 'not ${of}'`;
    case "undefined": return `write '${of} is not defined'`;
    default: return undefined;
  }
}

/** What to write instead of a root that other languages have. */
export function helpForRoot(name: string): string | undefined {
  switch (name) {
    case "input": case "inputs": case "vars": case "context": case "ctx": return "what a run is given, and what nodes wrote, are keys of the state: begin with 'state'";
    case "nodes": case "steps": case "outputs": case "result": case "results": return "read what a node wrote by its 'output_key': begin with 'state'";
    case "secrets": return "begin with 'env'";
    case "workflow": return "begin with 'execution'";
    default: return undefined;
  }
}

/** The expression as help may show it: where it is long, an author knows what is meant. */
function inShort(ast: ExprAst): string {
  const text = printExpression(ast);
  return text.length <= 40 ? text : "…";
}

/** What to write instead of a word, or a sign, between two operands. */
export function helpForOperator(image: string): string | undefined {
  const instead = operators.get(image);
  if (instead !== undefined) return `write '${instead}'`;
  switch (image) {
    case "contains": case "includes": case "has": return "write 'b in a' instead of 'a contains b'";
    case "matches": return "write 'x in a', 'a.startswith(x)' or 'a.endswith(x)'";
    case ":": return "write arguments in brackets, as in 'default(0)'";
    default: return undefined;
  }
}
