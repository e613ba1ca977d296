import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { compile, explain, type Compiled, type Diagnostic, type TextEdit } from "../compiler/index.ts";
import { frameContext, renderFrames } from "../compiler/diagnostics/frame.ts";
import { decodeUtf8 } from "../compiler/syntax/bytes.ts";
import { fixtureProject } from "./support/fixture-project.ts";

/*
 * Golden frames. `<code>-<slug>/<name>.yaml` holds a mistake, `<name>.txt` what the author reads. A folder named for a code
 * shows that code and nothing else; the folder `together` shows files with several mistakes. `<name>.fixed.yaml` is the
 * result of the safe fixes, and is clean; `<name>.good.yaml` is what an author makes of it where no fix does. `UPDATE=1` rewrites all of it: read what changed as an author would.
 */
const root = join(import.meta.dirname, "diagnostics");
const isUpdate = process.env["UPDATE"] === "1";

// Codes of the family 70 speak of two documents: test/compiler/compare has their fixtures.
const fixtures = readdirSync(root).filter((folder) => !folder.startsWith("JJ70")).flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /^[^.]+\.yaml$/.test(name))
    .map((name) => ({ folder, name: basename(name, ".yaml"), path: join(root, folder, name) })),
);

it.each(fixtures)("$folder/$name", ({ folder, name, path }) => {
  const bytes = readFileSync(path);
  const { value: text, diagnostics: encoding } = decodeUtf8(bytes);
  const compiled = compileText(name, text, folder);
  const diagnostics = encoding.length > 0 ? encoding : compiled.diagnostics;
  const codes = new Set(diagnostics.map(({ code, slug }) => `${code}-${slug}`));
  if (folder !== "together") expect([...codes]).toEqual([folder]);

  const frames = `${renderFrames(frameContext({ uri: `${name}.yaml`, text }, { blocks: compiled.blocks, diagnostics }), diagnostics)}\n`;
  expectGolden(path.replace(/\.yaml$/, ".txt"), frames);

  const fixed = applySafeFixes(text, compiled);
  const golden = path.replace(/\.yaml$/, ".fixed.yaml");
  if (fixed === text) {
    expect(existsSync(golden), "a fixed file without a safe fix").toBe(false);
    return;
  }
  expectGolden(golden, fixed);
  if (folder !== "together") expect(compileText(name, fixed, folder).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});

const good = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".good.yaml"));

it.each(good)("%s has nothing wrong", (path) => {
  expect(compileText(basename(path), readFileSync(join(root, path), "utf8"), dirname(path)).diagnostics).toEqual([]);
});

/** A folder asks for its own code: some are said to nobody else. */
function compileText(name: string, text: string, folder: string): Compiled {
  const spec = explain(folder.slice(0, 6));
  const asked = spec?.quiet === true ? { severities: new Map([[spec.code, spec.severity]]) } : {};
  return compile({ uri: `${name}.yaml`, text }, { project: { ...asked, ...fixtureProject(text) } });
}

function expectGolden(path: string, actual: string): void {
  if (isUpdate) writeFileSync(path, actual);
  expect(existsSync(path), `${basename(path)} is missing: run with UPDATE=1 and read it`).toBe(true);
  expect(actual).toBe(readFileSync(path, "utf8"));
}

/** The text behind the first safe fix of each finding; a fix that overlaps an earlier one waits for the next run. */
function applySafeFixes(text: string, { diagnostics, blocks }: Compiled): string {
  const place = (edit: TextEdit) => ({ ...blocks.absolute(edit.span), text: edit.text });
  const edits = diagnostics.flatMap(safeEdits).map(place).sort((a, b) => b.start - a.start);
  let fixed = text;
  let from = Infinity;
  for (const edit of edits) {
    if (edit.end > from) continue;
    fixed = fixed.slice(0, edit.start) + edit.text + fixed.slice(edit.end);
    from = edit.start;
  }
  return fixed;
}

function safeEdits({ fixes }: Diagnostic): readonly TextEdit[] {
  return fixes.find((fix) => fix.safety === "safe")?.edits ?? [];
}
