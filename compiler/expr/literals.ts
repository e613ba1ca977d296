const simple = new Map([
  ["n", "\n"], ["t", "\t"], ["r", "\r"], ["\\", "\\"], ["'", "'"], ['"', '"'], ["a", "\x07"], ["b", "\b"], ["f", "\f"], ["v", "\v"], ["\n", ""],
]);

/**
 * The text between the quotes of a literal. Unknown escapes stay as they are.
 * Source: The Python Language Reference, 2.4.1 "Escape sequences"; `\N{…}` is not supported and stays.
 */
export function textOfLiteral(image: string): string {
  const inner = image.slice(1, -1);
  if (!inner.includes("\\")) return inner;
  return inner.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|[^])/g, (whole: string, escape: string) => {
    const known = simple.get(escape);
    if (known !== undefined) return known;
    const code = /^[0-7]/.test(escape) ? Number.parseInt(escape, 8) : /^[xuU]./.test(escape) ? Number.parseInt(escape.slice(1), 16) : Number.NaN;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The number a literal spells, `_` between digits allowed. Infinite where it spells more than a number can hold. */
export function numberOfLiteral(image: string): number {
  return Number(image.replaceAll("_", ""));
}
