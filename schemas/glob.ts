/**
 * Whether `glob` covers the whole of `name`: `*` any characters, dots too, `?` exactly one, anything else itself, case
 * and all. Compiler and runtime compare with this one function. Takes time in the product of the lengths at most,
 * whatever the pattern.
 */
export function matchesGlob(glob: string, name: string): boolean {
  return fitsAll([...glob], [...name], (wanted, char) => wanted === "?" || wanted === char);
}

/**
 * Whether `outer` covers every name that `inner` covers. Exact where `outer` has no `?`; where it has one beside a `*`, as
 * in `*?` over `*a`, the answer may be no though it is yes: to be sure takes exponential time.
 */
export function globCovers(outer: string, inner: string): boolean {
  // What a `*` of `inner` stands for only a `*` can take, and a `?` of it is a character that no glob spells out.
  return fitsAll(ordered(outer), ordered(inner), (wanted, char) => char !== "*" && (wanted === "?" || wanted === char));
}

/** Whether some name is covered by both globs. Takes time in the product of their lengths. */
export function globsMeet(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  /** Row by row from the ends: whether what is left of `a` and what is left of `b`, from `j` on, have a name in common. */
  let below: readonly boolean[] = [];
  for (let i = a.length; i >= 0; i -= 1) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j -= 1) {
      const skipsOne = below[j] ?? false;
      const skipsOther = row[j + 1] ?? false;
      const takesBoth = below[j + 1] ?? false;
      const isEnd = i === a.length && j === b.length;
      // A star takes nothing, or one more of what the other glob stands for.
      const hasStar = a[i] === "*" || b[j] === "*";
      row[j] = isEnd || (hasStar && (skipsOne || skipsOther)) || (isSame(a[i], b[j]) && takesBoth);
    }
    below = row;
  }
  return below[0] === true;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === "*" || b === "*") return false;
  return a === b || a === "?" || b === "?";
}

/** The same glob with the `?` of each run of wildcards before one `*`, which covers the same names. */
function ordered(glob: string): readonly string[] {
  const run = (wild: string): string => "?".repeat(wild.split("?").length - 1) + (wild.includes("*") ? "*" : "");
  return [...glob.replace(/[*?]+/g, run)];
}

/** Whether `pattern` takes the whole of `text`: a `*` of it any part, everything else one character that it `fits`. */
function fitsAll(pattern: readonly string[], text: readonly string[], fits: (wanted: string, char: string) => boolean): boolean {
  let at = 0;
  /** Where the last `*` stands, and how much of the text it has taken. */
  let star = -1;
  let taken = 0;
  for (let index = 0; index < text.length; ) {
    const wanted = pattern[at];
    if (wanted === "*") {
      star = at;
      taken = index;
      at += 1;
    } else if (wanted !== undefined && fits(wanted, text[index] as string)) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      // The last `*` takes one more; those before it never need to.
      taken += 1;
      index = taken;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
