import type { Fix } from "../diagnostics/define.ts";
import type { Range } from "../source/text.ts";
import { hole, lineFrom, noProperties, wordsAt } from "./composing.ts";
import type { Composing, Properties } from "./composing.ts";
import { quoted, replacement, spaceBehind } from "./findings.ts";
import { entriesOf } from "./keys.ts";
import type { Entries } from "./keys.ts";
import { endOfLine, firstLine, firstWord, goesOn, hasDeeperLines, hasLikeNeighbour } from "./lines.ts";
import { lastLineOf, rangeOf, readEnd, readProperties, reportUnexpected } from "./properties.ts";
import { damageIn } from "./repair.ts";
import type { BlockMapToken, BlockSequenceToken, FlowScalarToken, SourceToken, Token } from "./tokens.ts";
import type { YamlMapping, YamlNode, YamlSequence } from "./tree.ts";

type BlockItem = BlockMapToken["items"][number];

interface Indented {
  readonly offset: number;
  readonly indent: number;
}

/** A mapping in block style. What its lines break is reported where it begins; the other lines are read. */
export function composeBlockMap(c: Composing, map: BlockMapToken): YamlMapping {
  const entries = entriesOf(c);
  let items: readonly BlockItem[] = map.items;
  let offset = map.offset;
  let wasBroken = false;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as BlockItem;
    const { start, key, sep, value } = item;
    const properties = readProperties(c, start, {
      indicator: "explicit-key-ind",
      style: "block",
      next: key ?? sep?.[0],
      offset,
      parentIndent: map.indent,
      startOnNewline: true,
    });
    if (!properties.found && !properties.anchor && !properties.tag && !sep) continue;
    if (wasBroken && !colonOf(item)) continue;
    const wholeKey = keyOf(c, map, item, properties, entries);
    wasBroken = wholeKey === "lost" || value?.type === "error";
    if (wholeKey === "lost") continue;
    const taken = properties.found ? undefined : secondMappingOf(item);
    if (taken) items = [...items.slice(0, index + 1), ...takenItems(taken, map.indent), ...items.slice(index + 1)];
    offset = Math.max(offset, composeEntry(c, map, item, properties, wholeKey, entries));
  }
  const [first] = map.items;
  const start = Math.min(map.offset, first?.start[0]?.offset ?? map.offset, first?.key?.offset ?? map.offset);
  const end = Math.max(entries.list.at(-1)?.end ?? start, offset);
  return { kind: "mapping", flow: false, entries: entries.list, damaged: entries.damaged(), start, end };
}

/** The key of an entry that can be read, `undefined` for an empty one; `"lost"` where it was reported instead. */
function keyOf(
  c: Composing,
  map: BlockMapToken,
  item: BlockItem,
  properties: Properties,
  entries: Entries,
): Token | undefined | "lost" {
  const { key, sep } = item;
  const misplaced = properties.found
    ? reportMisaligned(c, map, properties.found, entries)
    : key && (reportDedentedText(c, item, key, entries) || reportMisplaced(c, map, key, entries));
  const wholeKey = key && !properties.found ? lastLineOfKey(c, key, properties, entries) : (key ?? undefined);
  if (!misplaced && (properties.found || colonOf(item))) return wholeKey;

  const bracket = sep?.find(isBracket);
  if (bracket) c.wanted.push({ kind: "no-colon", start: bracket.offset, end: endOfLine(c.text, bracket.offset) });
  else if (!misplaced && wholeKey && !isLateQuote(c, wholeKey)) reportNoColon(c, wholeKey);
  const property = wholeKey ? undefined : (properties.anchor ?? properties.tag);
  if (property) c.findings.syntax("property-misplaced", rangeOf(property), property.source);
  entries.lose();
  c.findings.muted(() => {
    if (wholeKey) c.node(wholeKey, properties);
    readEnd(c, sep);
  });
  return "lost";
}

