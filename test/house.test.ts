import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { blockUnder, codeOf, filesIn, importedNames, importsOf, root, textOf } from "./support/house.ts";

const parts = ["schemas", "compiler", "runtime", "lsp", "cli"] as const;
type Part = (typeof parts)[number];

/** What a part may import of the others: whole folders, or single files. */
const matrix: { readonly [P in Part]: readonly string[] } = {
  schemas: ["schemas/"],
  compiler: ["schemas/", "compiler/"],
  runtime: ["schemas/", "runtime/"],
  lsp: ["schemas/", "compiler/index.ts", "lsp/"],
  cli: ["schemas/", "compiler/index.ts", "runtime/index.ts", "lsp/index.ts", "cli/", "package.json"],
};

/** Here time, chance, the process and the console are at home. */
const edges = ["runtime/adapters/", "runtime/store/", "lsp/", "cli/"];

/** What an editor calls, and none of our files. */
const calledFromOutside = ["lsp/vscode/extension.ts#activate"];

/** Throws that are no `Bug`, each caught in the file it stands in or by the one that is named. */
const thrown: { readonly [file: string]: readonly string[] } = {
  // Leaves the recursion at the first problem of a type's text.
  "compiler/syntax/type-text.ts": ["Stop"],
  // Stands in the text of a module that a worker runs; it reaches us as a message.
  "runtime/adapters/function-module.ts": ["Error"],
};

const architecture = textOf("ARCHITECTURE.md");
const code = parts.flatMap((part) => filesIn(part)).filter((file) => file.endsWith(".ts"));
const tests = filesIn("test").filter((file) => file.endsWith(".ts"));

it("every file imports only what its part may", () => {
  expect(offences(code, (file) => importsOf(file).filter((name) => isOurs(name) && !matrix[file.split("/")[0] as Part].some((allowed) => name === allowed || (allowed.endsWith("/") && name.startsWith(allowed)))))).toEqual([]);
});

it.each(["compiler", "runtime"])("the files of %s import only from their own step of the ladder and those to its left", (part) => {
  const steps = laddersOf(architecture)[part] ?? [];
  const stepOf = (file: string): string => (file.split("/")[1] as string).replace(/\.ts$/, "");
  const files = code.filter((file) => file.startsWith(`${part}/`));
  expect(files.map(stepOf).filter((step) => !steps.includes(step)), "every step has its place in ARCHITECTURE.md").toEqual([]);
  expect(offences(files, (file) => importsOf(file).filter((name) => name.startsWith(`${part}/`) && steps.indexOf(stepOf(name)) > steps.indexOf(stepOf(file))))).toEqual([]);
});

