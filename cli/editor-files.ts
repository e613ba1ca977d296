import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { decodeUtf8, defaultLimits, looksLikeDocument, parseYamlData, type SourceText } from "../compiler/index.ts";
import type { FileName, LanguageHost } from "../lsp/index.ts";
import { declaredIn, lockFileName, projectFileName, projectNames, readProject } from "../runtime/index.ts";
import { isJsonObject } from "../schemas/json.ts";
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
    get files() {
      return [file ?? "", join(root, lockFileName)].flatMap((each) => storedAt(each, io) ?? []);
    },
    declared: (of, name) => {
      const source = storedAt(of === "tool" ? join(root, lockFileName) : (file ?? ""), io);
      const place = source === undefined ? undefined : of === "tool" ? lockedIn(source, name) : declaredIn(source.text, of, name);
      return source === undefined || place === undefined ? undefined : { ...source, start: place.start, end: place.end };
    },
  };
}

/** What a file of a project names that is no document, were this its text; undefined for every other file. */
export function namesIn(path: string, source: SourceText): readonly FileName[] | undefined {
  switch (basename(path)) {
    case projectFileName: return projectNames(source.text);
    case lockFileName: return lockedServers(source);
    default: return undefined;
  }
}

/** The servers whose tools a lock holds, without their quotes. */
function lockedServers(source: SourceText): readonly FileName[] {
  const { value, spanAt } = parseYamlData(source).value;
  const servers = isJsonObject(value) ? value["servers"] : undefined;
  return Object.keys(isJsonObject(servers) ? servers : {}).flatMap((name) => {
    const { start, end } = spanAt(["servers", name]);
    return source.text.slice(start, end) === JSON.stringify(name) ? [{ of: "server", name, role: "read", start: start + 1, end: end - 1 }] : [];
  });
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
