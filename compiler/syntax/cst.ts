import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { fileLimits, multiDocument, yamlDirective, yamlSyntax } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { bracketTexts } from "./bracket-text.ts";
import { checkCharacters, reportHidden } from "./characters.ts";
import { composeDocument, composing, reportAfterRoot } from "./compose.ts";
import { hole, lineFrom, wordsAt } from "./composing.ts";
import type { Composing } from "./composing.ts";
import { findings } from "./findings.ts";
import type { Findings } from "./findings.ts";
import type { Limits } from "./limits.ts";
import { firstLine } from "./lines.ts";
import { rangeOf, readEnd, reportUnexpected } from "./properties.ts";
import { isIndentedBySpaces, overwrite, reportRepairs, tabsInIndentation } from "./repair.ts";
import type { Repair } from "./repair.ts";
import { readTokens } from "./tokens.ts";
import type { DocumentToken, Token } from "./tokens.ts";
import type { YamlNode, YamlTree } from "./tree.ts";

/** Each pass mends at least one place; what is left after these is reported with what it broke. */
const passes = 8;

interface Pass {
  readonly tree: YamlTree;
  readonly findings: Findings;
  readonly wanted: readonly Repair[];
}

/** As `parseYaml`, for a text that is not too large: whatever it is, the package `yaml` reads it. */
export function parseAny(text: string, limits: Limits): Staged<YamlTree> {
  let { repaired, pass } = firstReading(text, limits);
  for (let count = 1; pass.wanted.length > 0 && count < passes; count += 1) {
    repaired = [...repaired, ...pass.wanted].sort((a, b) => a.start - b.start);
    pass = readOnce(text, repaired, limits);
  }
  reportRepairs(text, pass.wanted, pass.findings);
  const hidden = checkCharacters(text, pass.findings);
  reportHidden(text, hidden, pass.tree.root, pass.findings);
  return withoutMisreadings(text, pass, repaired);
}

interface Reading {
  readonly repaired: readonly Repair[];
  readonly pass: Pass;
}

/** Where something is wrong, texts with brackets of their own may be what is wrong: they are read as such, if that helps. */
function firstReading(text: string, limits: Limits): Reading {
  const plain: Reading = { repaired: [], pass: readOnce(text, [], limits) };
  const texts = troubleIn(plain.pass) === 0 ? [] : bracketTexts(text);
  if (texts.length === 0) return plain;
  const repaired = texts.map((range): Repair => ({ kind: "text", ...range }));
  const pass = readOnce(text, repaired, limits);
  return troubleIn(pass) <= troubleIn(plain.pass) ? { repaired, pass } : plain;
}

function troubleIn({ findings: found, wanted }: Pass): number {
  return wanted.length + found.collected().filter((each) => each.code === yamlSyntax.code).length;
}

/**
 * A tab has no width, so where tabs and spaces mix nobody knows what belongs to what: the tabs are told, and the rest
 * is left unread.
 */
function withoutMisreadings(text: string, { tree, findings: found }: Pass, repaired: readonly Repair[]): Staged<YamlTree> {
  const diagnostics = found.collected();
  const tab = repaired.find((repair) => repair.kind === "tab");
  if (tab === undefined || !isIndentedBySpaces(text)) return { value: tree, diagnostics };
  const isMisreading = (each: Diagnostic): boolean => each.code === yamlSyntax.code && each.span.start > tab.start;
  return { value: { ...tree, root: hole(tree.root ?? { start: 0, end: 0 }) }, diagnostics: diagnostics.filter((each) => !isMisreading(each)) };
}

function readOnce(text: string, repaired: readonly Repair[], limits: Limits): Pass {
  const found = findings(text, limits.diagnostics);
  reportRepairs(text, repaired, found);
  const { tokens, tooDeep } = readTokens(repaired.length === 0 ? text : overwrite(text, repaired), limits.nesting);
  if (tooDeep !== undefined) {
    found.say(fileLimits, { start: tooDeep, end: tooDeep + 1 }, { limit: "nesting", number: limits.nesting });
    return { tree: { root: hole({ start: 0, end: text.length }), comments: [] }, findings: found, wanted: [] };
  }
  const c = composing(text, repaired, found, limits);
  const root = composeStream(c, tokens);
  c.anchors.reportUnused();
  const sawTab = c.wanted.some((repair) => repair.kind === "tab");
  const otherTabs = sawTab ? tabsInIndentation(text, c.verbatim) : [];
  const wanted = withoutOverlaps([...c.wanted, ...otherTabs], repaired);
  return { tree: { root, comments: c.comments, ...(c.anchors.isUsed() ? { shares: true as const } : {}) }, findings: found, wanted };
}

/** The root of the first document; directives, a second document and text outside of any are reported. */
function composeStream(c: Composing, tokens: readonly Token[]): YamlNode | undefined {
  let root: YamlNode | undefined;
  let document: DocumentToken | undefined;
  for (const token of tokens) {
    switch (token.type) {
      case "document":
        if (document) {
          c.findings.say(multiDocument, startOf(c, token), {});
          return root;
        }
        document = token;
        root = composeDocument(c, token);
        break;
      case "directive": {
        const line = firstLine(c.text, rangeOf(token));
        c.findings.say(yamlDirective, line, { directive: wordsAt(c, line) });
        break;
      }
      case "comment":
        c.comments.push(rangeOf(token));
        break;
      case "doc-end":
        if (!document) reportUnexpected(c, token);
        readEnd(c, token.end);
        break;
      case "error":
        reportAfterRoot(c, rangeOf(token), document?.value);
        return root;
      default:
        break;
    }
  }
  return root;
}

/** Where a second document shows: its `---`, or its first line. */
function startOf(c: Composing, document: DocumentToken): Range {
  const marker = document.start.find((token) => token.type === "doc-start");
  return marker ? rangeOf(marker) : lineFrom(c, document.offset);
}

/** In order, each place once, and stray brackets only when nothing else could be the reason for them. */
function withoutOverlaps(wanted: readonly Repair[], repaired: readonly Repair[]): readonly Repair[] {
  const known = new Set(repaired.map((repair) => repair.start));
  const fresh: Repair[] = [];
  const hasReason = wanted.some((repair) => repair.kind !== "close-bracket");
  for (const repair of [...wanted].sort((a, b) => a.start - b.start)) {
    if (hasReason && repair.kind === "close-bracket") continue;
    const isFree = repair.start >= (fresh.at(-1)?.end ?? 0) && !known.has(repair.start);
    if (repair.end > repair.start && isFree) fresh.push(repair);
  }
  return fresh;
}
