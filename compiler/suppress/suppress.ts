import type { Span } from "../../schemas/span.ts";
import { nearest } from "../../schemas/nearest.ts";
import { catalogue, explain } from "../catalogue.ts";
import type { Diagnostic, Fix, TextEdit } from "../diagnostics/define.ts";
import { report } from "../diagnostics/define.ts";
import { suppressionWithoutReason, unusedSuppression, type UselessIgnore } from "../diagnostics/suppress.ts";
import type { BlockTable, LineIndex, Range, SourceText } from "../source/text.ts";
import { lineIndex } from "../source/text.ts";
import type { YamlTree } from "../syntax/tree.ts";
import { ignoreWord } from "../syntax/recognise.ts";
import { partAt, type CommentedPart, type CommentedParts } from "./commented.ts";
import { directivesIn, type Directive } from "./directives.ts";
import { ownerOf } from "./owner.ts";

/** A document, with what was read of it. */
export interface ReadDocument {
  readonly source: SourceText;
  readonly blocks: BlockTable;
  readonly tree: YamlTree;
}

/** A document whose comments may take findings back, in parts of whole lines that can be read one by one. */
export interface Commented {
  readonly blocks: BlockTable;
  readonly parts: CommentedParts;
}

/**
 * The findings without those that comments take back, and with what is to be said of such comments.
 *
 * S1. An error stays, whatever a comment says.
 * S2. What is quiet may not have been looked for: no comment about it is called useless.
 * S3. Where something is an error, other findings may be missing because of it: no comment is called useless then.
 */
export function suppressed(document: Commented, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const speaking = textsOf(document);
  const places = placesOf(document, new Set(speaking.flatMap(({ heard }) => heard)), diagnostics);
  const isDamaged = diagnostics.some(({ severity }) => severity === "error");
  const gone = new Set<Diagnostic>();
  const said = speaking.flatMap(({ directives, placeOf, spanOf }) => directives.flatMap((directive) => {
    const useless = directive.names.flatMap((name): readonly Useless[] => {
      const spec = explain(name.text);
      const code = spec?.code;
      const here = (places.get(placeOf(directive.line)) ?? []).filter((diagnostic) => diagnostic.code === code);
      const lesser = here.filter(({ severity }) => severity !== "error");
      for (const diagnostic of lesser) gone.add(diagnostic);
      if (code === undefined) return [{ ...name, why: "unknown" }];
      if (here.length > 0) return lesser.length === 0 ? [{ ...name, why: "error" }] : [];
      return isDamaged || spec?.quiet === true ? [] : [{ ...name, why: "nothing" }];
    });
    return judgement(directive, useless, spanOf);
  }));
  return [...diagnostics.filter((diagnostic) => !gone.has(diagnostic)), ...said];
}

/** The comment that would take a finding back, above the line that it belongs to; undefined where none can. */
export function ignoringEdit({ source, blocks, tree }: ReadDocument, { code, severity, span }: Diagnostic): TextEdit | undefined {
  if (severity === "error" || blocks.fileOf(span) !== undefined || code === unusedSuppression.code || code === suppressionWithoutReason.code) return undefined;
  const lines = lineIndex(source.text);
  const { start, end } = lines.lineRange(lines.positionAt(ownerOf(tree.root, blocks.absolute(span).start).start).line);
  const indent = /^[ \t]*/.exec(source.text.slice(start, end))?.[0] ?? "";
  const feed = source.text.startsWith("\r\n", end) ? "\r\n" : "\n";
  const comment = `${indent}# ${ignoreWord} ${code}`;
  return { span: blocks.relative({ start, end: start }), text: `${comment}${feed}`, asking: [`${comment}: `, feed] };
}

interface Useless extends Range {
  readonly text: string;
  readonly why: UselessIgnore;
}

/** A text that speaks to us. */
interface SpeakingText {
  readonly directives: readonly Directive[];
  /** What is called where: of a line of the text, counted from its first. */
  readonly placeOf: (line: number) => string;
  readonly spanOf: (range: Range) => Span;
  /** The parts of the document that it may speak of. */
  readonly heard: readonly number[];
}

