import { numberRange, unknownTag, unquotedTemplate, yaml11Scalar } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { hole, lineFrom, wordsAt } from "./composing.ts";
import type { Composing } from "./composing.ts";
import { differingReadings, resolvePlain } from "./core-schema.ts";
import { quoted, replacement } from "./findings.ts";
import { endOfLine, firstLine } from "./lines.ts";
import { rangeOf, readEnd, reportUnexpected, wantTab } from "./properties.ts";
import { damageIn, templateRange } from "./repair.ts";
import { decodeScalar, isClosed } from "./scalar-decode.ts";
import { scalarText } from "./scalar-map.ts";
import type { BlockScalarToken, FlowScalarToken, ScalarToken, SourceToken } from "./tokens.ts";
import type { ScalarStyle, ScalarValue, YamlNode, YamlScalar } from "./tree.ts";

/** A scalar with its value, or a hole where it is a broken quote, part of an unquoted template, or no usable number. */
export function composeScalar(c: Composing, token: ScalarToken, tag: SourceToken | undefined): YamlNode {
  const node = token.type === "block-scalar" ? blockScalar(c, token) : flowScalar(c, token);
  if (node.kind !== "scalar") return node;
  const typed = tag ? tagged(c, node, tag) : node;
  if (typed.kind !== "scalar") return typed;
  if (typeof typed.value !== "number" || (Number.isFinite(typed.value) && !isInexact(typed))) return typed;
  c.findings.say(numberRange, typed, { text: typed.raw, finite: Number.isFinite(typed.value) });
  return hole(typed);
}

function flowScalar(c: Composing, token: FlowScalarToken): YamlNode {
  const style = token.type === "scalar" ? "plain" : token.type === "single-quoted-scalar" ? "single" : "double";
  const range = rangeOf(token);
  const raw = c.repaired.length === 0 ? token.source : wordsAt(c, range);
  const broken = damageIn(c.repaired, range);
  if (broken) {
    if (broken.kind === "template") reportTemplate(c, range, broken);
    c.findings.muted(() => readEnd(c, token.end));
    return hole(range);
  }
  if (style === "plain") checkPlain(c, range, raw);
  else if (!isClosed(raw)) return openQuote(c, range, raw);
  if (style !== "plain" && raw.includes("\n")) c.verbatim.push(range);
  const stray = readEnd(c, token.end);
  if (stray) {
    reportStray(c, style, range, stray);
    return hole(range);
  }
  const text = decoded(c, style, raw, token.indent, range.start);
  const value = style === "plain" ? resolvePlain(text) : text;
  const node: YamlScalar = { kind: "scalar", style, value, raw, indent: token.indent, ...range };
  if (style === "double" && raw.includes("\\")) checkSurrogates(c, node);
  return node;
}

function blockScalar(c: Composing, token: BlockScalarToken): YamlNode {
  const style = c.text[token.offset] === ">" ? "folded" : "literal";
  const end = checkHeader(c, token) + token.source.length;
  const raw = c.text.slice(token.offset, end);
  let last = end;
  while (last > token.offset && /[ \t\r\n]/.test(c.text.charAt(last - 1))) last -= 1;
  const range = { start: token.offset, end: Math.min(endOfLine(c.text, last), end) };
  c.verbatim.push(range);
  const value = decoded(c, style, raw, token.indent, range.start);
  return { kind: "scalar", style, value, raw, indent: token.indent, ...range };
}

/** Checks what stands behind `|` or `>` on its line, and gives the offset of the next line. */
function checkHeader(c: Composing, token: BlockScalarToken): number {
  let end = token.offset;
  for (const part of token.props) {
    if (!("source" in part)) continue;
    const range = rangeOf(part);
    if (part.type === "comment") {
      const touches = /[^ \t]/.test(c.text.charAt(range.start - 1));
      if (touches) c.findings.syntax("missing-space", { start: range.start, end: range.start + 1 }, "#");
      c.comments.push(range);
    } else if (part.type === "error") {
      c.findings.syntax("block-header", range, part.source);
    } else if (part.type === "block-scalar-header") {
      const known = /^[|>](?:[1-9][-+]?|[-+][1-9]?)?/.exec(part.source)?.[0].length ?? 1;
      const rest = { start: range.start + known, end: range.end };
      if (rest.start < rest.end) c.findings.syntax("block-header", rest, part.source.slice(known));
    }
    end = range.end;
  }
  return end;
}

function decoded(c: Composing, style: ScalarStyle, raw: string, indent: number, base: number): string {
  if (style === "plain" && !raw.includes("\n")) return raw;
  if (style === "single" && !/\n|''/.test(raw)) return raw.slice(1, -1);
  if (style === "double" && !/[\n\\]/.test(raw)) return raw.slice(1, -1);
  let text = "";
  const emit = (piece: string): void => {
    text += piece;
  };
  decodeScalar(style, raw, indent, emit, (problem, start, end) => {
    const range = { start: base + start, end: base + end };
    if (problem === "block-indent" && raw[start] === "\t") wantTab(c, { offset: range.start, source: "\t" });
    else c.findings.syntax(problem, range, wordsAt(c, range));
  });
  return text;
}

