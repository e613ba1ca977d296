import { bracketsInText } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { endOfText } from "./bracket-text.ts";
import { hole, lineFrom, wordsAt } from "./composing.ts";
import type { Composing, Properties } from "./composing.ts";
import { quoted, replacement, spaceBehind } from "./findings.ts";
import { entriesOf } from "./keys.ts";
import type { Entries } from "./keys.ts";
import { endOfLine, firstLine } from "./lines.ts";
import { lastLineOf, rangeOf, readEnd, readProperties, reportUnexpected } from "./properties.ts";
import { bracketTextIn, templateRange } from "./repair.ts";
import { isClosed } from "./scalar-decode.ts";
import type { FlowToken, ItemToken, Token } from "./tokens.ts";
import type { YamlMapping, YamlNode, YamlSequence } from "./tree.ts";

/**
 * A mapping or list in brackets. Braces that begin like a template are one, without its quotes; a bracket that is never
 * closed is reported at the bracket, and what it swallowed is not.
 */
export function composeFlow(c: Composing, flow: FlowToken): YamlNode {
  const open = flow.start.source;
  const close = flow.end[0]?.source === (open === "{" ? "}" : "]") ? flow.end[0] : undefined;
  if (/^\{[{%]/.test(c.text.slice(flow.offset, flow.offset + 2))) {
    const range = templateRange(c.text, flow.offset, endOfLine(c.text, flow.offset));
    c.wanted.push({ kind: "template", ...range });
    c.findings.muted(() => composeItems(c, flow, range));
    return hole(range);
  }
  if (!close) {
    const quote = openQuoteIn(flow);
    const start = quote?.offset ?? flow.offset;
    c.wanted.push({ kind: quote ? "quote" : "open-bracket", start, end: lineFrom(c, start).end });
    c.findings.muted(() => composeItems(c, flow, rangeOf(flow.start)));
    return hole(lineFrom(c, flow.offset));
  }
  const stray = readEnd(c, flow.end.slice(1));
  if (stray) {
    const range = lineFrom(c, stray.start);
    reportUnexpected(c, { offset: range.start, source: wordsAt(c, range) });
  }
  return composeItems(c, flow, { start: flow.offset, end: close.offset + 1 });
}

function composeItems(c: Composing, flow: FlowToken, range: Range): YamlMapping | YamlSequence {
  const isMapping = flow.start.source === "{";
  const entries = entriesOf(c);
  const items: YamlNode[] = [];
  let offset = flow.offset + 1;
  flow.items.forEach((item, index) => {
    const { start, key, sep, value } = item;
    const next = key ?? value;
    // Behind a value that was cut at its comma stands the rest of it.
    if (next && next.offset < offset) return;
    const properties = readProperties(c, start, {
      indicator: "explicit-key-ind",
      style: "flow",
      next: key ?? sep?.[0] ?? value,
      offset,
      parentIndent: flow.indent,
      startOnNewline: false,
    });
    const isEmpty = !properties.found && !properties.anchor && !properties.tag && !sep && !value;
    if (index === 0 && properties.comma) c.findings.syntax("extra-comma", rangeOf(properties.comma), ",");
    else if (isEmpty && index < flow.items.length - 1) c.findings.syntax("extra-comma", commaRange(properties), ",");
    else if (!isEmpty && index > 0 && !properties.comma) reportNoComma(c, next?.offset ?? properties.start);
    if (isEmpty) {
      offset = properties.end;
      return;
    }
    if (!isMapping && !sep && !properties.found) {
      const node = value ? nodeIn(c, value, properties) : c.empty(properties.end, properties);
      items.push(node);
      offset = node.alias?.end ?? node.end;
      return;
    }
    const pair = isMapping ? entries : entriesOf(c);
    offset = composePair(c, flow, item, properties, pair);
    if (!isMapping) items.push(pairNode(pair, { start: properties.start, end: offset }));
  });
  return isMapping
    ? { kind: "mapping", flow: true, entries: entries.list, damaged: entries.damaged(), ...range }
    : { kind: "sequence", flow: true, items, ...range };
}

function commaRange({ comma, start }: Properties): Range {
  return comma ? rangeOf(comma) : { start, end: start };
}

/** A pair in a list is a mapping of one entry. */
function pairNode(pair: Entries, range: Range): YamlNode {
  const [only] = pair.list;
  if (!only) return hole(range);
  return { kind: "mapping", flow: true, entries: pair.list, damaged: false, start: only.start, end: only.end };
}

/** One `key: value` of a flow collection; gives the offset behind it. */
function composePair(c: Composing, flow: FlowToken, item: ItemToken, properties: Properties, entries: Entries): number {
  const { key, sep, value } = item;
  const isMapping = flow.start.source === "{";
  const keyNode = key ? c.node(key, properties) : c.empty(properties.end, properties);
  if (key) reportBlock(c, key);
  const valueProperties = readProperties(c, sep ?? [], {
    indicator: "map-value-ind",
    style: "flow",
    next: value,
    offset: keyNode.alias?.end ?? keyNode.end,
    parentIndent: flow.indent,
    startOnNewline: false,
  });
  const colon = valueProperties.found;
  if (colon && !isMapping && !properties.found) {
    const keyRange = { start: properties.start, end: colon.offset };
    if (wordsAt(c, keyRange).includes("\n")) c.findings.syntax("multiline-key", firstLine(c.text, keyRange), "");
    else if (colon.offset - properties.start > 1024) c.findings.syntax("long-key", keyRange, "");
  }
  const keyText = wordsAt(c, keyNode);
  const glued = isMapping && !colon && key?.type === "scalar" ? /^([\w-]+):(?!\/\/)\S/.exec(keyText)?.[1] : undefined;
  if (glued !== undefined) {
    reportGluedColon(c, keyNode.start + glued.length, glued);
    entries.lose();
    return valueProperties.end;
  }
  if (!colon && value) {
    if ("source" in value && value.source.startsWith(":")) reportGluedColon(c, value.offset, keyText);
    else reportNoComma(c, value.offset);
  }
  const joined = value?.type === "block-map" ? value.items[0]?.key : undefined;
  if (joined?.type === "scalar" && joined.source.includes("\n")) {
    reportNoComma(c, lastLineOf(joined));
    entries.lose();
    return endOfLine(c.text, lastLineOf(joined));
  }
  const behindKey = colon ? colon.offset + 1 : keyNode.end;
  const valueNode = value ? (valueCutAtComma(c, value) ?? nodeIn(c, value, valueProperties)) : c.empty(behindKey, valueProperties);
  entries.add(keyNode, valueNode, properties.start);
  return Math.max(valueNode.alias?.end ?? valueNode.end, valueProperties.end);
}

/** The node of a value inside brackets. */
function nodeIn(c: Composing, token: Token, properties: Properties): YamlNode {
  const node = c.node(token, properties);
  reportBlock(c, token);
  if (token.type === "scalar" && bracketTextIn(c.repaired, node)) {
    const words = wordsAt(c, node);
    const fixes = words.includes("\n") ? [] : [replacement("quote it", node, quoted(words))];
    c.findings.say(bracketsInText, firstLine(c.text, node), { text: words }, { fixes });
  }
  return node;
}

/** What an unquoted value like `f(a, b)` is: to YAML it ends at its comma. */
function valueCutAtComma(c: Composing, token: Token): YamlNode | undefined {
  if (token.type !== "scalar") return undefined;
  const bracket = openBracketIn(token.source);
  const end = bracket === undefined ? undefined : endOfText(c.text, token.offset + bracket);
  if (end === undefined || end <= token.offset + token.source.length) return undefined;
  const range = { start: token.offset, end };
  // Entries of their own were meant as such.
  if (/:\s/.test(wordsAt(c, range))) return undefined;
  c.findings.syntax("comma-in-value", range, "", replacement("quote it", range, quoted(wordsAt(c, range))));
  return hole(range);
}

/** Where the first `(` stands that is not closed in `text`. */
function openBracketIn(text: string): number | undefined {
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[()]/g)) {
    if (sign === "(") open.push(index);
    else open.pop();
  }
  return open[0];
}

