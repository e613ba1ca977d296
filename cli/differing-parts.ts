import { lineIndex, parseYamlData, type PartPath } from "../compiler/index.ts";
import type { JsonObject } from "../schemas/json.ts";
import type { Program } from "../schemas/program.ts";
import { readDocument } from "./documents.ts";
import type { Io } from "./io.ts";
import { nameIn, type Past } from "./past.ts";
import { rangeData, type PlaceRange } from "./render/diagnostics.ts";

/** Where a part of one version of a workflow is written. */
export interface PartPlace {
  /** The file as the user named it, whatever its revision. */
  readonly word: string;
  readonly revision: string | undefined;
  /** Known of documents alone. */
  readonly range: PlaceRange | undefined;
  /** The place as data: `line` from 1, `null` where the document is a program that does not say. */
  readonly part: JsonObject & { readonly part: string };
  /** The place as people read it. */
  readonly text: string;
}

export type PartPlaces = (path: PartPath) => PartPlace;

/** Where the parts of a version are written; of a compiled program only its nodes are known, and by their lines. */
export function placesIn(word: string, past: Past | undefined, program: Program, io: Io): PartPlaces {
  const file = past === undefined ? word : nameIn(past, word);
  const place = (path: PartPath, line: number | null, range?: PlaceRange): PartPlace => {
    const part = path.join(".");
    return { word, revision: past?.revision, range, part: { file, line, part }, text: line === null ? `${file} (${part})` : `${file}:${line}` };
  };
  const document = word.endsWith(".json") ? undefined : readDocument(word, past?.io ?? io);
  if (document?.ok === true) {
    const { source } = document.value;
    const lines = lineIndex(source.text);
    const { value } = parseYamlData(source);
    return (path) => {
      const range = rangeData(lines, value.spanAt(path));
      return place(path, range.line, range);
    };
  }
  const nodes = new Map(program.ops.map((op, slot) => [op.node, program.debug.nodes[slot]?.[2] ?? null]));
  return (path) => place(path, path[0] === "nodes" ? (nodes.get(path[1] ?? "") ?? null) : null);
}
