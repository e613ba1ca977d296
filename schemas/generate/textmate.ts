/**
 * Draws the TextMate grammars that editors colour expressions by, from the declarations: an expression by itself, templates
 * in the texts of a YAML document, and the values of keys that hold a condition.
 */
import { unreachable } from "../bug.ts";
import { functions } from "../expr/functions.ts";
import { methods } from "../expr/methods.ts";
import { rootNames } from "../expr/roots.ts";
import { tests } from "../expr/tests.ts";
import type { Field, Fields } from "../field.ts";
import { nodeKinds, specOf } from "../nodes/index.ts";
import { filters } from "../template/filters.ts";
import { templateTags } from "../template/tags.ts";

/** A grammar, as its file holds it. */
export interface Grammar {
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly [key: string]: unknown;
}

type Captures = { readonly [group: string]: { readonly name: string } };
type Rule =
  | { readonly include: string }
  | { readonly match: string; readonly name?: string; readonly captures?: Captures }
  | { readonly begin: string; readonly end: string; readonly name?: string; readonly contentName?: string; readonly beginCaptures?: Captures; readonly endCaptures?: Captures; readonly patterns?: readonly Rule[] };

const note = "Made by `npm run gen`; edit the declaration it comes from.";
const expressions: Rule = { include: "source.jamjet.expression" };

/** Expressions, wherever they stand. */
export function expressionGrammar(): Grammar {
  return {
    information_for_contributors: note,
    scopeName: "source.jamjet.expression",
    patterns: [
      { begin: "'", end: "'", name: "string.quoted.single.jamjet", patterns: [escaped] },
      { begin: '"', end: '"', name: "string.quoted.double.jamjet", patterns: [escaped] },
      { match: "(?<![\\w.])(?:\\d+(?:_\\d+)*(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?", name: "constant.numeric.jamjet" },
      { match: `\\b(is)(?:\\s+(not))?\\s+(${oneOf(tests)})\\b`, captures: named("keyword.operator.logical.jamjet", "keyword.operator.logical.jamjet", "support.function.test.jamjet") },
      { match: `(\\|)\\s*(${oneOf(filters)})\\b`, captures: named("keyword.operator.pipe.jamjet", "support.function.filter.jamjet") },
      { match: `(\\.)\\s*(${oneOf(methods)})(?=\\s*\\()`, captures: named("punctuation.accessor.jamjet", "support.function.method.jamjet") },
      { match: "(\\.)\\s*([A-Za-z_]\\w*)", captures: named("punctuation.accessor.jamjet", "variable.other.property.jamjet") },
      { match: "\\b(?:True|true|False|false|None|null)\\b", name: "constant.language.jamjet" },
      { match: "\\b(?:and|or|not|in|is)\\b|!(?!=)|&&|\\|\\|", name: "keyword.operator.logical.jamjet" },
      { match: "\\b(?:if|else|for)\\b", name: "keyword.control.jamjet" },
      { match: `\\b(?:${oneOf(functions)})(?=\\s*\\()`, name: "support.function.builtin.jamjet" },
      { match: `\\b(?:${rootNames.join("|")})\\b(?!\\s*=(?!=))`, name: "variable.language.jamjet" },
      { match: "\\b([A-Za-z_]\\w*)\\s*(=)(?!=)", captures: named("variable.parameter.jamjet", "keyword.operator.assignment.jamjet") },
      { match: "\\b[A-Za-z_]\\w*", name: "variable.other.jamjet" },
      { match: "===?|!==?|<>|<=|>=|<|>|\\*\\*|\\*|//|/|%|\\+|-|\\|", name: "keyword.operator.jamjet" },
    ],
  };
}

const escaped: Rule = { match: "\\\\.", name: "constant.character.escape.jamjet" };

