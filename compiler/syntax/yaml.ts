import type { Staged } from "../diagnostics/define.ts";
import { fileLimits } from "../diagnostics/yaml.ts";
import type { SourceText } from "../source/text.ts";
import { hole } from "./composing.ts";
import { parseAny } from "./cst.ts";
import { cutOf } from "./cut.ts";
import { findings } from "./findings.ts";
import { defaultLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { readParts } from "./parts.ts";
import { readPlain } from "./plain/plain.ts";
import type { YamlTree } from "./tree.ts";

/**
 * The tree of a document and everything that is wrong with it as YAML, in the order of the text; never throws, whatever
 * the text is. Spans are those of the file, block `""`.
 */
export function parseYaml({ text }: SourceText, limits: Limits = defaultLimits): Staged<YamlTree> {
  return refused(text, limits) ?? asPlain(text, limits) ?? parseAny(text, limits);
}

/** As `parseYaml`, but what is damaged in one node takes nothing away from the others, where they can be read one by one. */
export function parseInParts(source: SourceText, limits: Limits = defaultLimits): Staged<YamlTree> {
  const { text } = source;
  const inParts = (): Staged<YamlTree> | undefined => {
    const cut = cutOf(source);
    return cut && readParts(cut, limits);
  };
  return refused(text, limits) ?? asPlain(text, limits) ?? inParts() ?? parseAny(text, limits);
}

function refused(text: string, limits: Limits): Staged<YamlTree> | undefined {
  if (text.length <= limits.fileBytes) return undefined;
  const tooLarge = findings("", limits.diagnostics);
  tooLarge.say(fileLimits, { start: 0, end: 0 }, { limit: "size", number: limits.fileBytes });
  return { value: { root: hole({ start: 0, end: 0 }), comments: [] }, diagnostics: tooLarge.collected() };
}

function asPlain(text: string, limits: Limits): Staged<YamlTree> | undefined {
  const value = readPlain(text, limits);
  return value && { value, diagnostics: [] };
}
