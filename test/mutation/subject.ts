import { isMap, isPair, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import type { ProjectView } from "../../compiler/index.ts";

/** A part of a text: half open, in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A key of the document with its value. */
export interface Entry {
  readonly path: readonly string[];
  readonly key: string;
  readonly keyAt: Place;
  readonly valueAt: Place;
  /** The value, where it is a scalar. */
  readonly scalar: string | undefined;
  /** Where the value, and what belongs to its lines, ends. */
  readonly end: number;
  readonly isFlow: boolean;
  readonly siblings: readonly Entry[];
}

/** A scalar of the document: a value of a key, or an item of its list. */
export interface Leaf {
  readonly path: readonly string[];
  /** The nearest key above. */
  readonly key: string;
  readonly at: Place;
  readonly scalar: string;
}

export interface NodePart {
  readonly id: string;
  readonly entry: Entry;
  readonly kind: string;
  readonly keys: ReadonlyMap<string, Entry>;
}

/** An expression as it stands in the text, without the braces of its template. */
export interface CodePlace {
  readonly at: Place;
  readonly leaf: Leaf;
  readonly of: "condition" | "output" | "block";
  /** The code with the text of its literals blanked out, so that words found in it are names. */
  readonly bare: string;
}

/** A document that is right, looked at in the way an author does who is about to break it. */
export interface Subject {
  readonly name: string;
  readonly text: string;
  readonly project: ProjectView;
  readonly entries: readonly Entry[];
  readonly leaves: readonly Leaf[];
  readonly nodes: readonly NodePart[];
  readonly codes: readonly CodePlace[];
  /** The keys of the state, where they are written as a mapping from name to type. */
  readonly state: ReadonlyMap<string, Entry>;
}

export function subjectOf(name: string, text: string, project: ProjectView): Subject {
  const entries: Entry[] = [];
  const leaves: Leaf[] = [];
  collect(parseDocument(text, { uniqueKeys: false }).contents, [], text, { entries, leaves });
  const nodes = entries.filter(({ path }) => path.length === 2 && path[0] === "nodes").map((entry): NodePart => {
    const keys = new Map(childrenOf(entries, entry).map((child) => [child.key, child]));
    return { id: entry.key, entry, kind: keys.get("type")?.scalar ?? "", keys };
  });
  const schema = entries.find(({ path }) => path.join(".") === "workflow.state_schema");
  const declared = schema === undefined ? [] : childrenOf(entries, schema);
  const properties = declared.find(({ key }) => key === "properties" && declared.some((each) => each.key === "type" && each.scalar === "object"));
  const keys = properties === undefined ? declared : childrenOf(entries, properties);
  return { name, text, project, entries, leaves, nodes, codes: leaves.flatMap((leaf) => codesIn(leaf, text)), state: new Map(keys.map((entry) => [entry.key, entry])) };
}

/** The entries right below one. */
export function childrenOf(entries: readonly Entry[], { path }: Entry): readonly Entry[] {
  return entries.filter((each) => each.path.length === path.length + 1 && path.every((step, at) => each.path[at] === step));
}

interface Found {
  readonly entries: Entry[];
  readonly leaves: Leaf[];
}

function collect(node: unknown, path: readonly string[], text: string, found: Found): void {
  if (isMap(node)) {
    const siblings: Entry[] = [];
    for (const pair of node.items) {
      const entry = entryOf(pair, path, node.flow === true, siblings, text);
      if (entry === undefined) continue;
      siblings.push(entry);
      found.entries.push(entry);
      collect(pair.value, entry.path, text, found);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, at) => collect(isPair(item) ? undefined : item, [...path, `${at}`], text, found));
  } else if (isScalar(node)) {
    const key = path.findLast((step) => !/^\d+$/.test(step));
    if (key !== undefined && node.range && node.value !== null) found.leaves.push({ path, key, at: placeOf(node), scalar: String(node.value) });
  }
}

function entryOf({ key, value }: Pair, path: readonly string[], isFlow: boolean, siblings: readonly Entry[], text: string): Entry | undefined {
  const node = value as Node | null;
  if (!isScalar(key) || !key.range || !node?.range) return undefined;
  const valueAt = placeOf(node);
  const lineEnd = text.indexOf("\n", valueAt.end);
  const end = isFlow || text[valueAt.end - 1] === "\n" ? valueAt.end : lineEnd < 0 ? text.length : lineEnd + 1;
  return { path: [...path, String(key.value)], key: String(key.value), keyAt: placeOf(key), valueAt, scalar: isScalar(node) && node.value !== null ? String(node.value) : undefined, end, isFlow, siblings };
}

function placeOf({ range }: Node): Place {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

const conditionKeys = new Set(["if", "when", "check", "checks"]);

function codesIn(leaf: Leaf, text: string): readonly CodePlace[] {
  const source = text.slice(leaf.at.start, leaf.at.end);
  if (leaf.path[0] !== "nodes") return [];
  if (conditionKeys.has(leaf.key)) {
    const margin = /^["']/.test(source) ? 1 : 0;
    return [codePlace({ start: leaf.at.start + margin, end: leaf.at.end - margin }, leaf, "condition", text)];
  }
  // What stands in `raw` and in comments is no code.
  if (/\{%-? *raw|\{#/.test(source)) return [];
  const outputs = [...source.matchAll(/(?<=\{\{-?)(?:[^{}'"]|'[^']*'|"[^"]*")+?(?=-?\}\})/g)].map(({ index, 0: code }) => codePlace(within(leaf, index, code), leaf, "output", text));
  const blocks = [...source.matchAll(/(?<=\{%-? *(?:if|elif) )[^%]+?(?= *-?%\})/g)].map(({ index, 0: code }) => codePlace(within(leaf, index, code), leaf, "block", text));
  return [...outputs, ...blocks];
}

function within(leaf: Leaf, index: number, code: string): Place {
  return { start: leaf.at.start + index, end: leaf.at.start + index + code.length };
}

function codePlace(at: Place, leaf: Leaf, of: CodePlace["of"], text: string): CodePlace {
  const bare = text.slice(at.start, at.end).replace(/''|\\?'(?:[^'\\]|\\.)*?\\?'|\\?"(?:[^"\\]|\\.)*?\\?"/g, (literal) => `'${"_".repeat(literal.length - 2)}'`);
  return { at, leaf, of, bare };
}
