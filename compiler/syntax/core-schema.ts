import type { ScalarValue } from "./tree.ts";

/** The words of the core schema that are no text. */
const words: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ["", null], ["~", null], ...spelled("null", null), ...spelled("true", true), ...spelled("false", false),
  ...["inf", "Inf", "INF"].flatMap((inf) => [[`.${inf}`, Infinity], [`+.${inf}`, Infinity], [`-.${inf}`, -Infinity]] as const),
  ...["nan", "NaN", "NAN"].map((nan) => [`.${nan}`, Number.NaN] as const),
]);

/** Words that YAML 1.1 reads as true or false, and 1.2 as texts. */
const switches = new Map([...spelled("yes", "true"), ...spelled("on", "true"), ...spelled("no", "false"), ...spelled("off", "false")]);

/** What an unquoted scalar is in the core schema. Source: YAML 1.2.2, 10.3.2. */
export function resolvePlain(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!beginsAsNumber(text)) return text;
  const known = sameInAll(text);
  if (known !== undefined) return known;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text) + 0;
  return /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(text) ? Number(text) : text;
}

const [point, zero, nine] = [0x2e, 0x30, 0x39];

function beginsAsNumber(text: string): boolean {
  const first = text.charCodeAt(text.startsWith("-") || text.startsWith("+") ? 1 : 0);
  return first === point || (first >= zero && first <= nine);
}

/**
 * What digits with points between them are in every schema: a number with at most one point and no leading zero, and a
 * text, such as a version, with more. Nothing is said of all others: most scalars need no more than this look.
 */
function sameInAll(text: string): number | string | undefined {
  let points = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === point && at > 0 && at < text.length - 1) points += 1;
    else if (!(code >= zero && code <= nine)) return undefined;
  }
  if (points > 1) return text;
  return text.charCodeAt(0) !== zero || text.length === 1 || text.charCodeAt(1) === point ? Number(text) : undefined;
}

/** A word in the spellings that YAML knows: small, with a capital, in capitals. */
function spelled<V>(word: string, value: V): readonly (readonly [string, V])[] {
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].map((spelling) => [spelling, value] as const);
}

/** Two readings of one unquoted scalar. */
export interface TwoReadings {
  readonly here: string;
  readonly yaml11: string;
}

/** How loaders of YAML 1.1 read an unquoted scalar, where that differs. Source: yaml.org/type for YAML 1.1. */
export function differingReadings(text: string): TwoReadings | undefined {
  // `y` and `n` are booleans in the letter of YAML 1.1, and in no loader that anybody uses.
  const isOn = switches.get(text);
  if (isOn !== undefined) return { here: "text", yaml11: isOn };
  if (!beginsAsNumber(text) || sameInAll(text) !== undefined) return undefined;
  if (!/^[-+]?(?:0[0-7b]|[0-9][0-9_]*[:_])/.test(text)) return undefined;
  if (/^[-+]?0[0-7]+$/.test(text)) return octal(text);
  const asText = (yaml11: string | number): TwoReadings => ({ here: "text", yaml11: `${yaml11}` });
  if (/^[-+]?[1-9][0-9]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?$/.test(text)) return asText(sexagesimal(text));
  if (/^[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?$/.test(text)) return asText(text.replaceAll("_", ""));
  if (/^0b[01_]*[01]$/.test(text)) return asText(Number(text.replaceAll("_", "")));
  return undefined;
}

function octal(text: string): TwoReadings | undefined {
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "");
  const yaml11 = sign * Number.parseInt(digits, 8);
  const here = sign * Number(digits);
  return yaml11 === here ? undefined : { here: `${here}`, yaml11: `${yaml11}` };
}

function sexagesimal(text: string): number {
  const total = text.replace(/^[-+]/, "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return text.startsWith("-") ? -total : total;
}

/** Whether an unquoted word is the same text to every loader of YAML. */
export function isTextEverywhere(word: string): boolean {
  return resolvePlain(word) === word && differingReadings(word) === undefined;
}
