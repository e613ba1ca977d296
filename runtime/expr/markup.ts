import { codePointLength, codePoints, splitAtSpace, splitLines } from "./text.ts";

/** Text filters of Jinja2 that Python's `str` does not have. Source: `jinja2/filters.py` and `markupsafe`. */

/** Capitals at the start of the text and behind white space, hyphens and opening brackets; the rest small. */
export function titleWords(text: string): string {
  return text.replace(/[^\-\s({[<]+/g, (word) => {
    const [first = ""] = codePoints(word);
    return first.toUpperCase() + word.slice(first.length).toLowerCase();
  });
}

/** `text` cut to `length` code points with `end`; up to `leeway` more stay uncut; a cut word goes unless `killWords`. */
export function truncate(text: string, length: number, killWords: boolean, end: string, leeway: number): string {
  if (codePointLength(text) <= length + leeway) return text;
  const kept = codePoints(text).slice(0, Math.max(0, length - codePointLength(end))).join("");
  const lastSpace = kept.lastIndexOf(" ");
  return (killWords || lastSpace < 0 ? kept : kept.slice(0, lastSpace)) + end;
}

/** `prefix` before each line; the first only with `first`, empty ones only with `blank`. */
export function indentLines(text: string, prefix: string, which: { readonly first: boolean; readonly blank: boolean }): string {
  const [head = "", ...rest] = splitLines(`${text}\n`);
  const indented = rest.map((line) => (which.blank || line !== "" ? prefix + line : line));
  return [which.first ? prefix + head : head, ...indented].join("\n");
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
}

const entities: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The text without comments and tags, every run of white space one space. Linear: nothing is searched twice. */
export function stripTags(text: string): string {
  const bare = withoutSpans(withoutSpans(text, "<!--", "-->"), "<", ">");
  return splitAtSpace(bare, "left", Infinity).join(" ");
}

function withoutSpans(text: string, open: string, close: string): string {
  let kept = "";
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + close.length;
  }
}

/** Percent-encoding of all but letters, digits, `_.-~` and the characters of `safe`. A lone surrogate becomes U+FFFD. */
export function percentEncode(text: string, safe: string): string {
  const wellFormed = text.replace(/[\ud800-\udfff]/gu, "\ufffd");
  const encoded = encodeURIComponent(wellFormed).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe === "" ? encoded : encoded.replaceAll(encodeURIComponent(safe), safe);
}
