import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
const left = new Set(["node_modules", ".git", "dist", ".jamjet"]);

/** The text of a file of this repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Every file below `folder`, by its path in the repository; what is installed or built is left out. */
export function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !left.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

/** What a TypeScript file imports, types included: paths of this repository for its own files, names for packages. */
export function importsOf(path: string): readonly string[] {
  const found = textOf(path).matchAll(/^(?:import|export)\s[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...found].map((match) => match[1] ?? match[2] ?? (match[3] as string)).map((name) => placeOf(path, name));
}

/** The names that a file imports, or hands on, each as `file#name`; `file#*` where it takes a whole module. */
export function importedNames(path: string): readonly string[] {
  const text = textOf(path);
  const listed = [...text.matchAll(/^(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+"([^"]+)"/gm)].flatMap(([, names, from]) =>
    (names as string).split(",").map((name) => `${placeOf(path, from as string)}#${name.trim().split(" as ")[0]}`));
  const whole = [...text.matchAll(/\bimport\("([^"]+)"\)|^import\s+\*\s+as\s+\w+\s+from\s+"([^"]+)"/gm)].map((match) => `${placeOf(path, match[1] ?? (match[2] as string))}#*`);
  return [...listed, ...whole];
}

function placeOf(path: string, name: string): string {
  return name.startsWith(".") ? relative(root, resolve(root, dirname(path), name)) : name;
}

/** The lines of a file that are code: comments and the insides of quoted texts are blanked. */
export function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** The first fenced block behind a heading of a Markdown page, without its fences. */
export function blockUnder(page: string, heading: string): string {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  return /^```\w*\n([^]*?)^```/m.exec(section)?.[1] ?? "";
}
