import type { Json } from "../../schemas/json.ts";
import type { Span } from "../../schemas/span.ts";
import type { Staged } from "../diagnostics/define.ts";
import type { Range, SourceText } from "../source/text.ts";
import { parseYaml } from "./yaml.ts";
import { fileSpan } from "./findings.ts";
import { toJson } from "./reader.ts";
import type { YamlNode } from "./tree.ts";

/** A YAML file that is plain data rather than a document of ours, such as a replies file. */
export interface YamlData {
  readonly value: Json;
  /** Where the part at `path` is written: its key, or the whole item of a list; else the nearest part around it. */
  readonly spanAt: (path: readonly (string | number)[]) => Span;
}

/** The data of a YAML text, and everything that is wrong with it as YAML; parts that could not be read are `null`. */
export function parseYamlData(source: SourceText): Staged<YamlData> {
  const { value: tree, diagnostics } = parseYaml(source);
  const { root } = tree;
  const spanAt: YamlData["spanAt"] = (path) => {
    let node = root;
    let place: Range = root ?? { start: 0, end: 0 };
    for (const step of path) {
      const part: Part | undefined = node === undefined ? undefined : partAt(node, step);
      if (part === undefined) break;
      ({ node, place } = part);
    }
    return fileSpan({ start: place.start, end: place.end });
  };
  return { value: { value: root === undefined ? null : toJson(root), spanAt }, diagnostics };
}

interface Part {
  readonly node: YamlNode;
  readonly place: Range;
}

function partAt(node: YamlNode, step: string | number): Part | undefined {
  if (node.kind === "sequence" && typeof step === "number") {
    const item = node.items[step];
    return item && { node: item, place: item.alias ?? item };
  }
  const entry = node.kind === "mapping" ? node.entries.find((each) => each.name === String(step)) : undefined;
  return entry && { node: entry.value, place: entry.key };
}