/** Adds the entry and gives the offset behind it. */
function composeEntry(
  c: Composing,
  map: BlockMapToken,
  item: BlockItem,
  properties: Properties,
  key: Token | undefined,
  entries: Entries,
): number {
  const { sep, value } = item;
  const keyNode = key ? c.node(key, properties) : c.empty(colonOf(item)?.offset ?? properties.end, properties);
  const valueProperties = readProperties(c, sep ?? [], {
    indicator: "map-value-ind",
    style: "block",
    next: value,
    offset: keyNode.alias?.end ?? keyNode.end,
    parentIndent: map.indent,
    startOnNewline: !item.key || item.key.type === "block-scalar",
  });
  const colon = valueProperties.found;
  if (!colon && value && key) reportNoColon(c, key);
  if (!properties.found && colon && properties.start < colon.offset - 1024) {
    c.findings.syntax("long-key", { start: properties.start, end: colon.offset }, "");
  }
  const secondMapping = properties.found ? undefined : secondMappingOf(item);
  const valueNode = secondMapping
    ? reportSecondMapping(c, secondMapping, entries)
    : value
      ? c.node(value, valueProperties)
      : c.empty(colon ? colon.offset + 1 : valueProperties.end, valueProperties);
  entries.add(keyNode, valueNode, key && !properties.anchor && !properties.tag ? key.offset : properties.start);
  return valueNode.alias?.end ?? valueNode.end;
}

/** The colon behind a key; one behind a bracket belongs to what the bracket opens, as in `"key" {a: b}`. */
function colonOf({ sep }: BlockItem): SourceToken | undefined {
  const sign = sep?.find((token) => token.type === "map-value-ind" || isBracket(token));
  return sign?.type === "map-value-ind" ? sign : undefined;
}

function isBracket({ type }: SourceToken): boolean {
  return type === "flow-map-start" || type === "flow-seq-start";
}

/** The mapping that begins on the line of a key, as in `key: a: b`. */
function secondMappingOf({ sep, value }: BlockItem): BlockMapToken | undefined {
  return value?.type === "block-map" && !sep?.some((token) => token.type === "newline") ? value : undefined;
}

/** A line below a block of text that is indented too little to belong to it, and is no entry either. */
function reportDedentedText(c: Composing, item: BlockItem, key: Token, entries: Entries): boolean {
  if (!isBelowText(entries) || colonOf(item) || key.type !== "scalar") return false;
  c.findings.syntax("block-indent", lineFrom(c, key.offset), "");
  return true;
}

function isBelowText(entries: Entries): boolean {
  const above = entries.list.at(-1)?.value;
  return above?.kind === "scalar" && (above.style === "literal" || above.style === "folded");
}

/** A lone quote below a text that lost its quote to a dedent: the other end of what has been reported. */
function isLateQuote(c: Composing, key: Token): boolean {
  return c.openQuotes.length > 0 && "source" in key && (key.source === '"' || key.source === "'");
}

/** Reports a list or an unaligned key among the keys of `map`. */
function reportMisplaced(c: Composing, map: BlockMapToken, key: Token, entries: Entries): boolean {
  const range = lineFrom(c, key.offset);
  if (key.type === "error") {
    if (key.source.startsWith("-")) c.findings.syntax("list-in-mapping", range, "");
    else reportUnexpected(c, { offset: key.offset, source: key.source });
    return true;
  }
  if ("indent" in key && reportMisaligned(c, map, key, entries)) return true;
  if (key.type === "block-seq") c.findings.syntax("list-in-mapping", range, "");
  return key.type === "block-seq";
}

function reportMisaligned(c: Composing, map: BlockMapToken, at: Indented, entries: Entries): boolean {
  if (at.indent === map.indent) return false;
  const range = lineFrom(c, at.offset);
  c.findings.syntax("misaligned", range, firstWord(wordsAt(c, range)));
  entries.loseInLast();
  return true;
}

/**
 * A key on one line. Where a line without ': ' comes before, YAML joins both into one key: we report that line and go
 * on with the last one.
 */
function lastLineOfKey(c: Composing, key: Token, properties: Properties, entries: Entries): Token {
  if (key.type !== "scalar" || !key.source.includes("\n")) {
    const isLong = properties.newlineAfterProperty || spansLines(c, key);
    if (isLong) c.findings.syntax("multiline-key", firstLine(c.text, extentOf(c, key)), "");
    return key;
  }
  const from = lastLineOf(key) - key.offset;
  for (const { index, 0: line } of key.source.slice(0, from).matchAll(/[^\s](?:[^\n]*[^\s])?/g)) {
    if (isBelowText(entries)) c.findings.syntax("block-indent", lineFrom(c, key.offset + index), "");
    else reportNoColon(c, { ...key, offset: key.offset + index, source: line });
  }
  entries.lose();
  return { ...key, offset: key.offset + from, source: key.source.slice(from) };
}