/** An escape can make half of a character, which no file and no message can carry. */
function checkSurrogates(c: Composing, node: YamlScalar): void {
  const at = String(node.value).search(/[\ud800-\udfff]/u);
  if (at === -1) return;
  const range = scalarText(node, { id: "", start: 0 }).locate(at, at + 1);
  c.findings.syntax("unpaired-surrogate", range, wordsAt(c, range));
}

function checkPlain(c: Composing, range: Range, raw: string): void {
  const first = raw.charAt(0);
  if (first !== "" && "\t,%|>@`".includes(first)) {
    const line = firstLine(c.text, range);
    const fix = raw.includes("\n") ? undefined : replacement("quote it", range, quoted(raw));
    c.findings.syntax("reserved-start", line, first === "\t" ? "a tab" : first, fix);
    return;
  }
  const readings = differingReadings(raw);
  if (!readings) return;
  const { here } = readings;
  const fix = here === "text" ? replacement("quote it", range, `"${raw}"`) : replacement(`write ${here}`, range, here);
  c.findings.say(yaml11Scalar, range, { text: raw, ...readings }, { fixes: [fix] });
}

/** A quote that is open to the end of the file swallowed everything: read again without it. Others end at a dedent. */
function openQuote(c: Composing, range: Range, raw: string): YamlNode {
  c.openQuotes.push(range);
  if (range.end >= c.text.length && raw.includes("\n")) {
    c.wanted.push({ kind: "quote", start: range.start, end: endOfLine(c.text, range.start) });
  } else {
    c.findings.syntax("unclosed-quote", firstLine(c.text, range), raw.charAt(0));
  }
  return hole(range);
}

function reportTemplate(c: Composing, range: Range, template: Range): void {
  const whole = wordsAt(c, range);
  const shown = templateRange(c.text, template.start, template.end);
  const fixes = whole.includes("\n") ? [] : [replacement("quote it", range, quoted(whole))];
  c.findings.blame(unquotedTemplate, firstLine(c.text, range), { template: wordsAt(c, shown) }, { fixes });
}

function reportStray(c: Composing, style: ScalarStyle, scalar: Range, stray: Range): void {
  const range = lineFrom(c, stray.start);
  const text = wordsAt(c, range);
  if (style === "plain") return reportUnexpected(c, { offset: range.start, source: text });
  const whole = { start: scalar.start, end: range.end };
  const written = wordsAt(c, whole);
  if (written.includes("\n")) return c.findings.syntax("text-after-quote", range, `'${text}'`);
  const meant = isClosed(written) ? written.slice(1, -1) : written;
  const fix = { ...replacement("quote the whole value", whole, quoted(meant)), safety: "unsafe" } as const;
  c.findings.syntax("text-after-quote", range, `'${text}'`, fix);
}

/** Whole numbers beyond 2^53 lose digits. */
function isInexact(node: YamlScalar): boolean {
  return /^[-+]?[0-9]+$|^0[xo]/.test(node.raw) && !Number.isSafeInteger(node.value);
}

const coreTags = "tag:yaml.org,2002:";

/** The name of a tag of the core schema, or the empty string for `!`; absent for any other tag. */
export function coreTagName(source: string): string | undefined {
  if (source === "!") return "";
  if (/^!!./.test(source)) return source.slice(2);
  const verbatim = /^!<(.*)>$/.exec(source)?.[1];
  return verbatim?.startsWith(coreTags) ? verbatim.slice(coreTags.length) : undefined;
}

/** A scalar with the tag the author gave it. What a tag of another language means, we do not know: it may be the start of a text. */
function tagged(c: Composing, node: YamlScalar, tag: SourceToken): YamlNode {
  const name = coreTagName(tag.source);
  const text = node.style === "plain" ? plainText(node) : String(node.value);
  const refuse = (fits: boolean): YamlNode => {
    const whole = { start: tag.offset, end: Math.max(rangeOf(tag).end, node.end) };
    const isText = fits && node.style === "plain" && /^![^!<]/.test(tag.source) && !wordsAt(c, whole).includes("\n");
    const fixes = isText ? [{ ...replacement("quote it", whole, quoted(wordsAt(c, whole))), safety: "unsafe" as const }] : [];
    c.findings.say(unknownTag, rangeOf(tag), { tag: tag.source, fits }, { fixes });
    return fits ? hole(node) : node;
  };
  switch (name) {
    case "":
    case "str":
      return { ...node, value: text };
    case "null":
    case "bool":
    case "int":
    case "float": {
      const value = resolvePlain(text);
      return tagOf(value).includes(name) ? { ...node, value } : refuse(false);
    }
    case "map":
    case "seq":
      return refuse(false);
    default:
      return refuse(true);
  }
}

function tagOf(value: ScalarValue): readonly string[] {
  if (value === null) return ["null"];
  if (typeof value === "boolean") return ["bool"];
  if (typeof value === "number") return Number.isInteger(value) ? ["int", "float"] : ["float"];
  return ["str"];
}

function plainText(node: YamlScalar): string {
  return typeof node.value === "string" ? node.value : node.raw;
}
