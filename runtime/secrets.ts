import type { Json } from "../schemas/json.ts";
import { isJsonObject } from "../schemas/json.ts";
import { looksLikeCredential } from "../schemas/secret-format.ts";
import { looksSecret, namesCredential } from "../schemas/secret-name.ts";
import type { Ports } from "./ports.ts";

/** Values of environment variables by their names. */
export type EnvValues = ReadonlyMap<string, string>;

/** Shorter values would strike innocent words. */
const shortest = 3;

/** Whether the value of an environment variable must never be recorded: by its name, or because the project says so. */
export function isSecret({ secrets }: Ports, name: string): boolean {
  return looksSecret(name) || secrets.includes(name);
}

/** The values of the secrets among `names`, by their names or by what they look like, and of all that the project declares, as far as they are set. */
export function secretValues(ports: Ports, names: readonly string[]): EnvValues {
  const values = new Map<string, string>();
  for (const name of [...ports.secrets, ...names]) {
    const value = ports.env(name);
    if (value !== undefined && (isSecret(ports, name) || looksLikeCredential(value))) values.set(name, value);
  }
  return values;
}

/** Those of `values` that stand under a name that says who sends them, in fields as they are recorded: a header, a parameter, a key of a body or of arguments. */
export function sentAsCredentials(recorded: Json, values: EnvValues): EnvValues {
  const sent = new Map<string, string>();
  const walk = (part: Json, isCredential: boolean): void => {
    if (typeof part === "string") {
      for (const { index, 1: name = "" } of part.matchAll(/\benv\W{1,2}([A-Za-z_]\w*)/g)) {
        const value = values.get(name);
        if (value !== undefined && (isCredential || isParameter(part.slice(0, index)))) sent.set(name, value);
      }
    } else if (Array.isArray(part)) for (const item of part) walk(item, isCredential);
    else if (isJsonObject(part)) for (const [key, item] of Object.entries(part)) walk(item, isCredential || namesCredential(key));
  };
  if (values.size > 0) walk(recorded, false);
  return sent;
}

/** Whether what follows is the value of a parameter that says who sends it, as in `?api_key={{ env.NAME }}`. */
function isParameter(before: string): boolean {
  return namesCredential(/([\w-]{1,64})=\{\{-?\s{0,9}$/.exec(before.slice(-80))?.[1] ?? "");
}

/** The text with `{{ env.NAME }}` in the place of each value, however it is encoded; the longest are struck first. */
export function strikeText(text: string, values: EnvValues): string {
  return strike(text, strikesOf(values));
}

/** As `strikeText`, for a message: where it was cut off, at `…`, the beginning of a value is struck as well. */
export function strikeMessage(message: string, values: EnvValues): string {
  const parts = strikeText(message, values).split("…");
  return parts.map((part, index) => (index === parts.length - 1 ? part : strikeEnd(part, values))).join("…");
}

/** As `strikeText`, for every text in `value`, keys included. */
export function strikeJson(value: Json, values: EnvValues): Json {
  const strikes = strikesOf(values);
  const walk = (part: Json): Json => {
    if (typeof part === "string") return strike(part, strikes);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [strike(key, strikes), walk(item)]));
  };
  return strikes.length === 0 ? value : walk(value);
}

/** The name of the first secret of the project whose value stands in `value`, however it is encoded. */
export function secretIn(ports: Ports, value: Json): string | undefined {
  const text = JSON.stringify(value);
  return [...secretValues(ports, [])].find(([name, secret]) => strikeText(text, new Map([[name, secret]])) !== text)?.[0];
}

interface Strike {
  readonly pattern: RegExp;
  readonly placeholder: string;
}

const placeholderFor = (name: string): string => `{{ env.${name} }}`;

function strikesOf(values: EnvValues): readonly Strike[] {
  return [...values]
    .filter(([, value]) => value.length >= shortest)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, value]) => ({ pattern: new RegExp(Array.from(value, patternOf).join(""), "giu"), placeholder: placeholderFor(name) }));
}

/** What was put in the place of a longer value is not looked at again. */
function strike(text: string, [first, ...others]: readonly Strike[]): string {
  if (first === undefined) return text;
  return text.split(first.pattern).map((part) => strike(part, others)).join(first.placeholder);
}

/** One character as it is, percent-encoded, or as JSON and forms escape it; an address turns `\` round, and a message blanks into one. */
function patternOf(character: string): string {
  if (/^[a-z0-9]$/i.test(character)) return character;
  const bytes = Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const units = Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
  const forms = [bytes, units, character, ...(character === " " ? ["+"] : []), ...(character === "\\" ? ["/"] : [])];
  const blank = /^[\p{Cc}\p{Cf}\s]$/u.test(character) ? "|\\s" : "";
  // JSON in JSON escapes the escapes.
  const json = JSON.stringify(character).slice(1, -1);
  const nested = json.startsWith("\\") ? `\\\\+${escaped(json.slice(1))}|` : "";
  return `(?:${nested}${[...new Set(forms)].map(escaped).join("|")}${blank})`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

function strikeEnd(text: string, values: EnvValues): string {
  const lower = text.toLowerCase();
  for (const [name, value] of values) {
    for (let length = Math.min(value.length, text.length); length >= shortest; length -= 1) {
      if (lower.endsWith(value.slice(0, length).toLowerCase())) return text.slice(0, -length) + placeholderFor(name);
    }
  }
  return text;
}
