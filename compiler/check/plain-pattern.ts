/** No longer text is tried: the engine may go over it once more for each part that repeats. */
const longestText = 128;
const longestPattern = 256;

/** So many parts of a pattern may repeat, and so many may be there or not, or be one thing or another. */
const mostRepeats = 2;
const mostChoices = 6;

/** A piece of a pattern: an escape, a class, a group, a repetition, or a character. */
const pieces = /\\(?:[pPu]\{[^}]{0,40}\}|[^])|\[(?:\\[^]|[^\\\]])*\]|\((?:\?:|(?!\?))|\)|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^\\[\](){}*+?]/uy;

/**
 * Whether `text` holds what `pattern` (ECMA-262, as JSON Schema takes it) describes. Undefined where nobody should try: patterns come
 * from servers, and the engine takes forever for some of them. So a pattern has to be plain: no group repeats, no more than
 * two parts do, there are few groups, and nothing looks around or back.
 */
export function matchesPlainly(text: string, pattern: string): boolean | undefined {
  if (text.length > longestText || pattern.length > longestPattern || !isPlain(pattern)) return undefined;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return undefined;
  }
}

function isPlain(pattern: string): boolean {
  let [repeats, choices] = [0, 0];
  let before = "";
  for (let at = 0; at < pattern.length; ) {
    pieces.lastIndex = at;
    const piece = pieces.exec(pattern)?.[0];
    if (piece === undefined || /^\\[1-9k]/.test(piece)) return false;
    const isRepeat = /^(?:[*+]|\{\d+,)/.test(piece);
    // A group that repeats may read its text in many ways.
    if (before === ")" && (isRepeat || piece.startsWith("{"))) return false;
    if (isRepeat) repeats += 1;
    if (piece === "?" || piece === "??" || piece.startsWith("(")) choices += 1;
    at += piece.length;
    before = piece;
  }
  return repeats <= mostRepeats && choices <= mostChoices;
}
