import { expect, it } from "vitest";
import { childrenOf, type ExprAst, type Word } from "../../compiler/expr/ast.ts";
import { accessPath } from "../../compiler/expr/facts.ts";
import { typeOf } from "../../compiler/expr/check.ts";
import { placeInExpression } from "../../compiler/expr/place.ts";
import { membersIn, type ExprEnv, type YamlNode } from "../../compiler/index.ts";
import { completionsAt } from "../../lsp/completion/complete.ts";
import { declaredAt } from "../../lsp/declared.ts";
import type { Snapshot } from "../../lsp/snapshot.ts";
import { fixtureDocuments, soundDocuments, type AuthoredDocument } from "../support/authored.ts";
import { at } from "../support/editor.ts";

/** Something that stands in a document, and where: completion there must offer it. */
interface Truth {
  readonly offset: number;
  readonly wanted: string;
  /** What stands behind it says what it is: the loop of a comprehension. */
  readonly isTold?: "behind";
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

/** Every name in code that the language or a declaration gives: keys of the state, roots, parts of records, and what is called. */
function namesIn({ typed, compiled: { blocks } }: Snapshot): readonly Truth[] {
  const own = (typed?.nodes ?? []).flatMap(({ sites }) => sites).filter(({ site, isSound }) => isSound && blocks.fileOf(site.text.span) === undefined);
  return own.flatMap(({ site: { text }, reads, code, env }) => {
    const place = (from: number, wanted: string): Truth => ({ offset: blocks.absolute(text.locate(from, from + 1)).start, wanted });
    const roots = reads.flatMap(({ root, start }) => (text.value.startsWith(root, start) ? [place(start, root)] : []));
    const expressions = code.as === "expression" ? [{ ast: code.parsed.ast, offset: 0 }] : code.parsed.parts.flatMap((part) => (part.part === "out" ? [part.of] : []));
    return [...roots, ...expressions.flatMap(({ ast, offset }) => wordsIn(ast, (at) => placeInExpression(ast, env, at).env).map(({ start, text: word, isTold }) => ({ ...place(start + offset, word), ...(isTold === undefined ? {} : { isTold }) })))];
  });
}

/** The words of an expression that are no names of its author's. */
function wordsIn(ast: ExprAst, envAt: (at: number) => ExprEnv): readonly (Word & Pick<Truth, "isTold">)[] {
  const inner = childrenOf(ast).flatMap((part) => wordsIn(part, envAt));
  switch (ast.kind) {
    case "attribute": {
      const env = envAt(ast.of.start);
      const isLocal = env.locals.has(accessPath(ast.of)?.root ?? "");
      const isDeclared = membersIn(typeOf(ast.of, env, [])).fields.has(ast.name.text);
      return isDeclared ? [...inner, isLocal ? { ...ast.name, isTold: "behind" } : ast.name] : inner;
    }
    case "call": case "method": case "filter": return [...inner, ast.name];
    case "is": return /^[a-z]/.test(ast.test.text) ? [...inner, ast.test] : inner;
    default: return inner;
  }
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
  const stride = 13;
  let count = 0;
  // Before its brackets close, nothing is known of a document that is one pair of them.
  const lost = documents.filter(({ text }) => !text.startsWith("{")).flatMap((document) => {
    const whole = snapshotOf(document);
    const truths = [...keysIn(whole), ...namesIn(whole)].filter(({ isTold }) => isTold === undefined && (count += 1) % stride === 0);
    return truths.flatMap((truth) => missing(snapshotOf(document, truth.offset), [truth]).map((each) => `${document.name} ${each}`));
  });
  expect(lost).toEqual([]);
  expect(count).toBeGreaterThan(2000);
}, 120_000);
