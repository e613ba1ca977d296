import { addition, misspelt, mutant, present, removal, replaced, type Operator } from "../mutant.ts";
import type { Entry, NodePart, Subject } from "../subject.ts";
import { wordsIn } from "./names.ts";

/** Nodes whose answer is text and nothing else, with the key that keeps it. */
function textWriters({ nodes, state }: Subject): readonly { readonly node: NodePart; readonly output: Entry; readonly declared: Entry }[] {
  return nodes.filter(({ kind, keys }) => kind === "model" && !keys.has("output_schema")).flatMap((node) => {
    const output = node.keys.get("output_key");
    const declared = state.get(output?.scalar ?? "");
    return output === undefined || declared?.scalar === undefined ? [] : [{ node, output, declared }];
  });
}

/** The arguments of tools whose schema was locked, as far as they are written as a mapping. */
function lockedArguments(subject: Subject): readonly { readonly node: NodePart; readonly argument: Entry; readonly schema: { readonly type?: unknown } | undefined; readonly isRequired: boolean; readonly isClosed: boolean }[] {
  return subject.nodes.filter(({ kind }) => kind === "tool").flatMap((node) => {
    const tool = subject.project.lock?.get(node.keys.get("server")?.scalar ?? "")?.get(node.keys.get("tool")?.scalar ?? "");
    if (tool === undefined) return [];
    const { properties = {}, required = [], additionalProperties } = tool.inputSchema as { readonly properties?: { readonly [name: string]: { readonly type?: unknown } }; readonly required?: readonly string[]; readonly additionalProperties?: unknown };
    return subject.entries.filter(({ path }) => path.length === 4 && path[1] === node.id && path[2] === "arguments").map((argument) => ({ node, argument, schema: properties[argument.key], isRequired: required.includes(argument.key), isClosed: additionalProperties === false }));
  });
}

