import type { Json } from "../../schemas/json.ts";

/** What a text of a format looks like, where all who check it agree on that, and what to call it. Source: JSON Schema 2020-12, section 7.3. */
const formats: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ["date", [/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "a date such as 2026-01-31"]],
  ["date-time", [/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/, "a time such as 2026-01-31T12:00:00Z"]],
  ["email", [/^[^\s@]+@[^\s@]+$/, "an address such as ada@example.com"]],
  ["uri", [/^[A-Za-z][A-Za-z0-9+.-]*:\S*$/, "an address such as https://example.com/"]],
  ["uuid", [/^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/, "a UUID"]],
  ["ipv4", [/^\d{1,3}(?:\.\d{1,3}){3}$/, "an address such as 192.0.2.1"]],
]);

/** What a text would have to be, where it is not of the format that its JSON Schema names: goes on behind "must be". Few formats are known. */
export function formatMisfit(value: Json, format: Json | undefined): string | undefined {
  if (typeof value !== "string" || typeof format !== "string") return undefined;
  const [pattern, words] = formats.get(format) ?? [];
  return pattern === undefined || pattern.test(value) ? undefined : words;
}
