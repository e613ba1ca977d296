import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A change that a scaffold makes: a new file, or an edit of a registry. All of them, or none. */
export type Change =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly edit: (text: string) => string };

/** Carries out every change, or says why none of them can be made. */
export function scaffold(root: string, changes: readonly Change[]): readonly string[] {
  const planned = changes.map((change) => {
    const path = join(root, change.file);
    if ("text" in change) return existsSync(path) ? refuse(`${change.file} exists already`) : { ...change, path };
    const before = readFileSync(path, "utf8");
    const text = change.edit(before);
    return text === before ? refuse(`${change.file} has no place for the new line`) : { file: change.file, path, text };
  });
  for (const { path, text } of planned) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return planned.map(({ file }) => file);
}

/** The text of `cli/dev/<file>.txt` with each `$word` replaced. */
export function template(file: string, words: { readonly [word: string]: string }): string {
  return readFileSync(join("cli/dev", `${file}.txt`), "utf8").replace(/\$([a-z]+)/g, (all, word: string) => words[word] ?? all);
}

/** The registry with one more import, in its place by the alphabet of the paths. */
export function withImport(text: string, line: string): string {
  const lines = text.split("\n");
  const pathOf = (each: string): string => /from "\.\/([^"]+)"/.exec(each)?.[1] ?? "";
  const after = lines.findLastIndex((each) => pathOf(each) !== "" && pathOf(each) < pathOf(line));
  const first = lines.findIndex((each) => pathOf(each) !== "");
  return lines.toSpliced(after === -1 ? Math.max(first, 0) : after + 1, 0, line).join("\n");
}

/** `human_approval` as `human-approval`. */
export function kebab(name: string): string {
  return name.replaceAll("_", "-");
}

/** `human_approval` or `unknown-node` as `humanApproval`, `unknownNode`. */
export function camel(name: string): string {
  return name.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Ends a development script with one line that says why. */
export function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
