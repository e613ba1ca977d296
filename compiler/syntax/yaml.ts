import type { Staged } from "../diagnostics/define.ts";
import { fileLimits } from "../diagnostics/yaml.ts";
import type { SourceText } from "../source/text.ts";
import { hole } from "./composing.ts";
import { parseAny } from "./cst.ts";
import { findings } from "./findings.ts";
import { defaultLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { readPlain } from "./plain/plain.ts";
import type { YamlTree } from "./tree.ts";

/**
 * The tree of a document and everything that is wrong with it as YAML, in the order of the text; never throws, whatever
 * the text is. Spans are those of the file, block `""`.
 */
export function parseYaml(source: SourceText, limits: Limits = defaultLimits): Staged<YamlTree> {
  const { text } = source;
  if (text.length > limits.fileBytes) {
    const tooLarge = findings("", limits.diagnostics);
    tooLarge.say(fileLimits, { start: 0, end: 0 }, { limit: "size", number: limits.fileBytes });
    return { value: { root: hole({ start: 0, end: 0 }), comments: [] }, diagnostics: tooLarge.collected() };
  }
  const plain = readPlain(text, limits);
  return plain === undefined ? parseAny(text, limits) : { value: plain, diagnostics: [] };
}
