import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { catalogue, explain, parseYamlData } from "../../compiler/index.ts";
import { isJsonObject } from "../../schemas/json.ts";

/** A text of this package that agents may read. Addresses mirror its folders, so the links between pages lead on. */
export interface Page {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly mimeType: string;
}

/** The pages of codes, which are too many for a list. */
export const codeTemplate = {
  uriTemplate: "jamjet:///docs/reference/diagnostics/{code}.md",
  name: "diagnostic",
  title: "What a code means",
  description: "Why the compiler says it, an example, and how to mend and silence it; 'code' is such as JJ2001, or its name, such as unknown-node",
  mimeType: "text/markdown",
} as const;

/** How many values one answer to a completion may have. */
const mostCompleted = 100;

/** The codes and names of diagnostics that begin so, and how many there are in all. */
export function codesLike(beginning: string): { readonly values: string[]; readonly total: number; readonly hasMore: boolean } {
  const all = catalogue.flatMap(({ code, slug }) => [code, slug]).filter((name) => name.toLowerCase().startsWith(beginning.toLowerCase())).sort();
  return { values: all.slice(0, mostCompleted), total: all.length, hasMore: all.length > mostCompleted };
}

const scheme = "jamjet:///";
const codePages = "docs/reference/diagnostics/";
const folders = ["docs/guide", "docs/reference", "schemas/generated", "examples"];
const mimeTypes: { readonly [ending: string]: string } = { md: "text/markdown", json: "application/json", yaml: "application/yaml", toml: "application/toml", txt: "text/plain", mjs: "text/javascript", py: "text/x-python" };

/** The pages that there are. */
export interface Library {
  readonly pages: () => readonly Page[];
  readonly read: (uri: string) => { readonly mimeType: string; readonly text: string } | undefined;
}

/** What this package brings to read: the guide, the reference, the JSON Schemas, and examples. It is looked at when it is first asked for. */
export function openLibrary(): Library {
  const root = packageFolder();
  let known: readonly string[] | undefined;
  // Only what stands in this list is ever read.
  const files = (): readonly string[] => (known ??= folders.flatMap((folder) => namesIn(join(root, folder)).map((name) => `${folder}/${name}`)).filter((file) => mimeOf(file) !== undefined).sort());
  const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
  return {
    pages: () => files().filter(isListed).map((file) => ({ uri: scheme + file, name: file, ...aboutOf(file, textOf(file)), mimeType: mimeOf(file) ?? "" })),
    read: (uri) => {
      const file = fileOf(uri);
      const mimeType = file !== undefined && files().includes(file) ? mimeOf(file) : undefined;
      return file === undefined || mimeType === undefined ? undefined : { mimeType, text: textOf(file) };
    },
  };
}

/** Pages of codes are many, and what lies beside an example is told by it. */
function isListed(file: string): boolean {
  if (file.startsWith(codePages)) return file.endsWith("/README.md");
  return !file.startsWith("examples/") || /\/(?:README\.md|workflow\.yaml)$/.test(file);
}

/** The file of an address; pages of codes go by the names of codes, too. */
function fileOf(uri: string): string | undefined {
  if (!uri.startsWith(scheme)) return undefined;
  const file = uri.slice(scheme.length);
  const [, code] = /^docs\/reference\/diagnostics\/([\w-]+)\.md$/.exec(file) ?? [];
  const spec = code === undefined ? undefined : explain(code);
  return spec === undefined ? file : `${codePages}${spec.code}.md`;
}

function aboutOf(file: string, text: string): Pick<Page, "title" | "description"> {
  if (file.endsWith(".md")) return { title: /^# (.*)$/m.exec(text)?.[1] ?? file };
  if (file.endsWith(".json")) return { title: `JSON Schema of ${/(\w+)\.schema\.json$/.exec(file)?.[1] ?? file} documents` };
  const { value } = parseYamlData({ uri: file, text }).value;
  const header = isJsonObject(value) && isJsonObject(value["workflow"]) ? value["workflow"] : {};
  const { id, description } = header;
  return { title: `Example: ${typeof id === "string" ? id : file}`, ...(typeof description === "string" ? { description } : {}) };
}

function mimeOf(file: string): string | undefined {
  return mimeTypes[file.slice(file.lastIndexOf(".") + 1)];
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/")] : []));
}

/** Where the package lies whose executable was started; bundled into something else, it brings no pages. */
function packageFolder(): string {
  const [, executable = ""] = process.argv;
  let folder = existsSync(executable) ? dirname(realpathSync(executable)) : "/";
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
