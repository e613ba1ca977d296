import type { Word } from "../expr/ast.ts";
import { nearest } from "../../schemas/nearest.ts";
import { templateTags, type TemplateTag } from "../../schemas/template/tags.ts";
import { unsupportedConstruct } from "../diagnostics/expr.ts";
import { templateSyntax } from "../diagnostics/template.ts";
import { problem, replaceFix, type Problem } from "../expr/problem.ts";

/** Tags of Jinja2, Nunjucks and Liquid that the language leaves out, and what to write instead. */
const tagsElsewhere = new Map<string, string>([
  ...["include", "import", "from", "extends", "block"].map((tag) => [tag, "write the text here; templates stand alone"] as const),
  ...["macro", "call", "filter", "autoescape", "with", "trans", "namespace"].map((tag) => [tag, "write the text out, or filter single values with '|'"] as const),
  ...["do", "break", "continue", "debug"].map((tag) => [tag, "compute values with '{% set %}' and choose them with '{% if %}'"] as const),
  ...["elseif", "elsif"].map((tag) => [tag, "write 'elif'"] as const),
  ...["unless", "case", "when", "switch", "assign", "capture"].map((tag) => [tag, "write '{% if %}' or '{% set %}'"] as const),
]);

/** What was told of a template so far, and the tags of it that were refused: their ends need no complaint of their own. */
interface Told {
  readonly problems: Problem[];
  unsupported: Set<string> | undefined;
}

/** The tag that was meant by one that is none, where that is known; `innermost` is the block that is open. What is wrong is told. */
export function unknownTag(told: Told, word: Word, innermost: "if" | "for" | undefined): TemplateTag | undefined {
  const { problems } = told;
  const elsewhere = tagsElsewhere.get(word.text);
  if (elsewhere !== undefined) problems.push(problem(unsupportedConstruct, word, { what: `'{% ${word.text} %}' is`, help: elsewhere }));
  if (word.text === "elseif" || word.text === "elsif") return "elif";
  const ended = word.text.startsWith("end") ? word.text.slice(3) : undefined;
  if (elsewhere !== undefined) (told.unsupported ??= new Set()).add(word.text);
  if (elsewhere !== undefined || (ended !== undefined && told.unsupported?.has(ended) === true)) return undefined;
  if (word.text === "") {
    problems.push(problem(templateSyntax, { start: word.start, end: word.start + 1 }, { what: "a tag begins with a name", help: `use one of ${templateTags.join(", ")}` }));
    return undefined;
  }
  const near = word.text === "end" && innermost !== undefined ? (`end${innermost}` as const) : nearest(word.text, templateTags);
  const help = near === undefined ? `use one of ${templateTags.join(", ")}` : `did you mean '${near}'?`;
  const fixes = near === undefined ? [] : [replaceFix("unsafe", `write ${near}`, word, near)];
  problems.push(problem(templateSyntax, word, { what: `unknown tag '${word.text}'`, help }, { fixes }));
  // That it closes nothing either is no second mistake.
  return innermost === undefined && near?.startsWith("end") === true ? undefined : templateTags.find((tag) => tag === near);
}
