import { report } from "../diagnostics/define.ts";
import type { Staged } from "../diagnostics/define.ts";
import { fileLimits, textEncoding } from "../diagnostics/yaml.ts";
import { fileSpan } from "./findings.ts";
import { defaultLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";

const start = fileSpan({ start: 0, end: 0 });

/**
 * The text of a file. A leading byte order mark is dropped. Bytes that are no UTF-8 are one complaint and an empty
 * text: nothing in them has a place that an editor would agree on.
 */
export function decodeUtf8(bytes: Uint8Array, limits: Limits = defaultLimits): Staged<string> {
  if (bytes.length > limits.fileBytes) {
    return { value: "", diagnostics: [report(fileLimits, start, { limit: "size", number: limits.fileBytes })] };
  }
  const found = otherEncoding(bytes);
  if (found) return { value: "", diagnostics: [report(textEncoding, start, { found, byte: 0 })] };
  const value = new TextDecoder("utf-8").decode(bytes);
  // Only what is malformed, or was written as such, is decoded to this character: all other files are not looked at twice.
  const byte = value.includes("\ufffd") ? firstMalformed(bytes) : undefined;
  if (byte !== undefined) {
    const wrong = `${hex(bytes[byte])} is not part of a character`;
    return { value: "", diagnostics: [report(textEncoding, start, { found: wrong, byte })] };
  }
  return { value, diagnostics: [] };
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  const isUtf32 = a === 0xff && b === 0xfe ? c === 0 && d === 0 : a === 0 && b === 0 && c === 0xfe && d === 0xff;
  if (isUtf32) return "the byte order mark of UTF-32";
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return isUtf16 ? "the byte order mark of UTF-16" : undefined;
}

/** Offset of the first byte that begins no well-formed sequence. Source: Unicode 15, table 3-7. */
function firstMalformed(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0) return at;
    if (length > 1) {
      const second = bytes[at + 1] ?? 0;
      const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (second < least || second > most) return at;
      for (let next = at + 2; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return undefined;
}

function sequenceLength(lead: number): 0 | 1 | 2 | 3 | 4 {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
}
