import type { Hover, HoverParams } from "vscode-languageserver";
import { codeAt } from "../code-at.ts";
import type { Feature } from "../feature.ts";
import { codePage } from "../hover/code.ts";
import { markdown, pageOf, plainText, type Markup } from "../markup.ts";
import type { Snapshot } from "../snapshot.ts";

/** What is known of the place under the cursor: of a piece of code, its type. */
export function hoverAt(snapshot: Snapshot, offset: number, markup: Markup): Hover | undefined {
  const place = codeAt(snapshot, offset);
  const page = place && codePage(place, markup);
  if (place === undefined || page === undefined) return undefined;
  const contents = pageOf(markup, page.paragraphs);
  const { compiled: { blocks }, places } = snapshot;
  return contents && { contents, range: places.rangeOf(blocks.absolute(place.site.site.text.locate(page.start, page.end))) };
}

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: ({ connection, client, answering }) => {
    connection.onHover(answering<HoverParams, Hover | undefined>(undefined, (snapshot, { position }) => hoverAt(snapshot, snapshot.places.offsetAt(position), client().hasMarkdown ? markdown : plainText)));
  },
};
