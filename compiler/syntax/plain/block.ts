import type { YamlEntry, YamlMapping, YamlNode, YamlScalar, YamlSequence } from "../tree.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { readFlow } from "./flow.ts";
import { namesOf } from "./names.ts";
import { nothingAt, readText } from "./scalar.ts";
import { code, isIndicator, isLineEnd, nextLine, skipSpaces } from "./scan.ts";
import type { Scan } from "./scan.ts";

/**
 * The node that begins a line, or stands behind a dash, and belongs to a collection in column `parent`. What comes next
 * stands on a later line, no deeper than `parent`.
 */
export function readNode(scan: Scan, parent: number, depth: number): YamlNode | undefined {
  if (isIndicator(scan.text, scan.at, code.dash)) return readSequence(scan, depth);
  const node = readOnLine(scan, parent, depth);
  if (node?.kind === "scalar" && isIndicator(scan.text, skipSpaces(scan.text, scan.at), code.colon)) return readMapping(scan, node, depth);
  return endsLine(scan, parent) ? node : undefined;
}

/** As `readNode`, for a collection that begins a line. How far a text reaches there depends on more than its indentation. */
function readBelow(scan: Scan, parent: number, depth: number): YamlNode | undefined {
  const node = readNode(scan, parent, depth);
  return node?.kind === "scalar" ? undefined : node;
}

/** What begins here and is neither a mapping nor a list of lines; the rest of its last line comes next. */
function readOnLine(scan: Scan, parent: number, depth: number): YamlNode | undefined {
  switch (scan.text.charCodeAt(scan.at)) {
    case code.openBrace:
    case code.openBracket:
      return readFlow(scan, depth);
    case code.bar:
    case code.greater:
      return readBlockScalar(scan, parent);
    default:
      return readText(scan, "block");
  }
}

/** Goes on to the next line; `false` where something of this one is left, or the next one may go on with it. */
function endsLine(scan: Scan, parent: number): boolean {
  return nextLine(scan) && scan.indent <= parent;
}

/** A mapping whose first key was just read. */
function readMapping(scan: Scan, first: YamlScalar, depth: number): YamlMapping | undefined {
  const { text, indent: column } = scan;
  if (depth > scan.nesting) return undefined;
  const entries: YamlEntry[] = [];
  const isNew = namesOf(entries);
  let end = first.end;
  for (let key: YamlScalar | undefined = first; ; key = readText(scan, "block")) {
    const colon = skipSpaces(text, scan.at);
    if (key === undefined || !isIndicator(text, colon, code.colon) || colon - key.start > 1024 || !isNew(key)) return undefined;
    scan.at = colon + 1;
    const value = readValue(scan, column, depth);
    if (value === undefined || scan.indent > column) return undefined;
    end = value.end;
    entries.push({ key, name: key.value, value, start: key.start, end });
    if (scan.indent < column) return { kind: "mapping", flow: false, entries, damaged: false, start: first.start, end };
  }
}

/** What stands behind a colon: on its line, below it, or nothing. A list below it may stand in the column of its key. */
function readValue(scan: Scan, column: number, depth: number): YamlNode | undefined {
  const { text } = scan;
  const behindColon = scan.at;
  const at = skipSpaces(text, behindColon);
  if (!isLineEnd(text, at) && text.charCodeAt(at) !== code.hash) {
    scan.at = at;
    const value = readOnLine(scan, column, depth + 1);
    return endsLine(scan, column) ? value : undefined;
  }
  if (!nextLine(scan)) return undefined;
  if (scan.indent > column) return readBelow(scan, column, depth + 1);
  if (scan.indent === column && isIndicator(text, scan.at, code.dash)) return readSequence(scan, depth + 1);
  return nothingAt(behindColon);
}

/** A list that begins here. */
function readSequence(scan: Scan, depth: number): YamlSequence | undefined {
  const { text, at: start, indent: column } = scan;
  if (depth > scan.nesting) return undefined;
  const items: YamlNode[] = [];
  let end = start;
  while (scan.indent === column && isIndicator(text, scan.at, code.dash)) {
    const item = readItem(scan, column, depth);
    if (item === undefined || scan.indent > column) return undefined;
    items.push(item);
    end = item.end;
  }
  return { kind: "sequence", flow: false, items, start, end };
}

/** What stands behind a dash: on its line, below it, or nothing. */
function readItem(scan: Scan, column: number, depth: number): YamlNode | undefined {
  const { text, at: dash } = scan;
  const at = skipSpaces(text, dash + 1);
  if (isLineEnd(text, at) || text.charCodeAt(at) === code.hash) {
    scan.at = dash + 1;
    if (!nextLine(scan)) return undefined;
    return scan.indent > column ? readBelow(scan, column, depth + 1) : nothingAt(dash + 1);
  }
  scan.at = at;
  scan.indent = column + (at - dash);
  return readNode(scan, column, depth + 1);
}
