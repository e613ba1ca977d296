import { isSlipOf, nearest } from "../../schemas/nearest.ts";
import type { Fix } from "../diagnostics/define.ts";
import { misplacedKey, wrongKind } from "../diagnostics/decode.ts";
import { keyElsewhere } from "./keys-elsewhere.ts";
import { foundIn, type Reader } from "./reader.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "./tree.ts";

/** A list whose items are tried in order, and the key beside it that says what holds where none of them does. */
export interface Rest {
  readonly list: YamlEntry;
  readonly key: string;
  /** The key stands there already. */
  readonly isThere: boolean;
}

/** `mapping` with an item such as `- else: end` or `- end` where it belongs, which is said: as the key beside its list. */
export function withRestBeside(reader: Reader, mapping: YamlMapping, { list, key, isThere }: Rest): YamlMapping {
  if (list.value.kind !== "sequence") return mapping;
  const { items, flow } = list.value;
  const found = items.map((item, index) => strayIn(item, key) ?? (index > 0 && index === items.length - 1 ? wordIn(item) : undefined));
  const strays = found.filter((stray) => stray !== undefined);
  const left = items.filter((_, index) => found[index] === undefined);
  if (strays.length === 0) return mapping;
  const isLast = strays.length === 1 && left.length > 0 && found.at(-1) !== undefined;
  for (const stray of strays) {
    const where = `an entry of '${list.name}'`;
    const fixes = isLast && !isThere && !flow && !mapping.flow ? asKey(reader, list, stray, key) : [];
    if (stray.key === stray.value) reader.say(wrongKind, stray.key, { what: where, expected: "a mapping", found: foundIn(stray.value), instead: `'${key}: ${stray.name}' beside '${list.name}'` });
    else reader.say(misplacedKey, stray.key, { key: stray.name, where, belongs: `'${key}', beside '${list.name}'` }, { fixes });
  }
  const value: YamlNode = left.length === 0 ? { kind: "hole", start: list.value.start, end: list.value.end } : { ...list.value, items: left };
  // Whether a word names a node at all, nobody knows.
  const moved = isThere ? [] : strays.slice(0, 1).map((stray): YamlEntry => ({ ...stray, name: key, ...(stray.key === stray.value ? { value: { kind: "hole", start: stray.start, end: stray.end } } : {}) }));
  return { ...mapping, entries: mapping.entries.flatMap((entry) => (entry === list ? [{ ...entry, value }, ...moved] : [entry])) };
}

/** An item that is a single word, as its own key. */
function wordIn(item: YamlNode): YamlEntry | undefined {
  const isWord = item.kind === "scalar" && typeof item.value === "string" && /^[\w-]+$/.test(item.value);
  return isWord ? { key: item, name: String(item.value), value: item, start: item.start, end: item.end } : undefined;
}

/** What an item says if that is nothing but what the key beside the list is for. */
function strayIn(item: YamlNode, key: string): YamlEntry | undefined {
  const [entry, ...more] = item.kind === "mapping" && !item.damaged && item.alias === undefined ? item.entries : [];
  const isMeant = entry !== undefined && more.length === 0 && (entry.name === key || nearest(entry.name, [key]) !== undefined || keyElsewhere(entry.name, [key]) !== undefined);
  return isMeant ? entry : undefined;
}

/** The last item of a list with lines of its own becomes a line of the mapping around it. */
function asKey(reader: Reader, list: YamlEntry, stray: YamlEntry, key: string): readonly Fix[] {
  const { indent, start, end } = stray.key;
  const isSure = stray.name === key || keyElsewhere(stray.name, [key]) !== undefined || isSlipOf(key, stray.name, [key]);
  const edit = { span: reader.spanOf({ start: start - indent, end }), text: `${" ".repeat(list.key.indent)}${key}` };
  return [{ title: `make it '${key}', beside '${list.name}'`, safety: isSure ? "safe" : "unsafe", edits: [edit] }];
}