/** Templates in any text of a YAML document. */
export function templateGrammar(): Grammar {
  const tag = `\\b(?:${templateTags.join("|")})\\b`;
  return {
    information_for_contributors: note,
    scopeName: "source.jamjet.template",
    injectionSelector: yamlBut("comment"),
    patterns: [
      { begin: "\\{#", end: "#\\}", name: "comment.block.jamjet" },
      { begin: "\\{\\{-?", end: "-?\\}\\}", name: "meta.template.jamjet", contentName: "meta.embedded.expression.jamjet", beginCaptures: punctuation, endCaptures: punctuation, patterns: [expressions] },
      { begin: "\\{%-?", end: "-?%\\}", name: "meta.template.jamjet", contentName: "meta.embedded.expression.jamjet", beginCaptures: punctuation, endCaptures: punctuation, patterns: [{ match: `\\G\\s*${tag}`, name: "keyword.control.jamjet" }, expressions] },
    ],
  };
}

/** Conditions: the whole value of a key that is declared to hold one, in plain text or quotes. */
export function conditionGrammar(): Grammar {
  const key = `(?:^[ \\t]*|(?<=[\\s{,-]))(${conditionKeys().join("|")})(:)\\s+`;
  const keyCaptures = named("entity.name.tag.yaml", "punctuation.separator.key-value.mapping.yaml");
  const quoted = (quote: string, style: string): Rule => ({
    begin: `${key}(${quote})`,
    end: quote,
    beginCaptures: { ...keyCaptures, "3": { name: `string.quoted.${style}.yaml` } },
    endCaptures: { "0": { name: `string.quoted.${style}.yaml` } },
    contentName: "meta.embedded.expression.jamjet",
    patterns: [expressions],
  });
  return {
    information_for_contributors: note,
    scopeName: "source.jamjet.condition",
    // A block of text is a `meta.scalar` from its mark on, before its first line is a `string`.
    injectionSelector: yamlBut("comment", "string", "meta.scalar"),
    patterns: [
      quoted('"', "double"),
      quoted("'", "single"),
      { begin: `${key}(?=[^\\s"'|>&*!\\[{#])`, end: "$|(?=\\s#)|(?=\\s*[,}])", beginCaptures: keyCaptures, contentName: "meta.embedded.expression.jamjet", patterns: [expressions] },
    ],
  };
}

const punctuation: Captures = { "0": { name: "punctuation.definition.template.jamjet" } };

/** YAML, and documents that are named as ours; a place has the scopes of everything around it. */
function yamlBut(...scopes: readonly string[]): string {
  const without = scopes.map((scope) => ` - ${scope}`).join("");
  return ["source.yaml", "source.jamjet"].map((language) => `L:${language}${without} - meta.template.jamjet`).join(", ");
}

/** Every key of a node that is declared to hold a condition, in all its spellings. */
function conditionKeys(): readonly string[] {
  const found = nodeKinds.flatMap((kind) => conditionsIn(specOf(kind).fields));
  return [...new Set(found)].sort();
}

function conditionsIn(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (isCondition(field) ? [name, ...(field.aliases ?? [])] : conditionsBelow(field)));
}

/** One condition, or a list that may be one. */
function isCondition(field: Field): boolean {
  if (field.shape === "list") return field.single === "allowed" && isCondition(field.of);
  return field.shape === "expression" && field.as === "condition";
}

function conditionsBelow(field: Field): readonly string[] {
  switch (field.shape) {
    case "object": return conditionsIn(field.fields);
    case "list": case "map": return conditionsBelow(field.of);
    case "either": return [field.scalar, field.list, field.map].flatMap((arm) => (arm === undefined ? [] : conditionsBelow(arm)));
    case "tagged": return Object.values(field.variants).flatMap((variant) => conditionsIn(variant.fields));
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template":
    case "expression": case "target": case "stateKey": case "type": case "value": case "data":
      return [];
    default: return unreachable(field, "conditionsBelow");
  }
}

/** Longer names first: an alternative that begins another one would end it. */
function oneOf(table: { readonly [name: string]: unknown }): string {
  return Object.keys(table).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}

function named(...names: readonly string[]): Captures {
  return Object.fromEntries(names.map((name, index) => [String(index + 1), { name }]));
}
