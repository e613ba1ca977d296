import { expect, it } from "vitest";
import type { TypedSite, YamlNode } from "../../compiler/index.ts";
import { completionsAt } from "../../lsp/completion/complete.ts";
import { declaredAt } from "../../lsp/declared.ts";
import type { Snapshot } from "../../lsp/snapshot.ts";
import { fixtureDocuments, soundDocuments, type AuthoredDocument } from "../support/authored.ts";
import { at } from "../support/editor.ts";

/** Something that stands in a document, and where: completion there must offer it. */
interface Truth {
  readonly offset: number;
  readonly wanted: string;
}

const documents: readonly AuthoredDocument[] = [...soundDocuments, ...fixtureDocuments.filter(({ name }) => name.endsWith("fixed.yaml"))];

function snapshotOf({ text, project }: AuthoredDocument, end = text.length): Snapshot {
  return at(text.slice(0, end).replaceAll("$0", "$ "), { project }).snapshot;
}

/** Every key that the language declares, under its canonical name. */
function keysIn(snapshot: Snapshot): readonly Truth[] {
  const { tree } = snapshot;
  const found: Truth[] = [];
  const visit = (node: YamlNode | undefined): void => {
    if (node === undefined || node.alias !== undefined) return;
    if (node.kind === "sequence") node.items.forEach(visit);
    if (node.kind !== "mapping") return;
    for (const entry of node.entries) {
      const key = tree === undefined || entry.key.style !== "plain" || entry.key.alias !== undefined ? undefined : declaredAt(tree, entry.key.start).at(-1)?.key;
      if (key !== undefined) found.push({ offset: entry.key.start, wanted: key });
      visit(entry.value);
    }
  };
  visit(tree?.root);
  return found;
}

/** Every key of the state, root, filter and method that code names. */
function namesIn({ typed, compiled: { blocks } }: Snapshot): readonly Truth[] {
  const own = (typed?.nodes ?? []).flatMap(({ sites }) => sites).filter(({ site, isSound }) => isSound && blocks.fileOf(site.text.span) === undefined);
  return own.flatMap(({ site: { text }, reads, ...rest }) => [...reads.flatMap(({ root, path: [name], key, start }) => {
    const place = (from: number, wanted: string): Truth => ({ offset: blocks.absolute(text.locate(from, from + 1)).start, wanted });
    const isAttribute = name !== undefined && text.value.slice(key.start, key.end) === name && root !== "env";
    return [...(text.value.startsWith(root, start) ? [place(start, root)] : []), ...(isAttribute ? [place(key.start, name)] : [])];
  }), ...filtersIn({ site: { text }, ...rest }, (from, wanted) => ({ offset: blocks.absolute(text.locate(from, from + 1)).start, wanted }))]);
}

function filtersIn({ site: { text }, code }: Pick<TypedSite, "code"> & { readonly site: Pick<TypedSite["site"], "text"> }, place: (from: number, wanted: string) => Truth): readonly Truth[] {
  if (code.as === "expression") return [];
  return [...text.value.matchAll(/\{\{[^{}'"|]*\|\s*([a-z]\w*)/g)].map(({ index, 0: all, 1: name = "" }) => place(index + all.length - name.length, name));
}

function missing(snapshot: Snapshot, truths: readonly Truth[]): readonly string[] {
  return truths.flatMap(({ offset, wanted }) => {
    const { candidates } = completionsAt(snapshot, offset);
    const { line, character } = snapshot.places.positionAt(offset);
    return candidates.some(({ label }) => label === wanted) ? [] : [`${line + 1}:${character + 1} ${wanted}: ${candidates.slice(0, 5).map(({ label }) => label).join(" ")}`];
  });
}

it.each(documents.map((document) => [document.name, document] as const))("offers each key of %s where it stands", (_, document) => {
  const snapshot = snapshotOf(document);
  expect(missing(snapshot, keysIn(snapshot))).toEqual([]);
});

it.each(documents.map((document) => [document.name, document] as const))("offers each name in the code of %s where it stands", (_, document) => {
  const snapshot = snapshotOf(document);
  expect(missing(snapshot, namesIn(snapshot))).toEqual([]);
});

it("offers each key, and each name of code, at the end of what is written up to it", () => {
  const stride = 7;
  let count = 0;
  const lost = documents.flatMap((document) => {
    const whole = snapshotOf(document);
    const truths = [...keysIn(whole), ...namesIn(whole)].filter(() => (count += 1) % stride === 0);
    return truths.flatMap((truth) => missing(snapshotOf(document, truth.offset), [truth]).map((each) => `${document.name} ${each}`));
  });
  expect(lost).toEqual([]);
  expect(count).toBeGreaterThan(1000);
}, 120_000);
