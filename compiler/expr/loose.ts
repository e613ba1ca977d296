/** A token of a text that may be anything: what an author has written so far. */
export interface LooseToken {
  /** `word` is one of the operators and keywords; `open-text` is a literal that nothing closes. */
  readonly kind: "name" | "word" | "number" | "text" | "open-text" | "sign";
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

const words: ReadonlySet<string> = new Set(["and", "or", "not", "in", "is", "if", "else", "for"]);
const pattern = /[\p{L}_][\p{L}\p{N}_]*|\d[\d_]*(?:\.\d+)?|"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?|[=!<>]=|\|\||&&|\*\*|\/\/|\S/gu;

/** Cuts any text into tokens; nothing is refused. */
export function scanLoose(text: string): readonly LooseToken[] {
  return [...text.matchAll(pattern)].map(({ 0: image, index }) => ({ kind: kindOf(image), image, start: index, end: index + image.length }));
}

function kindOf(image: string): LooseToken["kind"] {
  const [first = ""] = image;
  if (first === '"' || first === "'") return isClosed(image) ? "text" : "open-text";
  if (/\d/.test(first)) return "number";
  if (!/[\p{L}_]/u.test(first)) return "sign";
  return words.has(image) ? "word" : "name";
}

function isClosed(image: string): boolean {
  if (image.length < 2 || image.at(-1) !== image[0]) return false;
  const [slashes = ""] = /\\*$/.exec(image.slice(1, -1)) ?? [];
  return slashes.length % 2 === 0;
}

/** Whether a value may end with this token. */
export function isOperand({ kind, image }: LooseToken): boolean {
  return kind === "name" || kind === "number" || kind === "text" || image === ")" || image === "]" || image === "}";
}

const openers: { readonly [closer: string]: string } = { ")": "(", "]": "[", "}": "{" };

/** The index of the token that the value begins with which ends at `end`: names, calls and brackets behind each other. */
export function startOfOperand(tokens: readonly LooseToken[], end: number): number {
  let at = end;
  for (;;) {
    const token = tokens[at];
    if (token === undefined) return 0;
    if (openers[token.image] !== undefined) at = opening(tokens, at);
    const before = tokens[at - 1];
    const opener = tokens[at]?.image;
    if (before === undefined) return at;
    if (before.image === "." && opener !== "(" && opener !== "[" && opener !== "{") at -= 2;
    else if ((opener === "(" && before.kind === "name") || (opener === "[" && isOperand(before))) at -= 1;
    else return at;
  }
}

/** As `startOfOperand`, with the filters that the value has gone through. */
export function startOfSubject(tokens: readonly LooseToken[], end: number): number {
  let start = startOfOperand(tokens, end);
  while (tokens[start - 1]?.image === "|" && start >= 2) start = startOfOperand(tokens, start - 2);
  return start;
}

/** The index of the bracket that the one at `closer` closes; the first token, where there is none. */
function opening(tokens: readonly LooseToken[], closer: number): number {
  let depth = 0;
  for (let at = closer; at >= 0; at -= 1) {
    const image = tokens[at]?.image ?? "";
    if (openers[image] !== undefined) depth += 1;
    else if (image === "(" || image === "[" || image === "{") depth -= 1;
    if (depth === 0) return at;
  }
  return 0;
}

/** A bracket that is open, and the indices of the tokens that its parts begin with. */
export interface OpenBracket {
  readonly at: number;
  readonly parts: readonly number[];
}

/** The innermost bracket that is open before the token at `end`. */
export function openBracket(tokens: readonly LooseToken[], end: number): OpenBracket | undefined {
  const parts: number[] = [];
  let depth = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    const image = tokens[at]?.image ?? "";
    if (openers[image] !== undefined) depth += 1;
    else if (image === "," && depth === 0) parts.unshift(at + 1);
    else if (image === "(" || image === "[" || image === "{") {
      if (depth === 0) return { at, parts: [at + 1, ...parts] };
      depth -= 1;
    }
  }
  return undefined;
}