function reportNoColon(c: Composing, key: Token): void {
  const range = firstLine(c.text, extentOf(c, key));
  const text = wordsAt(c, range);
  const glued = /^([\w-]+):(?!\/\/)\S/.exec(text)?.[1];
  if (glued === undefined) return c.findings.syntax("missing-colon", range, text);
  const colon = range.start + glued.length;
  const fix = spaceBehind(c.text, colon);
  const isAmongItsLike = hasLikeNeighbour(c.text, range.start) && !hasDeeperLines(c.text, range.start);
  c.findings.syntax("missing-space-after-colon", { start: colon, end: colon + 1 }, glued, isAmongItsLike ? fix : { ...fix, safety: "unsafe" });
}

/** A line that opens or closes brackets of others is a part of something else. */
function quotedLine(words: string, line: Range): Fix {
  const fix = replacement("quote it", line, quoted(words));
  const count = (signs: RegExp): number => words.match(signs)?.length ?? 0;
  return count(/[[{]/g) === count(/[\]}]/g) ? fix : { ...fix, safety: "unsafe" };
}

/** `key: a: b`, or `key: a` with a deeper `b: c` below: a second mapping on the line of a key. */
function reportSecondMapping(c: Composing, mapping: BlockMapToken, entries: Entries): YamlNode {
  const start = mapping.offset;
  const line = lineFrom(c, start);
  const first = mapping.items[0]?.key;
  // What was meant as a key is not quoted, nor a part of a line.
  const isKey = wordsAt(c, line).endsWith(":") || hasDeeperLines(c.text, start);
  const fix = isKey || goesOn(c.text, line.end) ? undefined : quotedLine(wordsAt(c, line), line);
  if (!first) {
    c.findings.syntax("reserved-start", line, c.text.charAt(start), fix);
  } else if (damageIn(c.repaired, { start, end: start + 1 })) {
    c.node(first, noProperties(start));
    entries.lose();
  } else if (first?.type === "scalar" && first.source.includes("\n")) {
    const range = lineFrom(c, lastLineOf(first));
    c.findings.syntax("over-indented", range, firstWord(wordsAt(c, range)));
    entries.lose();
  } else {
    const text = wordsAt(c, line);
    c.findings.syntax("colon-in-value", line, text, fix);
  }
  return hole(line);
}

/** What a second mapping on the line of a key took from the mapping around it, which has the same indentation. */
function takenItems(mapping: BlockMapToken, indent: number): readonly BlockItem[] {
  if (mapping.indent !== indent) return [];
  const [first, ...others] = mapping.items;
  return first?.value?.type === "block-map" ? [...takenItems(first.value, indent), ...others] : others;
}

/** A list in block style. */
export function composeBlockSequence(c: Composing, sequence: BlockSequenceToken): YamlSequence {
  const items: YamlNode[] = [];
  let offset = sequence.offset;
  for (const { start, value } of sequence.items) {
    const properties = readProperties(c, start, {
      indicator: "seq-item-ind",
      style: "block",
      next: value,
      offset,
      parentIndent: sequence.indent,
      startOnNewline: true,
    });
    if (!properties.found) {
      if (!properties.anchor && !properties.tag && !value) continue;
      const range = lineFrom(c, properties.end);
      const problem = value?.type === "block-seq" ? "misaligned" : "mapping-in-list";
      c.findings.syntax(problem, range, firstWord(wordsAt(c, range)));
    }
    const dash = properties.found;
    const node = value ? c.node(value, properties) : c.empty(dash ? dash.offset + 1 : properties.end, properties);
    items.push(node);
    offset = Math.max(offset, node.alias?.end ?? node.end);
  }
  return { kind: "sequence", flow: false, items, start: sequence.offset, end: offset };
}

function extentOf(c: Composing, token: Token): Range {
  if (token.type !== "flow-collection" && "source" in token) return rangeOf(token as FlowScalarToken);
  return { start: token.offset, end: endOfLine(c.text, token.offset) };
}

/** Whether a flow collection, quoted text or block used as a key goes over several lines. */
function spansLines(c: Composing, key: Token): boolean {
  switch (key.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      return key.source.includes("\n");
    case "flow-collection": {
      const last = key.end[0]?.offset ?? key.offset;
      return c.text.slice(key.offset, last).includes("\n");
    }
    default:
      return true;
  }
}
