import type { Range } from "../source/text.ts";

/**
 * Our own tree of one YAML document. All offsets are offsets of the file.
 *
 * T1. A parent covers its children, and siblings stand in the order of the text; only the target of an alias may stand
 *     elsewhere.
 * T2. Whatever could not be read has been reported, and is a hole or missing from a `damaged` mapping.
 */
export interface YamlTree {
  /** Absent where the document holds nothing but white space and comments. */
  readonly root: YamlNode | undefined;
  /** Every comment, from `#` to the end of its line, in the order of the text. */
  readonly comments: readonly Range[];
  /** Anchors or aliases stand in it: no part of it can be read by itself. */
  readonly shares?: true;
}

export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlHole;
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";
export type ScalarValue = string | number | boolean | null;

interface Placed extends Range {
  /** Where an alias named this node; its own range stays that of its definition. */
  readonly alias?: Range;
}

export interface YamlScalar extends Placed {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** Per YAML 1.2 core: text that is quoted or a block is always a string. */
  readonly value: ScalarValue;
  /** As written: with quotes; from the indicator on for block scalars; empty where a value was left out. */
  readonly raw: string;
  /** Column of the parent, from which an explicit indentation indicator counts. */
  readonly indent: number;
}

export interface YamlMapping extends Placed {
  readonly kind: "mapping";
  readonly flow: boolean;
  /** Each name at most once; a second one has been reported and is left out. */
  readonly entries: readonly YamlEntry[];
  /** An entry could not be read: do not complain that one is missing. */
  readonly damaged: boolean;
}

export interface YamlEntry extends Range {
  readonly key: YamlScalar;
  /** The key as text; for a reported key that is no text, the characters as written. */
  readonly name: string;
  /** A scalar `null` behind the colon where the author wrote nothing. */
  readonly value: YamlNode;
}

export interface YamlSequence extends Placed {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

/** A part that was reported and means nothing: stay silent about it. */
export interface YamlHole extends Placed {
  readonly kind: "hole";
}

/** The parts of a workflow file, once it is recognised as one. */
export interface WorkflowFile {
  readonly root: YamlMapping;
  readonly header: YamlEntry | undefined;
  readonly nodes: YamlEntry | undefined;
}
