import type { Path } from "./decode.ts";

/** UTF-16 offsets of a text, half open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where `path` stands in a text that is TOML: its value, or its key (for a table, what stands in its header). What has
 * no place of its own has that of the nearest part around it. The parser keeps no positions, and problems are few, so the
 * text is read once more.
 */
export function placeOf(text: string, path: Path, part: "key" | "value"): Place {
  const { first: places } = placesIn(text);
  for (let length = path.length; length > 0; length -= 1) {
    const found = places.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return length === path.length && part === "value" ? found.value : found.key;
  }
  return { start: 0, end: 0 };
}

/** A word of a text that is TOML: one of the keys that lead to `path`, as the last of them, or the value that stands there. */
export interface Mention extends Place {
  readonly path: Path;
  readonly part: "key" | "value";
}

/** Every key, as often as it is named, and every value that is no table, in the order of the text. */
export function mentionsIn(text: string): readonly Mention[] {
  const { all } = placesIn(text);
  return [...all].sort((a, b) => a.start - b.start);
}

interface Found {
  readonly key: Place;
  readonly value: Place;
}

interface Key extends Place {
  readonly name: string;
}

interface Places {
  readonly first: Map<string, Found>;
  readonly all: Mention[];
}

/** Every key and every item of a list, by its path. Reads what is TOML, and of anything else as much as looks like it. */
function placesIn(text: string): Places {
  const places: Places = { first: new Map(), all: [] };
  const elements = new Map<string, number>();
  let section: Path = [];
  let at = 0;
  while (at < text.length) {
    at = pastSpace(text, at, /[ \t\r\n]/);
    if (at >= text.length) break;
    if (text[at] === "#") {
      at = lineEnd(text, at);
    } else if (text[at] === "[") {
      const isElement = text[at + 1] === "[";
      const { keys, end } = readKeys(text, at + (isElement ? 2 : 1));
      section = sectionPath(keys, isElement ? "element" : "table", elements);
      noteKeys(places, section, keys);
      const header = { start: keys[0]?.start ?? at, end: keys.at(-1)?.end ?? at + 1 };
      note(places, section, { key: header, value: header });
      at = lineEnd(text, end);
    } else {
      at = readPair(text, at, section, places);
    }
  }
  return places;
}

/** Reads `key = value` and gives the offset behind it. */
function readPair(text: string, from: number, section: Path, places: Places): number {
  const { keys, end } = readKeys(text, from);
  const last = keys.at(-1);
  if (last === undefined || text[end] !== "=") return lineEnd(text, from + 1);
  const path = [...section, ...keys.map(({ name }) => name)];
  noteKeys(places, path, keys);
  const start = pastSpace(text, end + 1, /[ \t]/);
  const stop = readValue(text, start, path, places);
  for (let length = section.length + 1; length < path.length; length += 1) note(places, path.slice(0, length), { key: last, value: { start, end: stop } });
  note(places, path, { key: last, value: { start, end: stop } });
  places.all.push({ path, part: "value", start, end: stop });
  return stop;
}

/** Each of the keys is the last one of a path: the words of `path` are theirs, from its end. */
function noteKeys(places: Places, path: Path, keys: readonly Key[]): void {
  let length = path.length;
  for (const { start, end } of [...keys].reverse()) {
    while (length > 0 && typeof path[length - 1] === "number") length -= 1;
    places.all.push({ path: path.slice(0, length), part: "key", start, end });
    length -= 1;
  }
}

/** The first mention of a path is its place. */
function note({ first }: Places, path: Path, found: Found): void {
  const name = JSON.stringify(path);
  if (!first.has(name)) first.set(name, found);
}

/** Reads a value with all that is in it and gives the offset behind it. */
function readValue(text: string, from: number, path: Path, places: Places): number {
  const quotes = /(?:"""|'''|"|')/y;
  quotes.lastIndex = from;
  const quote = quotes.exec(text)?.[0];
  if (quote !== undefined) return quotedEnd(text, from, quote);
  if (text[from] === "[") return readItems(text, from + 1, "]", (at, index) => readItem(text, at, [...path, index], places));
  if (text[from] === "{") return readItems(text, from + 1, "}", (at) => readPair(text, at, path, places));
  const bare = /[^,\]}#\r\n]*/y;
  bare.lastIndex = from;
  return from + (bare.exec(text)?.[0] ?? "").trimEnd().length;
}

function readItem(text: string, from: number, path: Path, places: Places): number {
  const end = readValue(text, from, path, places);
  note(places, path, { key: { start: from, end }, value: { start: from, end } });
  places.all.push({ path, part: "value", start: from, end });
  return end;
}

/** Reads what stands between commas up to `closing`, and gives the offset behind it. */
function readItems(text: string, from: number, closing: string, readOne: (at: number, index: number) => number): number {
  let at = from;
  for (let index = 0; ; ) {
    at = pastSpace(text, at, /[ \t\r\n,]/);
    if (at >= text.length) return at;
    if (text[at] === closing) return at + 1;
    if (text[at] === "#") {
      at = lineEnd(text, at);
      continue;
    }
    at = Math.max(readOne(at, index), at + 1);
    index += 1;
  }
}

/** The keys of `a."b".c` with their places, and the offset of what follows them. */
function readKeys(text: string, from: number): { readonly keys: readonly Key[]; readonly end: number } {
  const keys: Key[] = [];
  const key = /[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([\w-]+))[ \t]*/y;
  for (let at = from; ; ) {
    key.lastIndex = at;
    const match = key.exec(text);
    if (match === null) return { keys, end: at };
    const word = match[0].trim();
    const start = at + match[0].indexOf(word);
    keys.push({ name: match[1] === undefined ? (match[2] ?? match[3] ?? "") : unescaped(match[1]), start, end: start + word.length });
    at = key.lastIndex;
    if (text[at] !== ".") return { keys, end: at };
    at += 1;
  }
}

/** A quoted key as data. TOML's escapes are JSON's, but for `\e`, `\x` and `\U`, which nobody has in a key. */
function unescaped(inner: string): string {
  return /^(?:[^\\]|\\["\\bfnrt]|\\u[0-9a-fA-F]{4})*$/.test(inner) ? (JSON.parse(`"${inner.replaceAll("\t", "\\t")}"`) as string) : inner;
}

/** The path of a header: `[[a.b]]` begins the next element of a list, `[a.b.c]` goes on in its last one. */
function sectionPath(keys: readonly Key[], kind: "element" | "table", elements: Map<string, number>): Path {
  const path: (string | number)[] = [];
  for (const [index, { name }] of keys.entries()) {
    path.push(name);
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

function quotedEnd(text: string, from: number, quote: string): number {
  for (let at = from + quote.length; at < text.length; at += 1) {
    if (quote.startsWith('"') && text[at] === "\\") at += 1;
    else if (text.startsWith(quote, at)) return pastSpace(text, at + quote.length, quote.length === 3 ? /['"]/ : /(?!)/);
  }
  return text.length;
}

function pastSpace(text: string, from: number, space: RegExp): number {
  let at = from;
  while (at < text.length && space.test(text.charAt(at))) at += 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