function textsOf({ blocks, parts }: Commented): readonly SpeakingText[] {
  const own = parts.speaking.map((index): SpeakingText => {
    const { start } = parts;
    const begin = start[index] as number;
    const { directives, lines } = spokenIn(parts.part(index));
    // What is said at the end of one part is said of the line with which the next one begins.
    const isLast = index === start.length - 1;
    return {
      directives,
      placeOf: (line) => (isLast || line < lines ? `${index} ${line}` : `${index + 1} 0`),
      spanOf: (range) => blocks.relative({ start: range.start + begin, end: range.end + begin }),
      heard: [index, index + 1],
    };
  });
  const included = blocks.files.map(({ id, source: { text } }): SpeakingText => ({ directives: directivesIn(text, []), placeOf: (line) => `${id} ${line}`, spanOf: ({ start, end }) => ({ block: id, start, end }), heard: [] }));
  return [...own, ...included];
}

/** What was read of a part of a document. */
interface Spoken {
  readonly directives: readonly Directive[];
  /** How many lines it has that end. */
  readonly lines: number;
}

const spoken = new WeakMap<CommentedPart, Spoken>();

function spokenIn(part: CommentedPart): Spoken {
  const known = spoken.get(part) ?? { directives: directivesIn(part.text, part.comments), lines: lineIndex(part.text).lineCount - 1 };
  spoken.set(part, known);
  return known;
}

/** The findings by the lines at which a comment may take them back: their own, and that of the text they are in. */
function placesOf({ blocks, parts: { start: starts, part } }: Commented, heard: ReadonlySet<number>, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const places = new Map<string, Diagnostic[]>();
  const add = (place: string, diagnostic: Diagnostic): void => {
    const known = places.get(place);
    if (known === undefined) places.set(place, [diagnostic]);
    else known.push(diagnostic);
  };
  const linesOf = new Map<number, LineIndex>();
  for (const diagnostic of diagnostics) {
    const file = blocks.fileOf(diagnostic.span);
    if (file !== undefined) add(`${file.id} ${file.lines.positionAt(diagnostic.span.start).line}`, diagnostic);
    const { start } = blocks.absolute(file?.named ?? diagnostic.span);
    const index = partAt(starts, start);
    if (!heard.has(index)) continue;
    const { text, root } = part(index);
    const lines = linesOf.get(index) ?? lineIndex(text);
    linesOf.set(index, lines);
    const offset = start - (starts[index] as number);
    const owner = ownerOf(root, offset);
    for (const line of new Set([offset, owner.start, owner.end].map((at) => lines.positionAt(at).line))) add(`${index} ${line}`, diagnostic);
  }
  return places;
}

function judgement(directive: Directive, useless: readonly Useless[], spanOf: SpeakingText["spanOf"]): readonly Diagnostic[] {
  const { names, hasReason } = directive;
  const isWhole = useless.length === names.length;
  const whole = isWhole && useless.every(({ why }) => why !== "unknown") ? removalOf(directive, spanOf) : [];
  if (names.length === 0) return [report(unusedSuppression, spanOf(directive), { why: "empty", name: "", near: "" }, { fixes: removalOf(directive, spanOf) })];
  const said = useless.map((name) => {
    const near = nearest(name.text, catalogue.flatMap(({ code, slug }) => [code, slug])) ?? "";
    const fixes = name.why === "unknown" ? renamed(name, near, spanOf) : isWhole ? whole : [withoutName(directive, name, spanOf)];
    return report(unusedSuppression, spanOf(name), { why: name.why, name: name.text, near }, { fixes });
  });
  return hasReason || isWhole ? said : [...said, report(suppressionWithoutReason, spanOf(directive), {})];
}

function removalOf({ removal, start, end }: Directive, spanOf: SpeakingText["spanOf"]): readonly Fix[] {
  return [{ title: "delete the comment", safety: removal === undefined ? "unsafe" : "safe", edits: [{ span: spanOf(removal ?? { start, end }), text: "" }] }];
}

function renamed(name: Useless, near: string, spanOf: SpeakingText["spanOf"]): readonly Fix[] {
  return near === "" ? [] : [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span: spanOf(name), text: near }] }];
}

/** One name goes with what divides it from its neighbour. */
function withoutName({ names }: Directive, { start, end, text }: Useless, spanOf: SpeakingText["spanOf"]): Fix {
  const index = names.findIndex((name) => name.start === start);
  const before = names[index - 1];
  const range = before === undefined ? { start, end: names[index + 1]?.start ?? end } : { start: before.end, end };
  return { title: `delete '${text}'`, safety: "safe", edits: [{ span: spanOf(range), text: "" }] };
}