it("packages are imported only where ARCHITECTURE.md says", () => {
  const rows = [...architecture.matchAll(/^\| `([\w/.-]+)` \| (.+) \|$/gm)].map(([, where, packages]) => ({ where: where as string, packages: [...(packages as string).matchAll(/`([^`]+)`/g)].map((match) => match[1] as string) }));
  const allowed = (file: string): readonly string[] => rows.filter(({ where }) => file === where || file.startsWith(`${where}/`)).flatMap(({ packages }) => packages);
  const is = (name: string, given: string): boolean => name === given || name.startsWith(given.endsWith(":") ? given : `${given}/`);
  expect(offences(code, (file) => importsOf(file).filter((name) => !isOurs(name) && !allowed(file).some((given) => is(name, given))))).toEqual([]);
});

it("there is no import cycle, types included", () => {
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    if (done.has(file)) return;
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    path.push(file);
    for (const name of importsOf(file)) if (name.endsWith(".ts") && isOurs(name)) visit(name);
    path.pop();
    done.add(file);
  };
  code.forEach(visit);
  expect(cycles).toEqual([]);
});

it("no import leads to a file that is not there", () => {
  expect(offences([...code, ...tests], (file) => importsOf(file).filter((name) => isOurs(name) && !existsSync(join(root, name))))).toEqual([]);
});

it("every exported value is used by another file", () => {
  const used = new Set([...code, ...tests].flatMap(importedNames));
  const exported = (file: string): readonly string[] => [...codeOf(file).matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map((match) => match[1] as string);
  expect(code.flatMap((file) => exported(file).map((name) => `${file}#${name}`).filter((name) => !used.has(name) && !used.has(`${file}#*`)))).toEqual(calledFromOutside);
});

it("a file has at most 400 lines, a test 500", () => {
  const tooLong = (files: readonly string[], most: number): readonly string[] => files.filter((file) => textOf(file).split("\n").length > most + 1);
  expect([...tooLong(code, 400), ...tooLong(tests, 500)]).toEqual([]);
});

it("time, chance, the process and the console stay at the edge", () => {
  const inner = code.filter((file) => !edges.some((edge) => file.startsWith(edge)));
  expect(found(inner, /\b(?:Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|performance\.now|process\.\w+|console\.\w+)/g)).toEqual([]);
});

it("nothing has a default export, an enum or an any", () => {
  // Tables of types call the gradual type `any`, as the language does; the runner takes its settings by default.
  const files = [...code, ...tests].filter((file) => !/\bconst \{ any\b/.test(textOf(file)) && !file.endsWith("/vitest.config.ts"));
  expect(found(files, /^export default\b|^\s*(?:export )?(?:const )?enum \w+|(?::|\bas|<|\|) any\b(?!\()|\bany\[\]/gm)).toEqual([]);
});

it("only a Bug is thrown", () => {
  const others = code.flatMap((file) => [...codeOf(file).matchAll(/\bthrow new (\w+)/g)].map((match) => ({ file, name: match[1] as string })).filter(({ name }) => name !== "Bug" && !thrown[file]?.includes(name)));
  expect(others).toEqual([]);
});

it("no test is left out or alone", () => {
  expect(found(tests, /\b(?:it|test|describe)(?:\.each\([^)]*\))?\.(?:only|skip|todo)\b/g)).toEqual([]);
});

it("the tree of ARCHITECTURE.md names exactly the folders that exist", () => {
  const named = blockUnder(architecture, "Tree").split("\n").flatMap((line) => /^([\w/-]+)\/ {2,}\S/.exec(line)?.[1] ?? []);
  const inside = parts.flatMap((part) => filesIn(part)).map((file) => dirname(file));
  const around = ["examples", "test", "docs"].filter((folder) => filesIn(folder).length > 0);
  expect([...named].sort()).toEqual([...new Set([...inside, ...around])].sort());
});

it("no two files are the same", () => {
  const seen = new Map<string, string>();
  const twins = [...code, ...tests].flatMap((file) => {
    const text = textOf(file);
    const first = seen.get(text);
    seen.set(text, file);
    return first === undefined ? [] : [`${first} = ${file}`];
  });
  expect(twins).toEqual([]);
});

it("nothing names a folder of one machine or a registry of its own", () => {
  const text = /\.(?:ts|mjs|js|json|md|ya?ml|toml|txt|py|sh)$|^(?:LICENSE|\.ci\/run)$/;
  const files = [...filesIn(".")].filter((file) => text.test(file) && file !== "test/house.test.ts");
  expect(found(files, /(?<![\w./-])\/(?:root|work|home\/\w+|Users\/\w+|tmp\/jj)\/\w[\w/.-]*|"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)[^"]*"/g, textOf)).toEqual([]);
});

function isOurs(name: string): boolean {
  return name === "package.json" || [...parts, "test", "examples"].some((part) => name.startsWith(`${part}/`));
}

/** `compiler: a < b < c` lines of a page, by part. */
function laddersOf(page: string): { readonly [part: string]: readonly string[] } {
  return Object.fromEntries([...page.matchAll(/^- (\w+): `([\w<\s-]+)`$/gm)].map(([, part, steps]) => [part as string, (steps as string).split(" < ")]));
}

function offences(files: readonly string[], wrong: (file: string) => readonly string[]): readonly string[] {
  return files.flatMap((file) => wrong(file).map((name) => `${file} -> ${name}`));
}

function found(files: readonly string[], pattern: RegExp, read: (file: string) => string = codeOf): readonly string[] {
  return files.flatMap((file) => [...read(file).matchAll(pattern)].map((match) => `${file}: ${match[0].trim()}`));
}
