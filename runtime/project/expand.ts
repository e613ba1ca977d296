import { failure } from "../../schemas/failure.ts";
import type { Env, Outcome } from "../ports.ts";

/** The text with each `${NAME}` replaced by its value; a name that is unset fails, and `where` says who wanted it. */
export function expand(text: string, env: Env, where: string): Outcome<string> {
  const missing = namesIn(text).find((name) => env(name) === undefined);
  if (missing !== undefined) return { ok: false, failure: failure("missing_secret", `the environment variable ${missing} is not set, and ${where} needs it`) };
  return { ok: true, value: text.replace(reference, (_, name: string) => env(name) ?? "") };
}

/** As `expand`, for every text of a list. */
export function expandList(texts: readonly string[], env: Env, where: string): Outcome<readonly string[]> {
  const values: string[] = [];
  for (const text of texts) {
    const value = expand(text, env, where);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return { ok: true, value: values };
}

/** As `expand`, for every value of a table. */
export function expandTable(table: { readonly [key: string]: string }, env: Env, where: string): Outcome<{ readonly [key: string]: string }> {
  const values = expandList(Object.values(table), env, where);
  if (!values.ok) return values;
  return { ok: true, value: Object.fromEntries(Object.keys(table).map((key, index) => [key, values.value[index] ?? ""])) };
}

/** What the text took from the environment: the values that must never be repeated in a message. */
export function secretsIn(text: string, env: Env): readonly string[] {
  return namesIn(text).flatMap((name) => env(name) ?? []);
}

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** The names that the text takes from the environment. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(reference)].map((match) => match[1] ?? "");
}
