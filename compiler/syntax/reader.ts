import { report, type Diagnostic, type DiagnosticSpec, type ReportExtras } from "../diagnostics/define.ts";
import { wrongKind } from "../diagnostics/decode.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Json } from "../../schemas/json.ts";
import type { Span } from "../../schemas/span.ts";
import type { Block, BlockTable, Range } from "../source/text.ts";
import type { Hole } from "./part.ts";
import { scalarText } from "./scalar-map.ts";
import { placeOf, type Called } from "./called.ts";
import type { ScalarText } from "./scalar-text.ts";
import type { YamlNode, YamlScalar } from "./tree.ts";

/** Reads one block of a document: knows where the block begins, and collects what is wrong in it. */
export interface Reader {
  readonly spanOf: (range: Range) => Span;
  readonly textOf: (scalar: YamlScalar) => ScalarText;
  readonly say: <P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras) => void;
  /** The same for a part of a scalar, whose span the scalar's text knows. */
  readonly sayAt: <P>(spec: DiagnosticSpec<P>, span: Span, params: NoInfer<P>, extras?: ReportExtras) => void;
  /** Reports and gives the hole that silences what follows. */
  readonly hole: <P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras) => Hole;
  readonly silentHole: (range: Range) => Hole;
}

/** A reader of `block`. Aliased parts that stand in another block keep their place there. */
export function readerOf(block: Block, table: Pick<BlockTable, "relative">, found: Diagnostic[]): Reader {
  return new BlockReader(block, table, found);
}

/** A class, as each node has a reader of its own: six closures would cost more than what most nodes ask of them. */
class BlockReader implements Reader {
  private readonly block: Block;
  private readonly table: Pick<BlockTable, "relative">;
  private readonly found: Diagnostic[];

  constructor(block: Block, table: Pick<BlockTable, "relative">, found: Diagnostic[]) {
    this.block = block;
    this.table = table;
    this.found = found;
  }

  spanOf(range: Range): Span {
    const { id, start } = this.block;
    return this.isHere(range) ? { block: id, start: range.start - start, end: range.end - start } : this.table.relative(range);
  }

  textOf(scalar: YamlScalar): ScalarText {
    return scalarText(scalar, this.isHere(scalar) ? this.block : { id: "", start: 0 });
  }

  say<P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras): void {
    this.sayAt(spec, this.spanOf(range), params, extras);
  }

  sayAt<P>(spec: DiagnosticSpec<P>, span: Span, params: NoInfer<P>, extras?: ReportExtras): void {
    this.found.push(report(spec, span, params, extras));
  }

  hole<P>(spec: DiagnosticSpec<P>, range: Range, params: NoInfer<P>, extras?: ReportExtras): Hole {
    this.say(spec, range, params, extras);
    return this.silentHole(range);
  }

  silentHole(range: Range): Hole {
    return { shape: "hole", span: this.spanOf(range) };
  }

  private isHere(range: Range): boolean {
    return range.start >= this.block.start && range.end <= this.block.end;
  }
}

/** What stands there, in the author's words. */
export function foundIn(node: YamlNode): string {
  if (node.kind === "mapping") return "a mapping";
  if (node.kind === "sequence") return "a list";
  if (node.kind === "hole") return "nothing";
  if (node.value === null) return "nothing";
  if (typeof node.value === "string") return `text '${node.value.length > 30 ? `${node.value.slice(0, 27)}…` : node.value}'`;
  return typeof node.value === "boolean" ? `the boolean ${node.raw}` : `the number ${node.raw}`;
}

/** Whether nothing stands behind the colon. */
export function isLeftOut(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null && node.raw === "";
}

/** Plain data of a YAML value; parts that could not be read are null. */
export function toJson(node: YamlNode): Json {
  switch (node.kind) {
    case "scalar": return node.value;
    case "hole": return null;
    case "sequence": return node.items.map(toJson);
    case "mapping": return Object.fromEntries(node.entries.map((entry) => [entry.name, toJson(entry.value)]));
    default: return unreachable(node, "toJson");
  }
}

/** The scalar if `node` is one with a value; else reports that `expected` was wanted. */
export function scalarOr(reader: Reader, node: YamlNode, called: Called, expected: string): YamlScalar | Hole {
  if (node.kind === "hole") return reader.silentHole(node);
  if (node.kind === "scalar" && node.value !== null) return node;
  return reader.hole(wrongKind, node, { what: placeOf(called), expected, found: foundIn(node) });
}
