import { readFileSync } from "node:fs";
import nunjucks from "nunjucks";
import { expect, it } from "vitest";
import type { JsonObject } from "../../../schemas/json.ts";
import { evaluate } from "../../../runtime/expr/evaluate.ts";
import { templateIr } from "../../support/expr.ts";

/** Made by `test/support/jinja-table.py`: templates, and what Jinja2 makes of them with our rule for values as text. */
const jinja = JSON.parse(readFileSync(new URL("./jinja.json", import.meta.url), "utf8")) as { readonly state: JsonObject; readonly cases: readonly (readonly [template: string, text: string])[] };

function render(template: string): string {
  const result = evaluate(templateIr(template), { roots: { state: jinja.state }, env: () => undefined });
  return result.ok ? String(result.value) : `fails: ${result.failure.message}`;
}

it.each(jinja.cases)("renders %j as Jinja2 does", (template, text) => {
  expect(render(template)).toBe(text);
});

/** Where nunjucks differs from Jinja2, and so from us. */
const differences: { readonly [reason: string]: RegExp } = {
  "an empty list or dict is true": /(if|not) state\.nothing/,
  "`none` is no name of a field": /state\.none/,
  "text is counted in UTF-16 units": /😀/,
  "a loop has no `if`": / in state\.items if /,
  "a loop over a dict goes through nothing": /for k in state\.d/,
  "what a loop sets stays set": /set (x|y|hit) = .*(\{% for|\{% else)|for .*set hit/,
  "there are no methods of Python": /\.(items|get|split|upper)\(/,
  "there are no slices, and no index from the end": /\[-1\]|\[[\d:-]*:[\d:-]*\]/,
  "% has the sign of the dividend": /-7 % 3/,
  "lists and dicts as text are not JSON": /\|(list|sort|sort\(.*\)|batch\(.*\)|slice\(.*\)|groupby\(.*\)) \}\}|\|(list|groupby\(.*\))/,
  "a test takes no argument without parentheses, and some are missing": / is (divisibleby|eq|gt|in|sequence|lower)/,
  "some filters are missing": /\|(map|unique|tojson|min|max|items)/,
  "keyword arguments are not read": /(attribute|method|leeway|start)=/,
  "truncate counts without its end, knows no leeway, and takes no part of a word": /truncate/,
  "title knows only spaces": /\|title/,
  "trim takes no characters": /trim\('x'\)/,
  "round rounds halves up": /2\.5\|round/,
  "int gives nothing for what is no number": /'x'\|int \}/,
  "indent indents empty lines, and by no text": /\|indent/,
  "a word is of ASCII": /wordcount/,
  "striptags knows no tag around another": /<<a>>/,
  "urlencode keeps what a browser keeps, but no slash": /urlencode/,
  "escape names the quotation mark": /\|escape/,
};
const environment = new nunjucks.Environment(null, { autoescape: false });

function renderByNunjucks(template: string): string {
  try {
    return environment.renderString(template, { state: structuredClone(jinja.state) });
  } catch {
    return "nunjucks refuses it";
  }
}

it("agrees with nunjucks but for the differences we state", () => {
  const disagree = jinja.cases.filter(([template]) => renderByNunjucks(template) !== render(template)).map(([template]) => template);
  expect(disagree.filter((template) => !Object.values(differences).some((pattern) => pattern.test(template)))).toEqual([]);
  expect(Object.keys(differences).filter((reason) => !disagree.some((template) => differences[reason]?.test(template)))).toEqual([]);
});
