/**
 * Whether `glob` covers the whole of `name`: `*` any characters, dots too, `?` exactly one, anything else itself, case
 * and all. Compiler and runtime compare with this one function. Takes time in the product of the lengths at most,
 * whatever the pattern.
 */
export function matchesGlob(glob: string, name: string): boolean {
  const pattern = [...glob];
  const text = [...name];
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
    } else if (wanted === "?" || wanted === text[index]) {
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
