import { Ajv } from "ajv";
import { SaxesParser } from "saxes";
import { compile } from "../../compiler/index.ts";
import { judgedFile } from "../../cli/report/report.ts";
import { reportLines } from "../../cli/report/formats.ts";
import { reportFormats } from "../../cli/report/format-names.ts";
import { filesIn, textOf } from "./house.ts";
import { mutated, pick } from "./mutate.ts";
import { randomFrom } from "./random.ts";

/** Writes what is wrong with documents that were changed at random in every format, and reads it with the parser that others have. */
export function fuzzWriters(seed: number, rounds: number): void {
  const corpus = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml")).map(textOf);
  const sarifSchema = JSON.parse(textOf("test/cli/report/sarif-2.1.0.schema.json")) as { readonly [key: string]: unknown };
  // The schema is of draft 4, whose `id` and dialect are the only two things in it that later ones call differently.
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(Object.fromEntries(Object.entries(sarifSchema).filter(([key]) => key !== "id" && key !== "$schema")));
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(seed + round);
    const text = mutated(pick(corpus, random), random, corpus);
    try {
      const files = ["a.yaml", mutated("flows/b.yaml", random, corpus)].map((uri) => judgedFile(compile({ uri, text })));
      for (const format of reportFormats) {
        if (format === "human" || format === "json") continue;
        const written = reportLines({ version: "0.1.0", folder: "/", files }, format, ({ severity }) => severity === "error").join("\n");
        if (format === "sarif" && !isSarif(JSON.parse(written))) throw new Error(`no SARIF: ${JSON.stringify(isSarif.errors)}`);
        if (format === "gitlab") JSON.parse(written);
        if (format === "junit" || format === "checkstyle") readXml(written);
        if (format === "github" && !/^(?:::(?:error|warning|notice) [^\r\n]*\n?)*$/.test(written)) throw new Error("an annotation over more than one line");
        if (format !== "sarif" && format !== "gitlab" && /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(written)) throw new Error(`control characters in ${format}`);
      }
    } catch (thrown) {
      throw new Error(`JAMJET_SEED=${seed + round} is not written well:\n${text}`, { cause: thrown });
    }
  }
}

function readXml(text: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}
