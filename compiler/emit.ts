import { sha256 as portable } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalBytes } from "../schemas/canonical-bytes.ts";
import { envNamesIn } from "../schemas/expr/walk.ts";
import type { Json } from "../schemas/json.ts";
import { programFormat, type Program, type ProgramDebug } from "../schemas/program.ts";
import type { BlockTable, SourceText } from "./source/text.ts";
import { lineIndex } from "./source/text.ts";
import type { WorkflowIr } from "./ir.ts";

/** SHA-256 of bytes that come in pieces; who holds a piece for longer copies it. */
export interface Sha256 {
  readonly update: (bytes: Uint8Array) => void;
  /** Of all that was given, in hex. */
  readonly hex: () => string;
}

/** The program of a lowered workflow: plain JSON, named by its hash. Equal input gives equal bytes, whoever hashes them. */
export function emit(ir: WorkflowIr, source: SourceText, blocks: BlockTable, sha256?: () => Sha256): Program {
  const code = ir.code.map((piece) => piece.ir);
  // Who reads the environment spells its name; of hundreds of pieces, few do.
  const naming = ir.code.filter((piece) => piece.source.includes("env"));
  const body: Omit<Program, "hash" | "debug"> = {
    format: programFormat,
    workflow: ir.workflow,
    state: ir.state,
    inputs: ir.inputs,
    start: ir.start,
    ops: ir.ops,
    code,
    env: envNamesIn(naming.map((piece) => piece.ir)),
    recorded_env: envNamesIn(naming.filter((piece) => piece.decides).map((piece) => piece.ir)),
    requires: ir.requires,
    settings: ir.settings,
  };
  return { ...body, hash: programHash(body, sha256), debug: debugOf(ir, source, blocks) };
}

/** SHA-256 of the canonical JSON (RFC 8785) of a program without its hash and debug map, in hex. */
export function programHash(body: Omit<Program, "hash" | "debug">, sha256: () => Sha256 = anywhere): string {
  const hash = sha256();
  // A program is plain JSON throughout; its interfaces only lack the index signature that would say so.
  canonicalBytes(body as unknown as Json, hash.update);
  return hash.hex();
}

/** What runs wherever JavaScript does. Platforms hash in a tenth of the time. */
function anywhere(): Sha256 {
  const hash = portable.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

function debugOf(ir: WorkflowIr, source: SourceText, blocks: BlockTable): ProgramDebug {
  const lines = lineIndex(source.text);
  return {
    uri: source.uri,
    nodes: ir.spans.map((span) => {
      const { start, end } = blocks.absolute(span);
      return [start, end, lines.positionAt(start).line + 1];
    }),
    code: ir.code.map((piece) => {
      const file = blocks.fileOf(piece.span);
      if (file !== undefined) return [piece.source, piece.span.start, piece.span.end, file.source.uri];
      const { start, end } = blocks.absolute(piece.span);
      return [piece.source, start, end];
    }),
    inputs: ir.inputSpans.map((span) => {
      const file = blocks.fileOf(span);
      return file === undefined ? [lines.positionAt(blocks.absolute(span).start).line + 1] : [file.lines.positionAt(span.start).line + 1, file.source.uri];
    }),
  };
}
