import { aliasProblem, unknownTag } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { anchorsOf } from "./anchors.ts";
import { composeBlockMap, composeBlockSequence } from "./compose-block.ts";
import { composeFlow } from "./compose-flow.ts";
import { composeScalar, coreTagName } from "./compose-scalar.ts";
import { hole, lineFrom, wordsAt } from "./composing.ts";
import type { Composing, Properties } from "./composing.ts";
import { quoted, replacement } from "./findings.ts";
import type { Findings } from "./findings.ts";
import type { Limits } from "./limits.ts";
import { firstWord, goesOn } from "./lines.ts";
import { rangeOf, readEnd, readProperties, reportUnexpected } from "./properties.ts";
import type { Repair } from "./repair.ts";
import type { DocumentToken, FlowScalarToken, SourceToken, Token } from "./tokens.ts";
import { isCollection } from "./tokens.ts";
import type { YamlNode } from "./tree.ts";

/** Makes the nodes of one document of `text`, whose `repaired` places were overwritten before it was parsed. */
export function composing(text: string, repaired: readonly Repair[], findings: Findings, limits: Limits): Composing {
  const c: Composing = {
    text,
    findings,
    anchors: anchorsOf(text, limits, findings),
    comments: [],
    verbatim: [],
    openQuotes: [],
    repaired,
    wanted: [],
    node: (token, properties) => {
      c.anchors.countNode();
      if (!properties.anchor) return composeNode(c, token, properties);
      return anchored(c, properties.anchor, () => composeNode(c, token, properties));
    },
    empty: (offset, properties) => {
      c.anchors.countNode();
      const token: FlowScalarToken = { type: "scalar", offset, indent: 0, source: "" };
      if (!properties.anchor) return composeScalar(c, token, properties.tag);
      return anchored(c, properties.anchor, () => composeScalar(c, token, properties.tag));
    },
  };
  return c;
}

/** The root of a document; absent where it holds nothing. */
export function composeDocument(c: Composing, document: DocumentToken): YamlNode | undefined {
  const { start, value, end } = document;
  const properties = readProperties(c, start, {
    indicator: "doc-start",
    style: "block",
    next: value ?? end?.[0],
    offset: document.offset,
    parentIndent: 0,
    startOnNewline: true,
  });
  const onMarkerLine = properties.found && !properties.hasNewline;
  if (onMarkerLine && (value?.type === "block-map" || value?.type === "block-seq")) {
    c.findings.syntax("unexpected-text", lineFrom(c, value.offset), "text on the line of '---'");
  }
  const isEmpty = !value && !properties.anchor && !properties.tag;
  const root = isEmpty ? undefined : value ? c.node(value, properties) : c.empty(properties.end, properties);
  const stray = readEnd(c, end, "document");
  if (stray) reportAfterRoot(c, stray, value);
  return root;
}

/** Reports what stands behind a root that is complete, such as a key at the indentation of a list. */
export function reportAfterRoot(c: Composing, stray: Range, root: Token | undefined): void {
  const range = lineFrom(c, stray.start);
  const text = wordsAt(c, range);
  if (/^[\]}]/.test(text)) c.wanted.push({ kind: "close-bracket", start: range.start, end: range.start + 1 });
  else if (root?.type === "block-map") c.findings.syntax("misaligned", range, firstWord(text));
  else if (root?.type === "block-seq") c.findings.syntax("mapping-in-list", range, firstWord(text));
  else reportUnexpected(c, { offset: range.start, source: text });
}

function anchored(c: Composing, anchor: SourceToken, compose: () => YamlNode): YamlNode {
  return c.anchors.define(anchor.source.slice(1), rangeOf(anchor), compose);
}

function composeNode(c: Composing, token: Token, properties: Properties): YamlNode {
  if (isCollection(token)) checkCollectionTag(c, token, properties.tag);
  switch (token.type) {
    case "alias":
      return composeAlias(c, token, properties);
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      return composeScalar(c, token, properties.tag);
    case "block-map":
      return composeBlockMap(c, token);
    case "block-seq":
      checkListProperties(c, properties);
      return composeBlockSequence(c, token);
    case "flow-collection":
      return composeFlow(c, token);
    default: {
      const source = "source" in token ? token.source : "";
      const range = lineFrom(c, token.offset);
      if (source.startsWith("-")) c.findings.syntax("list-on-key-line", range, "");
      else reportUnexpected(c, { offset: token.offset, source });
      return hole(range);
    }
  }
}

function composeAlias(c: Composing, token: FlowScalarToken, { anchor, tag }: Properties): YamlNode {
  const range = rangeOf(token);
  const name = token.source.slice(1);
  if (anchor || tag) c.findings.say(aliasProblem, range, { problem: "properties", name });
  const stray = readEnd(c, token.end);
  if (!stray) return c.anchors.resolve(name, range);
  const whole = lineFrom(c, range.start);
  const words = wordsAt(c, whole);
  const fixes = /:(?:\s|$)/.test(words) || goesOn(c.text, whole.end) ? [] : [replacement("quote it", whole, quoted(words))];
  c.findings.blame(aliasProblem, range, { problem: name === "" ? "empty" : "unknown", name: name || "*" }, { fixes });
  return hole(range);
}

function checkCollectionTag(c: Composing, token: Token, tag: SourceToken | undefined): void {
  if (!tag) return;
  const isSequence = token.type === "block-seq" || (token.type === "flow-collection" && token.start.source === "[");
  const name = coreTagName(tag.source);
  if (name === "" || name === (isSequence ? "seq" : "map")) return;
  const core = ["str", "int", "float", "bool", "null", "map", "seq"];
  c.findings.say(unknownTag, rangeOf(tag), { tag: tag.source, fits: name === undefined || !core.includes(name) });
}

/** A list takes its anchor and tag from the line before it. */
function checkListProperties(c: Composing, properties: Properties): void {
  const property = properties.anchor ?? properties.tag;
  if (!property || properties.newlineAfterProperty) return;
  c.findings.syntax("property-misplaced", rangeOf(property), property.source);
}
