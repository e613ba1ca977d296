/** `'a', 'b' or 'c'` */
export function or(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** What the author wrote, at a length that a message can carry. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}…` : text;
}

/** Names of the language as Markdown: `` `a`, `b`, `c` ``. */
export function codeNames(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
