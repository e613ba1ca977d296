import { isTextEverywhere, type Range } from "../../compiler/index.ts";

/** A text instead of a range of a file, in its UTF-16 offsets. */
export interface Rewrite extends Range {
  readonly text: string;
}

/** The scalar that stands at `range` with another word in it: quotes stay, and come where the word would be something else without them. */
export function rewritten(text: string, { start, end }: Range, word: string): Rewrite {
  const raw = text.slice(start, end);
  switch (raw.charAt(0)) {
    case '"': case "'": return { start: start + 1, end: end - 1, text: word };
    case "|": case ">": {
      // Below the line of the indicator there is one word and nothing else.
      const last = raw.trimEnd();
      const from = start + last.search(/\S+$/);
      return { start: from, end: start + last.length, text: word };
    }
    default: return { start, end, text: isPlain(word) ? word : JSON.stringify(word) };
  }
}

/** The bare word of a scalar, within its quotes. */
export function wordIn(text: string, range: Range): Range {
  const { start, end } = rewritten(text, range, "");
  return { start, end };
}

/** Whether YAML reads the word as a text, in brackets as well. */
function isPlain(word: string): boolean {
  return isTextEverywhere(word) && /^[\w./-]+(?: [\w./-]+)*$/.test(word) && !/^-(?: |$)/.test(word);
}
