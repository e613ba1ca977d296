import { sortBetween, type Json, type JsonObject } from "./json.ts";

/**
 * Gives the UTF-8 bytes of the canonical text of `value` (see `canonicalJson`) in pieces, each of them only until the next one
 * is given. Nothing of the text is ever there as a whole: to put it together, and to take it apart again, took longer than to
 * hash it.
 */
export function canonicalBytes(value: Json, give: (bytes: Uint8Array) => void): void {
  const writing: Writing = { bytes: new Uint8Array(pieceLength), at: 0, give, keys: [], open: 0 };
  write(writing, value);
  give(writing.bytes.subarray(0, writing.at));
}

const pieceLength = 16_384;

/** Bytes that were written and not given away. */
interface Writing {
  bytes: Uint8Array;
  at: number;
  readonly give: (bytes: Uint8Array) => void;
  /** The keys of the objects that are being written, one behind the other, of which so many are in use: lists of their own would cost as much as a program. */
  readonly keys: string[];
  open: number;
}

function write(writing: Writing, value: Json): void {
  if (typeof value === "string") writeString(writing, value);
  else if (typeof value !== "object" || value === null) writeText(writing, typeof value === "number" && !Number.isFinite(value) ? "null" : `${value}`);
  else if (Array.isArray(value)) writeItems(writing, value as readonly Json[]);
  else writeMembers(writing, value as JsonObject);
}

function writeItems(writing: Writing, items: readonly Json[]): void {
  writeMark(writing, mark.list);
  for (let index = 0; index < items.length; index += 1) {
    if (index > 0) writeMark(writing, mark.comma);
    write(writing, items[index] as Json);
  }
  writeMark(writing, mark.listEnd);
}

function writeMembers(writing: Writing, object: JsonObject): void {
  const { keys } = writing;
  const first = writing.open;
  for (const key in object) {
    keys[writing.open] = key;
    writing.open += 1;
  }
  const end = writing.open;
  sortBetween(keys, first, end);
  writeMark(writing, mark.object);
  for (let index = first; index < end; index += 1) {
    const key = keys[index] as string;
    if (index > first) writeMark(writing, mark.comma);
    writeString(writing, key);
    writeMark(writing, mark.colon);
    write(writing, object[key] as Json);
  }
  writeMark(writing, mark.objectEnd);
  writing.open = first;
}

const mark = { quote: 0x22, comma: 0x2c, colon: 0x3a, list: 0x5b, backslash: 0x5c, listEnd: 0x5d, letterN: 0x6e, object: 0x7b, objectEnd: 0x7d } as const;

function writeMark(writing: Writing, byte: number): void {
  makeRoom(writing, 1);
  writing.bytes[writing.at] = byte;
  writing.at += 1;
}

/** By unit of ASCII: 1 where a text of JSON holds it as it is. */
const standsForItself = Uint8Array.from({ length: 0x7f }, (_, unit) => Number(unit >= 0x20 && unit !== mark.quote && unit !== mark.backslash));

/** Most texts are of ASCII, and hold nothing to be escaped but line ends. */
function writeString(writing: Writing, text: string): void {
  makeRoom(writing, 2 * text.length + 2);
  const { bytes } = writing;
  let at = writing.at;
  bytes[at++] = mark.quote;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (standsForItself[unit] === 1) bytes[at++] = unit;
    else if (unit === 0x0a) {
      bytes[at++] = mark.backslash;
      bytes[at++] = mark.letterN;
    } else return writeText(writing, JSON.stringify(text));
  }
  bytes[at++] = mark.quote;
  writing.at = at;
}

/** UTF-8. `JSON.stringify` leaves no half of a pair alone. */
function writeText(writing: Writing, text: string): void {
  makeRoom(writing, 3 * text.length);
  const { bytes } = writing;
  let at = writing.at;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) as number;
    if (point < 0x80) bytes[at++] = point;
    else if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
      bytes[at++] = 0x80 | (point & 0x3f);
    } else {
      if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12);
      else {
        // It is two units of text.
        index += 1;
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
    }
  }
  writing.at = at;
}

function makeRoom(writing: Writing, length: number): void {
  if (writing.at + length <= writing.bytes.length) return;
  writing.give(writing.bytes.subarray(0, writing.at));
  writing.at = 0;
  if (length > writing.bytes.length) writing.bytes = new Uint8Array(length);
}
