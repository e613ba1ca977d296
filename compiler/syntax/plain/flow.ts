import type { YamlEntry, YamlMapping, YamlNode, YamlSequence } from "../tree.ts";
import { namesOf } from "./names.ts";
import { readText } from "./scalar.ts";
import { code, isIndicator, skipSpaces } from "./scan.ts";
import type { Scan } from "./scan.ts";

/** A mapping or list in brackets on one line, the `depth`th of collections inside each other. */
export function readFlow(scan: Scan, depth: number): YamlMapping | YamlSequence | undefined {
  if (depth > scan.nesting) return undefined;
  return scan.text.charCodeAt(scan.at) === code.openBrace ? readBraces(scan, depth) : readBrackets(scan, depth);
}

function readBrackets(scan: Scan, depth: number): YamlSequence | undefined {
  const start = scan.at;
  const items: YamlNode[] = [];
  const add = (): boolean => {
    const item = readPart(scan, depth);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  };
  return readParts(scan, code.closeBracket, add) ? { kind: "sequence", flow: true, items, start, end: scan.at } : undefined;
}

function readBraces(scan: Scan, depth: number): YamlMapping | undefined {
  const { text, at: start } = scan;
  const entries: YamlEntry[] = [];
  const isNew = namesOf(entries);
  const add = (): boolean => {
    const key = readText(scan, "flow");
    const colon = skipSpaces(text, scan.at);
    if (key === undefined || !isNew(key) || !isIndicator(text, colon, code.colon)) return false;
    scan.at = skipSpaces(text, colon + 1);
    const value = readPart(scan, depth);
    if (value !== undefined) entries.push({ key, name: key.value, value, start: key.start, end: value.end });
    return value !== undefined;
  };
  return readParts(scan, code.closeBrace, add) ? { kind: "mapping", flow: true, entries, damaged: false, start, end: scan.at } : undefined;
}

/** Reads parts with a comma between them up to `close`. */
function readParts(scan: Scan, close: number, add: () => boolean): boolean {
  const { text } = scan;
  scan.at = skipSpaces(text, scan.at + 1);
  while (text.charCodeAt(scan.at) !== close) {
    if (!add()) return false;
    scan.at = skipSpaces(text, scan.at);
    if (text.charCodeAt(scan.at) === close) break;
    if (text.charCodeAt(scan.at) !== code.comma) return false;
    scan.at = skipSpaces(text, scan.at + 1);
  }
  scan.at += 1;
  return true;
}

function readPart(scan: Scan, depth: number): YamlNode | undefined {
  const first = scan.text.charCodeAt(scan.at);
  return first === code.openBrace || first === code.openBracket ? readFlow(scan, depth + 1) : readText(scan, "flow");
}
