import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile, format, migrate } from "../../../compiler/index.ts";

const folder = join(import.meta.dirname, "spellings");
const names = readdirSync(folder).filter((file) => /^[\w-]+\.yaml$/.test(file)).map((file) => file.replace(".yaml", ""));
const settings = { project: { servers: undefined, fileExists: () => true, textOf: () => ({ ok: true as const, text: "{{ state.ticket }}" }) } };

/** The document of today, with what was left to its author and what is still wrong with it behind it. */
function migrated(text: string): string {
  const result = migrate({ uri: "file:///w.yaml", text }, settings);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  const { diagnostics } = compile({ uri: "file:///w.yaml", text: result.text }, settings);
  const rest = [...result.notes.map(({ node = "workflow", key, message }) => `left: ${node}.${key}: ${message}`), ...diagnostics.map(({ code, message }) => `${code} ${message}`)];
  return `${result.text}# === ${result.forms.join(", ")}\n${rest.map((line) => `# ${line}\n`).join("")}`;
}

it.each(names)("rewrites %s as its golden file says", (name) => {
  const golden = join(folder, `${name}.golden.yaml`);
  const said = migrated(readFileSync(join(folder, `${name}.yaml`), "utf8"));
  if (process.env["UPDATE"] === "1") writeFileSync(golden, said);
  expect(existsSync(golden) ? readFileSync(golden, "utf8") : "").toBe(said);
});

it.each(names)("keeps every comment of %s, and has nothing to do a second time", (name) => {
  const text = readFileSync(join(folder, `${name}.yaml`), "utf8");
  const once = migrate({ uri: "file:///w.yaml", text }, settings);
  if (!once.ok) throw new Error(name);
  for (const [comment] of text.matchAll(/(?<=^|\s)#.*$/gm)) expect(once.text).toContain(comment);
  const again = migrate({ uri: "file:///w.yaml", text: once.text }, settings);
  expect(again).toMatchObject({ ok: true, text: once.text });
  expect(format({ uri: "file:///w.yaml", text: once.text })).toEqual({ ok: true, text: once.text });
});

it.each(names.filter((name) => !name.endsWith("-undecided")))("leaves no error in %s", (name) => {
  expect(readFileSync(join(folder, `${name}.golden.yaml`), "utf8")).not.toMatch(/^# JJ\d+ (?!node 'end'|'end')/m);
});

it("leaves a document of today byte for byte as it is", () => {
  const text = "nodes:\n    end: {type: end}\nworkflow: {start: end, version: 1.0.0, id: w}\n";
  expect(migrate({ uri: "file:///w.yaml", text })).toEqual({ ok: true, text, forms: [], notes: [] });
});
