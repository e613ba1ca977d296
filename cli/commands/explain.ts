import { catalogue, explain as specOf } from "../../compiler/index.ts";
import { nearest } from "../../schemas/nearest.ts";
import { answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import type { DiagnosticExample } from "../diagnostic-examples.ts";
import type { Line } from "../render/page.ts";

export const explain = command({
  name: "explain",
  summary: "say what a code means, why it matters and how to mend it",
  arguments: { code: { doc: "a code such as JJ2001, or its name" } },
  options: {},
  exits: ["fine"],
  examples: ["jamjet explain JJ2001", "jamjet explain unknown-key"],
  async run({ args }) {
    const spec = specOf(args.code.toUpperCase()) ?? specOf(args.code.toLowerCase());
    if (spec === undefined) {
      const near = nearest(args.code.toLowerCase(), catalogue.map(({ slug }) => slug)) ?? nearest(args.code.toUpperCase(), catalogue.map(({ code }) => code));
      return refusal(`no code is called '${args.code}'`, near === undefined ? "codes stand in the first line of each finding, in brackets" : `did you mean '${near}'?`);
    }
    const { code, slug, severity, doc } = spec;
    const { exampleOf } = await import("../diagnostic-examples.ts");
    const example = exampleOf(code);
    const lines: readonly Line[] = [[{ tone: "strong", text: `${code} ${slug}` }, ` (${severity})`], "", ...doc.split("\n"), ...(example === undefined ? [] : exampleLines(example))];
    return answer("fine", { code, slug, severity, doc, page: `docs/reference/diagnostics/${code}.md`, ...(example === undefined ? {} : { example: { ...example } }) }, lines);
  },
});

function exampleLines({ wrong, says, right }: DiagnosticExample): readonly Line[] {
  const part = (title: string, lines: readonly string[]): readonly Line[] => ["", [{ tone: "note", text: title }], ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
  return [...part("wrong", wrong), ...part("is answered with", says), ...(right === undefined ? [] : part("right", right))];
}
