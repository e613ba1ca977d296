import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { decodeUtf8 } from "../compiler/index.ts";
import type { LanguageHost } from "../lsp/index.ts";
import { projectFileName, readProject } from "../runtime/index.ts";
import { projectOptions, viewOf } from "./documents.ts";
import { namesIn, projectPlaces, storedDocuments } from "./editor-files.ts";
import { draw, mostDrawn } from "./graph/formats.ts";
import type { Io } from "./io.ts";
import { pathOf } from "./path-of-uri.ts";
import { page } from "./render/page.ts";
import { ownVersion } from "./version.ts";

/** What the language server is told of this machine: the same that the commands see. */
export function languageHost(io: Io): LanguageHost {
  const pages = pagesFolder();
  return {
    version: ownVersion(),
    projectOf: (uri) => {
      const path = pathOf(uri) ?? join(io.cwd, "untitled.yaml");
      const folder = dirname(path);
      return viewOf(readProject(folder, projectOptions(io)).project, { folder, path }, io);
    },
    documentsUnder: (uri) => {
      const folder = pathOf(uri);
      return folder === undefined ? [] : storedDocuments(folder, io);
    },
    placesOf: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? undefined : projectPlaces(path, io);
    },
    flawsOf: ({ uri, text }) => {
      const file = pathOf(uri);
      if (file === undefined || basename(file) !== projectFileName) return undefined;
      const { problems } = readProject(dirname(file), { ...projectOptions(io), draft: { file, text } });
      return problems.filter((problem) => problem.file === file).map(({ place, message, help }) => ({ start: place.start, end: place.end, message, ...(help === undefined ? {} : { help }) }));
    },
    namesIn: ({ uri, text }) => {
      const file = pathOf(uri);
      return file === undefined ? undefined : namesIn(file, { uri, text });
    },
    envNames: (uri) => {
      const { project } = readProject(dirname(pathOf(uri) ?? join(io.cwd, "untitled.yaml")), projectOptions(io));
      const read = io.readInside(project.root, ".env.example", largestExample);
      return read.ok ? envNamesIn(decodeUtf8(read.bytes).value) : [];
    },
    filesAround: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? [] : filesBelow(dirname(path), io);
    },
    draw: async (outline, format) => {
      const isSmall = outline.nodes.length + outline.edges.length <= mostDrawn(format);
      return isSmall ? page(await draw(outline, format), "never") : undefined;
    },
    pageOf: (code) => (pages === undefined ? undefined : pathToFileURL(join(pages, `${code}.md`)).href),
  };
}

/** A list of variables that is longer is none. */
const largestExample = 65_536;

/** The names of a file such as `.env.example`, whose values nobody looks at. */
function envNamesIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /^\s*(?:#\s*)?(?:export\s+)?([A-Za-z_]\w*)=/.exec(line)?.[1] ?? []);
}

/** So many files are offered, and those so deep in folders. */
const most = { files: 500, depth: 4 } as const;

/** Files in a folder and below it, nearest first; not those that are hidden or installed. */
function filesBelow(root: string, io: Io): readonly string[] {
  const found: string[] = [];
  let level = [""];
  for (let depth = 0; depth < most.depth && level.length > 0 && found.length < most.files; depth += 1) {
    const names = level.flatMap((folder) => io.list(join(root, folder)).filter((name) => !name.startsWith(".") && name !== "node_modules/").map((name) => `${folder}${name}`));
    found.push(...names.filter((name) => !name.endsWith("/")));
    level = names.filter((name) => name.endsWith("/")).slice(0, most.files);
  }
  return found.slice(0, most.files);
}

/** The pages that are installed with this executable. */
function pagesFolder(): string | undefined {
  const [, executable = ""] = process.argv;
  const folder = existsSync(executable) ? join(dirname(realpathSync(executable)), "../../docs/reference/diagnostics") : "";
  return folder !== "" && existsSync(folder) ? folder : undefined;
}
