import { unreachable } from "../../schemas/bug.ts";
import type { Field, Fields } from "../../schemas/field.ts";
import { fileFields, headerFields } from "../../schemas/header.ts";
import { nearest } from "../../schemas/nearest.ts";
import { misplacedKey } from "../diagnostics/decode.ts";
import { keyElsewhere } from "./keys-elsewhere.ts";
import { isLeftOut, type Reader } from "./reader.ts";
import type { WorkflowFile, YamlEntry, YamlMapping, YamlNode } from "./tree.ts";

/** Where a key without a value stands. */
export interface Unindented {
  readonly mapping: YamlMapping;
  readonly field: Field;
  readonly label: string;
  /** Of keys that have their place beside it. */
  readonly names: readonly string[];
}

/**
 * The value that was meant for the key of `entry`, which has none: the keys on the next lines that have no meaning where
 * they stand and one below it. They are reported as one mistake, and put into `below`.
 */
export function valueBelow(reader: Reader, entry: YamlEntry, { mapping, field, label, names }: Unindented, below: Set<YamlEntry>): YamlNode {
  const next = mapping.entries.slice(mapping.entries.indexOf(entry) + 1);
  const isBelow = ({ name }: YamlEntry): boolean => !names.includes(name) && isKeyOf(field, name) && (nearest(name, names) ?? keyElsewhere(name, names)) === undefined;
  return mapping.flow ? entry.value : indented(reader, entry, leading(next, isBelow), label, below);
}

/**
 * The file, where the keys of `workflow:` or of `nodes:` stand at the top level behind it: each of the two with all that
 * was meant to stand below it.
 */
export function fileBelow(reader: Reader, { root, header, nodes }: WorkflowFile): WorkflowFile {
  const below = new Set<YamlEntry>();
  const withBelow = (entry: YamlEntry | undefined, isBelow: (each: YamlEntry) => boolean): YamlEntry | undefined => {
    if (entry === undefined || root.flow || !isLeftOut(entry.value)) return entry;
    const value = indented(reader, entry, leading(root.entries.slice(root.entries.indexOf(entry) + 1), isBelow), "the file", below);
    return { ...entry, value, end: Math.max(entry.end, value.end) };
  };
  const isOther = (each: YamlEntry): boolean => each === header || each === nodes;
  const file = {
    header: withBelow(header, (each) => !isOther(each) && Object.hasOwn(headerFields, each.name)),
    nodes: withBelow(nodes, (each) => !isOther(each) && !Object.hasOwn(fileFields, each.name) && each.value.kind === "mapping"),
  };
  return { ...file, root: { ...root, entries: root.entries.filter((each) => !below.has(each)) } };
}

function leading(entries: readonly YamlEntry[], belongs: (entry: YamlEntry) => boolean): readonly YamlEntry[] {
  const end = entries.findIndex((each) => !belongs(each));
  return end === -1 ? entries : entries.slice(0, end);
}

/** The mapping that `entries` are below the key of `entry`, with one complaint of them all; its own value where there are none. */
function indented(reader: Reader, entry: YamlEntry, entries: readonly YamlEntry[], label: string, below: Set<YamlEntry>): YamlNode {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return entry.value;
  for (const each of entries) below.add(each);
  reader.say(misplacedKey, first.key, { key: first.name, where: label, belongs: `'${entry.name}'`, more: entries.length - 1 }, {
    related: [{ span: reader.spanOf(entry.key), message: "nothing stands below it" }],
    // Of what goes over several lines, each would have to move.
    fixes: entries.every(({ value }) => value.kind === "scalar" && !value.raw.includes("\n")) ? [{ title: `indent what belongs below '${entry.name}'`, safety: "safe", edits: entries.map(({ key }) => ({ span: reader.spanOf({ start: key.start, end: key.start }), text: "  " })) }] : [],
  });
  return { kind: "mapping", flow: false, start: first.start, end: last.end, entries, damaged: false };
}

/** Whether a mapping for `field` may have a key called `name`. */
function isKeyOf(field: Field, name: string): boolean {
  const isAmong = (fields: Fields): boolean => Object.entries(fields).some(([key, { aliases = [] }]) => key === name || aliases.includes(name));
  switch (field.shape) {
    case "object": return isAmong(field.fields);
    case "tagged": return name === field.tag || Object.values(field.variants).some(({ fields }) => isAmong(fields));
    case "either": return field.map !== undefined && isKeyOf(field.map, name);
    case "map": case "type": case "value": case "data": return true;
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "template": case "expression": case "target": case "stateKey": case "list": return false;
    default: return unreachable(field, "isKeyOf");
  }
}
