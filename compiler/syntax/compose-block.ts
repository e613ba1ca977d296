import type { Range } from "../source/text.ts";
import { endOfLine, firstLine, firstWord, hole } from "./composing.ts";
import type { Composing } from "./composing.ts";
import { quoted, replacement } from "./findings.ts";
import { entriesOf } from "./keys.ts";
import type { Entries } from "./keys.ts";
import { rangeOf, readProperties, reportUnexpected } from "./properties.ts";
import type { Properties } from "./properties.ts";
import { repairIn } from "./repair.ts";
import type { BlockMapToken, BlockSequenceToken, FlowScalarToken, Token } from "./tokens.ts";
import type { YamlMapping, YamlNode, YamlSequence } from "./tree.ts";

/** A mapping in block style. What its lines break is reported where it begins; the other lines are read. */
export function composeBlockMap(c: Composing, map: BlockMapToken): YamlMapping {
  const entries = entriesOf(c);
  let offset = map.offset;
  let wasBroken = false;
  let items = map.items;
  for (let index = 0; index < items.length; index += 1) {
    const { start, key, sep, value } = items[index] as BlockItem;
    const keyProperties = readProperties(c, start, {
      indicator: "explicit-key-ind",
      style: "block",
      next: key ?? sep?.[0],
      offset,
      parentIndent: map.indent,
      startOnNewline: true,
    });
    const implicit = !keyProperties.found;
    if (implicit && !keyProperties.anchor && !keyProperties.tag && !sep) continue;

    const hasColon = sep?.some((token) => token.type === "map-value-ind") ?? false;
    if (wasBroken && !hasColon) continue;
    const misplaced = keyProperties.found
      ? reportMisaligned(c, map, keyProperties.found, entries)
      : key !== null && key !== undefined && reportMisplaced(c, map, key, entries);
    const wholeKey = implicit && key ? lastLineOfKey(c, key, keyProperties, entries) : key;
    if (misplaced || (implicit && !hasColon)) {
      if (!misplaced && wholeKey && !isLateQuote(c, wholeKey)) reportNoColon(c, wholeKey);
      const property = wholeKey ? undefined : (keyProperties.anchor ?? keyProperties.tag);
      if (property) c.findings.syntax("property-misplaced", rangeOf(property), property.source);
      entries.lose();
      if (wholeKey) c.findings.muted(() => c.node(wholeKey, keyProperties));
      wasBroken = true;
      continue;
    }

    const colonAt = sep?.find((token) => token.type === "map-value-ind")?.offset;
    const keyNode = wholeKey ? c.node(wholeKey, keyProperties) : c.empty(colonAt ?? keyProperties.end, keyProperties);
    const valueProperties = readProperties(c, sep ?? [], {
      indicator: "map-value-ind",
      style: "block",
      next: value,
      offset: keyNode.alias?.end ?? keyNode.end,
      parentIndent: map.indent,
      startOnNewline: !key || key.type === "block-scalar",
    });
    const colon = valueProperties.found;
    if (!colon && value && wholeKey) reportNoColon(c, wholeKey);
    if (implicit && colon && keyProperties.start < colon.offset - 1024) c.findings.syntax("long-key", { start: keyProperties.start, end: colon.offset }, "");
    const secondMapping = implicit && colon && !valueProperties.hasNewline && value?.type === "block-map" ? value : undefined;
    if (secondMapping) items = [...items.slice(0, index + 1), ...takenItems(secondMapping, map.indent), ...items.slice(index + 1)];
    const valueNode = secondMapping
      ? reportSecondMapping(c, secondMapping, entries)
      : value
        ? c.node(value, valueProperties)
        : c.empty(colon ? colon.offset + 1 : valueProperties.end, valueProperties);
    wasBroken = value?.type === "error";
    entries.add(keyNode, valueNode, keyProperties.start);
    offset = Math.max(offset, valueNode.alias?.end ?? valueNode.end);
  }
  const [first] = map.items;
  const start = Math.min(map.offset, first?.start[0]?.offset ?? map.offset, first?.key?.offset ?? map.offset);
  const end = Math.max(entries.list.at(-1)?.end ?? start, offset);
  return { kind: "mapping", flow: false, entries: entries.list, damaged: entries.damaged(), start, end };
}

/** A lone quote below a text that lost its quote to a dedent: the other end of what has been reported. */
function isLateQuote(c: Composing, key: Token): boolean {
  return c.openQuotes.length > 0 && "source" in key && (key.source === '"' || key.source === "'");
}

