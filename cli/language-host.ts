import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { LanguageHost } from "../lsp/index.ts";
import { projectFileName, readProject } from "../runtime/index.ts";
import { projectOptions, viewOf } from "./documents.ts";
import { projectPlaces, storedDocuments } from "./editor-files.ts";
import type { Io } from "./io.ts";
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
    pageOf: (code) => (pages === undefined ? undefined : pathToFileURL(join(pages, `${code}.md`)).href),
  };
}

/** The pages that are installed with this executable. */
function pagesFolder(): string | undefined {
  const [, executable = ""] = process.argv;
  const folder = existsSync(executable) ? join(dirname(realpathSync(executable)), "../../docs/reference/diagnostics") : "";
  return folder !== "" && existsSync(folder) ? folder : undefined;
}

/** The path of a document that is, or may become, a file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    // An unsaved document, one of another machine, or no address at all: all are texts that editors may hold.
    return undefined;
  }
}