function reportGluedColon(c: Composing, colon: number, key: string): void {
  const range = { start: colon, end: colon + 1 };
  c.findings.syntax("missing-space-after-colon", range, key, spaceBehind(c.text, colon));
}

function reportNoComma(c: Composing, offset: number): void {
  const range = firstLine(c.text, { start: offset, end: Math.min(endOfLine(c.text, offset), offset + 40) });
  const word = /^[^\s,:\][{}]+|^./.exec(wordsAt(c, range))?.[0] ?? "";
  c.findings.syntax("missing-comma", { start: offset, end: offset + word.length }, word);
}

function reportBlock(c: Composing, token: Token): void {
  if (token.type !== "block-map" && token.type !== "block-seq") return;
  c.findings.syntax("block-in-brackets", lineFrom(c, token.offset), "");
}

/** The quote without an end that kept a bracket from being closed. */
function openQuoteIn(flow: FlowToken): { readonly offset: number; readonly source: string } | undefined {
  for (const { key, value } of flow.items.slice(-1)) {
    const token = value ?? key;
    const isQuoted = token?.type === "single-quoted-scalar" || token?.type === "double-quoted-scalar";
    if (isQuoted && !isClosed(token.source)) return token;
    if (token?.type === "flow-collection") return openQuoteIn(token);
  }
  return undefined;
}
