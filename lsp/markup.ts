import { MarkupKind, type MarkupContent } from "vscode-languageserver";
import { visible } from "../compiler/index.ts";

/**
 * How a page for the editor is written: as Markdown, or as plain text for a client that shows no other. Words of authors
 * are data in either: they make no link, no HTML and no command.
 */
export interface Markup {
  readonly kind: MarkupKind;
  /** A word of code within a line. */
  readonly code: (text: string) => string;
  /** Lines of code of their own. */
  readonly block: (text: string) => string;
  /** What an author wrote for people. */
  readonly quoted: (text: string) => string;
  /** What we wrote for people, in Markdown. */
  readonly doc: (text: string) => string;
  readonly strong: (text: string) => string;
}

/** Longer texts of authors are cut: nobody reads a page through a keyhole. */
const longest = 2_000;

export const markdown: Markup = {
  kind: MarkupKind.Markdown,
  code: (text) => fencedBy("`", 1, shown(text).replaceAll("\n", " ")),
  block: (text) => fencedBy("`", 3, `jamjet\n${shown(text)}\n`),
  quoted: (text) => shown(text).replace(/[!-/:-@[-`{-~]/g, "\\$&").replaceAll("\n", "  \n"),
  doc: (text) => text,
  strong: (text) => `**${text}**`,
};

export const plainText: Markup = {
  kind: MarkupKind.PlainText,
  code: (text) => `\`${shown(text).replaceAll("\n", " ")}\``,
  block: shown,
  quoted: shown,
  doc: (text) => text,
  strong: (text) => text,
};

/** The paragraphs as one page; undefined where there is none. */
export function pageOf(markup: Markup, paragraphs: readonly (string | undefined)[]): MarkupContent | undefined {
  const said = paragraphs.filter((each) => each !== undefined && each !== "");
  return said.length === 0 ? undefined : { kind: markup.kind, value: said.join("\n\n") };
}

function shown(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.trim().split(/\r\n|\n|\r/).map(visible).join("\n");
}

/** Code between more marks than it has itself in a row. */
function fencedBy(mark: string, least: number, text: string): string {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  let length = least;
  // One that is shorter than every run of the text would close nothing, yet be hard to read.
  while (runs.some((run) => run >= length)) length += 1;
  const fence = mark.repeat(length);
  return least === 1 && (text.startsWith(mark) || text.endsWith(mark)) ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