export const typeOperators: readonly Operator[] = [
  { name: "type-typo", wrong: "no type has that name", mutants: (subject) => [...subject.state.values()].filter(({ scalar }) => scalar !== undefined && /^[a-z]{3,}$/.test(scalar)).map(({ valueAt, scalar }) => replaced(subject, valueAt, misspelt(scalar ?? ""))) },
  { name: "type-unclosed", wrong: "a bracket of a type is never closed", mutants: (subject) => [...subject.state.values()].filter(({ scalar, isFlow }) => scalar?.endsWith("]") === true && !isFlow).map(({ valueAt, scalar = "" }) => {
    const broken = replaced(subject, valueAt, `"${scalar.slice(0, -1).replaceAll('"', "'")}"`);
    // What is missing is missing where the text ends.
    return { ...broken, tokens: broken.tokens.map(({ end }) => ({ start: end - 1, end: end - 1 })) };
  }) },
  {
    name: "text-into-number",
    wrong: "what a model answers without a schema is text, and its key is a number",
    mutants: (subject) => textWriters(subject).flatMap(({ declared, output }) => ["int", "float", "bool"].map((type) => mutant(subject, [{ at: declared.valueAt, text: type }], [output.valueAt]))),
  },
  {
    name: "text-into-list",
    wrong: "what a model answers without a schema is text, and its key is a list",
    mutants: (subject) => textWriters(subject).flatMap(({ declared, output }) => ['"list[str]"', "dict"].map((type) => mutant(subject, [{ at: declared.valueAt, text: type }], [output.valueAt]))),
  },
  {
    name: "schema-swapped",
    wrong: "the answer's schema does not fit the key that keeps it",
    mutants: (subject) => subject.nodes.flatMap(({ keys }) => {
      const schema = keys.get("output_schema");
      const key = keys.get("output_key");
      const declared = subject.state.get(key?.scalar ?? "");
      const isRecord = declared !== undefined && declared.scalar === undefined && subject.text[declared.valueAt.start] === "{" && !subject.text.slice(declared.valueAt.start, declared.valueAt.end).includes("type:");
      return schema === undefined || key === undefined || !isRecord ? [] : [mutant(subject, [{ at: schema.valueAt, text: schema.isFlow || subject.text[schema.valueAt.start] === "{" ? "int" : "int\n" }], [key.valueAt])];
    }),
  },
  {
    name: "order-of-kinds",
    wrong: "a text is not greater or less than a number",
    mutants: (subject) => [...subject.state.values()].filter(({ scalar }) => scalar === "int" || scalar === "float").flatMap((declared) => {
      const reads = wordsIn(subject.codes, /(?<![\w.])state\.(\w+) *(?:<=?|>=?) *\d/g).filter(({ word }) => word === declared.key);
      return reads.length === 0 ? [] : [mutant(subject, [{ at: declared.valueAt, text: "str" }], reads.map(({ at }) => at))];
    }),
  },
  {
    name: "default-misfit",
    wrong: "the default does not fit its type",
    // Below a key of the state, a default is a remark that nothing applies.
    mutants: (subject) => subject.entries.filter(({ path, key, siblings }) => path.length <= 5 && path[1] === "state_schema" && key === "default" && siblings.some((each) => each.key === "type" && /^(?:number|integer|boolean|array|int|float|bool)$/.test(each.scalar ?? ""))).map(({ valueAt }) => replaced(subject, valueAt, "plenty")),
  },
  { name: "tool-typo", wrong: "the lock knows no tool of that name", mutants: (subject) => subject.nodes.filter(({ kind, keys }) => kind === "tool" && subject.project.lock?.get(keys.get("server")?.scalar ?? "") !== undefined).flatMap(({ keys }) => present([keys.get("tool")]).map(({ valueAt, scalar }) => replaced(subject, valueAt, misspelt(scalar ?? "")))) },
  { name: "argument-typo", wrong: "the locked tool demands another argument than the one that is given", mutants: (subject) => lockedArguments(subject).filter(({ isRequired, isClosed }) => isRequired || isClosed).map(({ argument }) => replaced(subject, argument.keyAt, misspelt(argument.key))) },
  {
    name: "argument-dropped",
    wrong: "the locked tool demands an argument that is not given",
    mutants: (subject) => lockedArguments(subject).filter(({ isRequired }) => isRequired).flatMap(({ argument, node }) => {
      const edit = removal(argument, subject.text);
      return edit === undefined ? [] : [mutant(subject, [edit], present([node.keys.get("arguments")?.keyAt, node.keys.get("tool")?.valueAt]))];
    }),
  },
  {
    name: "argument-misfit",
    wrong: "the locked tool takes an argument of another type",
    mutants: (subject) => lockedArguments(subject).flatMap(({ argument, schema }) => {
      const wrong = schema?.type === "string" ? "[1, 2]" : schema?.type === "integer" || schema?.type === "number" || schema?.type === "array" || schema?.type === "boolean" ? "plenty" : undefined;
      return wrong === undefined ? [] : [replaced(subject, argument.valueAt, wrong)];
    }),
  },
  {
    name: "inputs-too-few",
    wrong: "the header says that callers give nothing, and a key is read that nobody writes before",
    mutants: (subject) => {
      const start = subject.entries.find(({ path }) => path.join(".") === "workflow.start");
      const written = new Set(subject.leaves.filter(({ key, path }) => (key === "output_key" || path.includes("output_to_state")) && path[0] === "nodes").map(({ scalar }) => scalar));
      const brought = new Set(subject.entries.filter(({ path }) => path.includes("data") || path.includes("output_to_state")).map(({ key }) => key));
      const asked = new Set(wordsIn(subject.codes.filter(({ of }) => of !== "output"), /(?<![\w.])state\.(\w+)/g).map(({ word }) => word));
      const reads = wordsIn(subject.codes, /(?<![\w.])state\.(\w+)(?! *(?:is |\| *default| or | if |in ))/g).filter(({ word, code }) => subject.state.has(word) && !asked.has(word) && !written.has(word) && !brought.has(word) && subject.state.get(word)?.scalar?.includes("?") !== true && subject.state.get(word)?.scalar?.includes("None") !== true && subject.state.get(word)?.scalar !== undefined && code.of === "output" && !/ is (?:not )?(?:None|none|defined)|default| or | if |==|!=/.test(code.bare) && !/\{%-? *(?:if|elif)/.test(code.leaf.scalar));
      if (start === undefined || reads.length === 0 || subject.text.includes("inputs:") || subject.text.includes("custom:")) return [];
      return present([addition(start, ["inputs: []"], subject.text)]).map((edit) => mutant(subject, [edit], reads.map(({ at }) => at)));
    },
  },
];
