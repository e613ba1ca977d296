import type { Path } from "./decode.ts";

/**
 * The 1-based line of a TOML text that best fits `path`: the key itself, else the line that holds it (an inline table,
 * the header of its section). The parser keeps no positions, and problems are few, so the text is read once more.
 */
export function lineOf(text: string, path: Path): number {
  let section: Path = [];
  let closing: string | undefined;
  let best = { line: 1, depth: 0 };
  const elements = new Map<string, number>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (closing !== undefined) {
      if (line.includes(closing)) closing = undefined;
      continue;
    }
    const header = /^\s*(\[\[?)([^\]]+)\]/.exec(line);
    const entry = header === null ? /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=(.*)$/.exec(line) : null;
    if (header === null && entry === null) continue;
    if (header !== null) section = sectionPath(keysOf(header[2] ?? ""), header[1] === "[[" ? "element" : "table", elements);
    const depth = sharedDepth(entry === null ? section : [...section, ...keysOf(entry[1] ?? "")], path);
    if (depth > best.depth) best = { line: index + 1, depth };
    closing = entry === null ? undefined : openedText(entry[2] ?? "");
  }
  return best.line;
}

/** The path of a header: `[[a.b]]` begins the next element of a list, `[a.b.c]` goes on in its last one. */
function sectionPath(keys: readonly string[], kind: "element" | "table", elements: Map<string, number>): Path {
  const path: (string | number)[] = [];
  for (const [index, key] of keys.entries()) {
    path.push(key);
    const list = JSON.stringify(path);
    const last = elements.get(list);
    if (index === keys.length - 1 && kind === "element") {
      elements.set(list, (last ?? -1) + 1);
      path.push((last ?? -1) + 1);
    } else if (last !== undefined) {
      path.push(last);
    }
  }
  return path;
}

function keysOf(dotted: string): readonly string[] {
  return [...dotted.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function sharedDepth(a: Path, b: Path): number {
  const different = a.findIndex((step, index) => step !== b[index]);
  return different === -1 ? a.length : different;
}

/** The delimiter of a text that begins on this line and does not end on it. */
function openedText(value: string): string | undefined {
  return ['"""', "'''"].find((quotes) => value.trimStart().startsWith(quotes) && value.split(quotes).length === 2);
}
