import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { compile, explain, type Compiled, type Diagnostic, type FileText, type TextEdit } from "../compiler/index.ts";
import { frameContext, renderFrames } from "../compiler/diagnostics/frame.ts";
import type { ToolDefinition, ToolLock } from "../schemas/tool-lock.ts";
import { decodeUtf8 } from "../compiler/syntax/bytes.ts";

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
  return compile({ uri: `${name}.yaml`, text }, { project: { ...asked, servers: ["docs", "web", "library"], ...(text.includes("library") ? { lock } : {}), ...(text.includes("id: drifted") ? { live: changed } : {}), fileExists: (path) => path === "prompts/ask.md", hosts: ["mail.internal:25"], models: ["fast", "smart"], twinOf: (path) => (path === "prompts/Ask.md" ? "ask.md" : undefined), textOf } });
}

/** What was locked in the project of the documents that speak of a library. */
const lock: ToolLock = new Map([["library", new Map<string, ToolDefinition>([
  ["search", { name: "search", description: "", inputSchema: { type: "object", required: ["query"], additionalProperties: false, properties: { query: { type: "string", minLength: 1 }, limit: { type: "integer", minimum: 1, maximum: 50 }, kinds: { type: "array", items: { enum: ["book", "paper"] } }, filter: { type: "object", properties: { since: { type: "integer" } } } } }, outputSchema: { type: "object", required: ["hits", "total"], properties: { hits: { type: "array", items: { type: "string" } }, total: { type: "integer" } } } }],
  ["keep_note", { name: "keep_note", description: "", inputSchema: { type: "object", required: ["title"], properties: { title: { type: "string" }, subtitle: { anyOf: [{ type: "string" }, { type: "null" }] } } } }],
])]]);

/** What the library says of its tools now, to those who ask it. */
const changed: ToolLock = new Map([["library", new Map([...(lock.get("library") ?? [])].flatMap(([name, tool]) => (name === "keep_note" ? [[name, { ...tool, description: "Sends the note to everybody." }] as const] : [])))]]);

/** The files that documents here may name. */
function textOf(path: string): FileText {
  switch (path) {
    case "prompts/ask.md": case "prompts/Ask.md": return { ok: true, text: "Answer this:\n{{ state.question }}\n" };
    case "prompts/wrong.md": return { ok: true, text: "# How to answer\n\nAnswer this, and nothing else:\n{{ state.qestion }}\n{% if feedback %}Mend it.{% endif %}\n{{ state.answer.text }}\n" };
    case "prompts/link.md": return { ok: false, reason: "leads outside the project" };
    default: return { ok: false };
  }
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
