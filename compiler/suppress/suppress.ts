import type { Span } from "../../schemas/span.ts";
import { nearest } from "../../schemas/nearest.ts";
import { catalogue, explain } from "../catalogue.ts";
import type { Diagnostic, Fix, TextEdit } from "../diagnostics/define.ts";
import { report } from "../diagnostics/define.ts";
import { suppressionWithoutReason, unusedSuppression, type UselessIgnore } from "../diagnostics/suppress.ts";
import type { BlockTable, Range, SourceText } from "../source/text.ts";
import { lineIndex } from "../source/text.ts";
import type { YamlTree } from "../syntax/tree.ts";
import { ignoreWord } from "../syntax/recognise.ts";
import { directivesIn, type Directive } from "./directives.ts";
import { ownerOf } from "./owner.ts";

/** A document whose comments may take findings back. */
export interface Commented {
  readonly source: SourceText;
  readonly blocks: BlockTable;
  readonly tree: YamlTree;
}

/**
 * The findings without those that comments take back, and with what is to be said of such comments.
 *
 * S1. An error stays, whatever a comment says.
 * S2. What is quiet may not have been looked for: no comment about it is called useless.
 * S3. Where something is an error, other findings may be missing because of it: no comment is called useless then.
 */
export function suppressed(document: Commented, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = placesOf(document, diagnostics);
  const isDamaged = diagnostics.some(({ severity }) => severity === "error");
  const gone = new Set<Diagnostic>();
  const said = textsOf(document).flatMap(({ text, comments, id, spanOf }) => directivesIn(text, comments).flatMap((directive) => {
    const useless = directive.names.flatMap((name): readonly Useless[] => {
      const spec = explain(name.text);
      const code = spec?.code;
      const here = (places.get(`${id} ${directive.line}`) ?? []).filter((diagnostic) => diagnostic.code === code);
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
export function ignoringEdit({ source, blocks, tree }: Commented, { code, severity, span }: Diagnostic): TextEdit | undefined {
  if (severity === "error" || blocks.fileOf(span) !== undefined || code === unusedSuppression.code || code === suppressionWithoutReason.code) return undefined;
  const lines = lineIndex(source.text);
  const { start, end } = lines.lineRange(lines.positionAt(ownerOf(tree.root, blocks.absolute(span).start)).line);
  const indent = /^[ \t]*/.exec(source.text.slice(start, end))?.[0] ?? "";
  const feed = source.text.startsWith("\r\n", end) ? "\r\n" : "\n";
  const comment = `${indent}# ${ignoreWord} ${code}`;
  return { span: blocks.relative({ start, end: start }), text: `${comment}${feed}`, asking: [`${comment}: `, feed] };
}

interface Useless extends Range {
  readonly text: string;
  readonly why: UselessIgnore;
}

/** A text that may hold directives. */
interface CommentedText {
  readonly text: string;
  readonly comments: readonly Range[];
  /** The included file's, or empty for the document's own. */
  readonly id: string;
  readonly spanOf: (range: Range) => Span;
}

function textsOf({ source, blocks, tree }: Commented): readonly CommentedText[] {
  const own: CommentedText = { text: source.text, comments: tree.comments, id: "", spanOf: blocks.relative };
  const included = blocks.files.map(({ id, source: { text } }): CommentedText => ({ text, comments: [], id, spanOf: ({ start, end }) => ({ block: id, start, end }) }));
  return [own, ...included];
}

/** The findings by the lines at which a comment may take them back: their own, and that of the text they are in. */
function placesOf({ source, blocks, tree }: Commented, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const lines = lineIndex(source.text);
  const places = new Map<string, Diagnostic[]>();
  const add = (place: string, diagnostic: Diagnostic): void => void places.set(place, [...(places.get(place) ?? []), diagnostic]);
  for (const diagnostic of diagnostics) {
    const file = blocks.fileOf(diagnostic.span);
    if (file !== undefined) add(`${file.id} ${file.lines.positionAt(diagnostic.span.start).line}`, diagnostic);
    const { start } = blocks.absolute(file?.named ?? diagnostic.span);
    const own = lines.positionAt(start).line;
    const owner = lines.positionAt(ownerOf(tree.root, start)).line;
    add(` ${own}`, diagnostic);
    if (owner !== own) add(` ${owner}`, diagnostic);
  }
  return places;
}

function judgement(directive: Directive, useless: readonly Useless[], spanOf: CommentedText["spanOf"]): readonly Diagnostic[] {
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

function removalOf({ removal, start, end }: Directive, spanOf: CommentedText["spanOf"]): readonly Fix[] {
  return [{ title: "delete the comment", safety: removal === undefined ? "unsafe" : "safe", edits: [{ span: spanOf(removal ?? { start, end }), text: "" }] }];
}

function renamed(name: Useless, near: string, spanOf: CommentedText["spanOf"]): readonly Fix[] {
  return near === "" ? [] : [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span: spanOf(name), text: near }] }];
}

/** One name goes with what divides it from its neighbour. */
function withoutName({ names }: Directive, { start, end, text }: Useless, spanOf: CommentedText["spanOf"]): Fix {
  const index = names.findIndex((name) => name.start === start);
  const before = names[index - 1];
  const range = before === undefined ? { start, end: names[index + 1]?.start ?? end } : { start: before.end, end };
  return { title: `delete '${text}'`, safety: "safe", edits: [{ span: spanOf(range), text: "" }] };
}
