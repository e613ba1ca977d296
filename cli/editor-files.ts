import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { decodeUtf8, defaultLimits, looksLikeDocument, parseYamlData, type SourceText } from "../compiler/index.ts";
import type { LanguageHost } from "../lsp/index.ts";
import { declaredIn, lockFileName, readProject } from "../runtime/index.ts";
import { projectOptions } from "./documents.ts";
import type { Io } from "./io.ts";

/** Who opens a whole disk in an editor does not wait until all of it was read. */
const mostFolders = 5_000;
const mostDocuments = 2_000;

/**
 * The JamJet documents below a folder, as they are stored: nearer ones first, as many as anybody has in one place. No link
 * is followed; names that begin with a dot and `node_modules` are not entered.
 */
export function storedDocuments(folder: string, io: Io): readonly SourceText[] {
  const folders = [folder];
  const found: SourceText[] = [];
  // The list grows while it is read.
  for (const at of folders) {
    for (const entry of io.list(at)) {
      if (entry.startsWith(".") || entry === "node_modules/") continue;
      if (entry.endsWith("/")) {
        if (folders.length < mostFolders) folders.push(join(at, entry));
      } else if (/\.ya?ml$/.test(entry) && found.length < mostDocuments) {
        const source = storedAt(join(at, entry), io);
        if (source !== undefined && looksLikeDocument(source.text)) found.push(source);
      }
    }
  }
  return found;
}

/** Where the project around the document at `path` declares things. */
export function projectPlaces(path: string, io: Io): ReturnType<NonNullable<LanguageHost["placesOf"]>> {
  const { root, file } = readProject(dirname(path), projectOptions(io)).project;
  return {
    root: pathToFileURL(join(root, "/")).href,
    get file() {
      return storedAt(file ?? "", io);
    },
    declared: (of, name) => {
      const source = storedAt(of === "tool" ? join(root, lockFileName) : (file ?? ""), io);
      const place = source === undefined ? undefined : of === "tool" ? lockedIn(source, name) : declaredIn(source.text, of, name);
      return source === undefined || place === undefined ? undefined : { ...source, start: place.start, end: place.end };
    },
  };
}

/** Where a lock holds a tool, as `server.tool`; undefined where it does not. */
function lockedIn(source: SourceText, name: string): { readonly start: number; readonly end: number } | undefined {
  const dot = name.indexOf(".");
  const { spanAt } = parseYamlData(source).value;
  const server = ["servers", name.slice(0, dot), "tools"];
  const [tools, tool] = [spanAt(server), spanAt([...server, name.slice(dot + 1)])];
  // Of what is not there the nearest part around it is told.
  return tools.start === tool.start ? undefined : tool;
}

function storedAt(path: string, io: Io): SourceText | undefined {
  const read = path === "" ? undefined : io.read(path, defaultLimits.fileBytes + 1);
  if (read?.ok !== true) return undefined;
  const { value: text, diagnostics } = decodeUtf8(read.bytes);
  return diagnostics.length > 0 ? undefined : { uri: pathToFileURL(path).href, text };
}
