import { catalogue, explain as specOf } from "../../compiler/index.ts";
import { nearest } from "../../schemas/nearest.ts";
import { type Answer, answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import type { DiagnosticExample } from "../diagnostic-examples.ts";
import { families, weighing } from "../families.ts";
import type { Line } from "../render/page.ts";

export const explain = command({
  name: "explain",
  summary: "say what a code means, why it matters, how to mend it and how to silence it",
  arguments: { code: { count: "optional", doc: "a code such as JJ2001, or its name; without one, every code is listed" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet explain JJ2001", "jamjet explain unknown-key", "jamjet explain"],
  async run({ args }) {
    if (args.code === undefined) return everyCode();
    const spec = specOf(args.code);
    if (spec === undefined) {
      const near = nearest(args.code.toLowerCase(), catalogue.map(({ slug }) => slug)) ?? nearest(args.code.toUpperCase(), catalogue.map(({ code }) => code));
      return refusal(`no code is called '${args.code}'`, near === undefined ? "codes stand in the first line of each finding, in brackets; 'jamjet explain' lists them" : `did you mean '${near}'?`);
    }
    const { code, slug, severity, doc } = spec;
    const { exampleOf } = await import("../diagnostic-examples.ts");
    const example = exampleOf(code);
    const { title, lines: weights } = weighing(spec);
    const lines: readonly Line[] = [
      [{ tone: "strong", text: `${code} ${slug}` }, ` (${severity})`], "", ...doc.split("\n"),
      ...(example === undefined ? [] : exampleLines(example)),
      ...part(title, weights.length === 0 ? ["nothing does: it is an error"] : weights),
    ];
    return answer("fine", { code, slug, severity, doc, page: `docs/reference/diagnostics/${code}.md`, can_be_ignored: severity !== "error", ...(example === undefined ? {} : { example: { ...example } }) }, lines);
  },
});

function everyCode(): Answer {
  const all = families();
  const lines = all.flatMap(({ family, title, specs }, index): readonly Line[] => [
    ...(index === 0 ? [] : [""]),
    [{ tone: "strong", text: `${family} ${title}` }],
    ...specs.map(({ code, slug, severity }): Line => `  ${code}  ${slug} (${severity})`),
  ]);
  return answer("fine", { families: all.map(({ family, title, specs }) => ({ family, title, codes: specs.map(({ code, slug, severity }) => ({ code, slug, severity })) })) }, lines);
}

function exampleLines({ before, wrong, says, right }: DiagnosticExample): readonly Line[] {
  return [...(before === undefined ? [] : part("before", before)), ...part("wrong", wrong), ...part("is answered with", says), ...part("right", right)];
}

function part(title: string, lines: readonly string[]): readonly Line[] {
  return ["", [{ tone: "note", text: title }], ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}
