import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hierarchyAt, leadingTo, ledToBy } from "../../../lsp/features/call-hierarchy.ts";
import { definitionsAt } from "../../../lsp/features/definition.ts";
import { linksIn } from "../../../lsp/features/document-links.ts";
import { symbolsIn } from "../../../lsp/features/document-symbols.ts";
import { highlightsAt } from "../../../lsp/features/highlight.ts";
import { referencesAt } from "../../../lsp/features/references.ts";
import { renameableAt, renamesAt } from "../../../lsp/features/rename.ts";
import { typesAt } from "../../../lsp/features/type-definition.ts";
import { examples } from "../../support/examples.ts";
import { around } from "../../support/workspace.ts";

/** Where a text may break off: behind each word. */
function prefixesOf(text: string): readonly string[] {
  return [...text.matchAll(/[\w-]+|[^\w\s]/g)].map(({ index, 0: word }) => text.slice(0, index + word.length));
}

it.each(examples)("$name: every question has an answer at the end of every prefix, and every place is one of the text", { timeout: 120_000 }, ({ folder }) => {
  const text = readFileSync(join(folder, "workflow.yaml"), "utf8");
  const prefixes = prefixesOf(text);
  // Every prefix of every example takes minutes: of long ones a part is taken, spread over the text.
  const step = Math.ceil(prefixes.length / 60);
  for (const prefix of prefixes.filter((_, index) => index % step === 0)) {
    const { snapshot, library } = around({ "workflow.yaml": prefix }, { open: "workflow.yaml" });
    const offset = prefix.length;
    const found = [definitionsAt(snapshot, offset, library, "utf-16"), typesAt(snapshot, offset, library), referencesAt(snapshot, offset, library, "all"), highlightsAt(snapshot, offset), symbolsIn(snapshot), linksIn(snapshot)].flat();
    const { lineCount } = snapshot.places;
    expect(found.filter(({ range }) => range.start.line < 0 || range.end.line >= lineCount)).toEqual([]);
    renameableAt(snapshot, offset, library);
    renamesAt(snapshot, offset, "fresh_name", library);
    for (const item of hierarchyAt(snapshot, offset, library)) [...leadingTo(item, library), ...ledToBy(item, library)].forEach(({ fromRanges }) => expect(fromRanges.length).toBeGreaterThan(0));
  }
});
