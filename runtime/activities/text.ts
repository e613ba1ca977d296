import type { Json } from "../../schemas/json.ts";

/** Deeper data than this is refused: everything behind it may recurse. */
const deepestJson = 200;

/** The data that a text from outside holds, or `undefined` if it is not JSON or is nested too deeply. */
export function parseJson(text: string): { readonly value: Json } | undefined {
  let value: Json;
  try {
    // JSON.parse makes `__proto__` an own property, so nothing inherited changes.
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  return isShallow(value) ? { value } : undefined;
}

function isShallow(value: Json): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson) return false;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return true;
}

/** At most `limit` characters of a text on one line, without control characters: fit for a message. */
export function excerpt(text: string, limit = 300): string {
  const line = text.slice(0, limit * 4).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** The text without the secrets that it repeats; secrets of less than six characters would strike innocent words. */
export function redact(text: string, secrets: Iterable<string>): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 6) clean = clean.replaceAll(secret, "***");
  return clean;
}