/** Reports a list or an unaligned key among the keys of `map`. */
function reportMisplaced(c: Composing, map: BlockMapToken, key: Token, entries: Entries): boolean {
  const range = firstLine(c.text, { start: key.offset, end: endOfLine(c.text, key.offset) });
  if (key.type === "error") {
    if (key.source.startsWith("-")) c.findings.syntax("list-in-mapping", range, "");
    else reportUnexpected(c, { offset: key.offset, source: key.source });
    return true;
  }
  if ("indent" in key && reportMisaligned(c, map, key, entries)) return true;
  if (key.type === "block-seq") c.findings.syntax("list-in-mapping", range, "");
  return key.type === "block-seq";
}

function reportMisaligned(c: Composing, map: BlockMapToken, at: { readonly offset: number; readonly indent: number }, entries: Entries): boolean {
  if (at.indent === map.indent) return false;
  const range = firstLine(c.text, { start: at.offset, end: endOfLine(c.text, at.offset) });
  c.findings.syntax("misaligned", range, firstWord(c.text.slice(range.start, range.end)));
  entries.loseInLast();
  return true;
}

/**
 * A key on one line. Where a line without ': ' comes before, YAML joins both into one key: we report that line and go
 * on with the last one.
 */
function lastLineOfKey(c: Composing, key: Token, properties: Properties, entries: Entries): Token {
  if (key.type !== "scalar" || !key.source.includes("\n")) {
    if (properties.newlineAfterProperty || spansLines(c, key)) c.findings.syntax("multiline-key", firstLine(c.text, extentOf(c, key)), "");
    return key;
  }
  const lastLine = key.source.lastIndexOf("\n") + 1;
  const from = lastLine + (/^[ \t]*/.exec(key.source.slice(lastLine))?.[0].length ?? 0);
  for (const { index, 0: line } of key.source.slice(0, lastLine).matchAll(/[^\s](?:[^\n]*[^\s])?/g)) {
    reportNoColon(c, { ...key, offset: key.offset + index, source: line });
  }
  entries.lose();
  return { ...key, offset: key.offset + from, source: key.source.slice(from) };
}

function reportNoColon(c: Composing, key: Token): void {
  const range = firstLine(c.text, extentOf(c, key));
  const text = c.text.slice(range.start, range.end);
  const glued = /^([\w-]+):(?!\/\/)\S/.exec(text)?.[1];
  if (glued === undefined) return c.findings.syntax("missing-colon", range, text);
  const colon = range.start + glued.length;
  const fix = replacement("add a space", { start: colon, end: colon + 1 }, ": ");
  c.findings.syntax("missing-space-after-colon", { start: colon, end: colon + 1 }, glued, fix);
}

/** `key: a: b`, or `key: a` with a deeper `b: c` below: a second mapping on the line of a key. */
function reportSecondMapping(c: Composing, mapping: BlockMapToken, entries: Entries): YamlNode {
  const start = mapping.offset;
  const line = firstLine(c.text, { start, end: endOfLine(c.text, start) });
  const first = mapping.items[0]?.key;
  if (repairIn(c.repaired, { start, end: start + 1 })) {
    entries.lose();
  } else if (first?.type === "scalar" && first.source.includes("\n")) {
    const lastLine = first.source.lastIndexOf("\n") + 1;
    const at = start + lastLine + (/^[ \t]*/.exec(first.source.slice(lastLine))?.[0].length ?? 0);
    const range = firstLine(c.text, { start: at, end: endOfLine(c.text, at) });
    c.findings.syntax("over-indented", range, firstWord(c.text.slice(range.start, range.end)));
    entries.lose();
  } else {
    const text = c.text.slice(line.start, line.end);
    c.findings.syntax("colon-in-value", line, text, replacement("quote it", line, quoted(text)));
  }
  return hole(line);
}

/** The items that a second mapping on the line of a key took from the mapping around it, which has the same indentation. */
function takenItems(mapping: BlockMapToken, indent: number): readonly BlockItem[] {
  if (mapping.indent !== indent) return [];
  const [first, ...others] = mapping.items;
  return first?.value?.type === "block-map" ? [...takenItems(first.value, indent), ...others] : others;
}

type BlockItem = BlockMapToken["items"][number];

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
      const range = firstLine(c.text, { start: properties.end, end: endOfLine(c.text, properties.end) });
      c.findings.syntax(value?.type === "block-seq" ? "misaligned" : "mapping-in-list", range, firstWord(c.text.slice(range.start, range.end)));
    }
    const node = value ? c.node(value, properties) : c.empty(properties.found ? properties.found.offset + 1 : properties.end, properties);
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
