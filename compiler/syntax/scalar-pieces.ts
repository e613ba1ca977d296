/**
 * Receives the decoded text piece by piece: `text` is what `raw[start..end)` means. Pieces arrive in order and do not
 * overlap; what lies between two of them (indentation, an escaped line break) means nothing.
 */
export type Emit = (text: string, start: number, end: number) => void;

/** Receives what YAML does not allow: an unknown escape, a line of a block scalar that is indented too little. */
export type Complain = (problem: "bad-escape" | "block-indent", start: number, end: number) => void;
