import type { ExprIr } from "./expr/ir.ts";
import type { Feature } from "./feature.ts";
import type { TypeIr } from "./field.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Op } from "./op.ts";
import type { Slot } from "./program-refs.ts";

/** The format this house writes and reads; another number is refused. */
export const programFormat = 1;

export interface StateKeyIr extends TypeIr {
  /** The value at the start where the caller gives none. */
  readonly default?: Json;
}

export interface InputIr {
  readonly key: string;
  /** An optional input is one whose every read copes with its absence. */
  readonly required: boolean;
}

/** Why a runtime may have to refuse the program: the feature, and the node or header key that wants it. */
export interface Requirement {
  readonly feature: Feature;
  /** As in `gather` (a node) or `workflow.timeout`. */
  readonly by: string;
}

/**
 * A compiled workflow: plain JSON, the one thing that passes from compiler to runtime. Equal input gives equal bytes
 * on every platform. Slots index `ops`, code indexes `code`; equal pieces of code are pooled.
 */
export interface Program {
  readonly format: typeof programFormat;
  /** SHA-256, in hex, of the canonical JSON (RFC 8785) of everything but `hash` and `debug`. */
  readonly hash: string;
  readonly workflow: { readonly id: string; readonly version: string; readonly name?: string; readonly description?: string; readonly labels?: { readonly [label: string]: string } };
  readonly state: { readonly [key: string]: StateKeyIr };
  readonly inputs: readonly InputIr[];
  readonly start: Slot;
  readonly ops: readonly Op[];
  readonly code: readonly ExprIr[];
  /** Environment names that any code reads: unset ones refuse a run before it starts. */
  readonly env: readonly string[];
  /** Those of `env` that conditions read: their values are recorded when an execution starts. */
  readonly recorded_env: readonly string[];
  readonly requires: readonly Requirement[];
  /** Header settings that the runtime enforces as a whole: budgets, policies, the workflow's timeout. */
  readonly settings: JsonObject;
  readonly debug: ProgramDebug;
}

/** For messages only: never part of the hash, and a program without it runs the same. */
export interface ProgramDebug {
  readonly uri: string;
  /** By slot: where the node is written, as UTF-16 offsets of the file, and its 1-based line. */
  readonly nodes: readonly (readonly [start: number, end: number, line: number])[];
  /** By code: the text as written, and where; in the file of that name, where it is not the document itself. */
  readonly code: readonly (readonly [source: string, start: number, end: number, file?: string])[];
  /** By input: the 1-based line that asks for it, where it is read first or listed; in the file of that name, where it is not the document. */
  readonly inputs?: readonly (readonly [line: number, file?: string])[];
}
