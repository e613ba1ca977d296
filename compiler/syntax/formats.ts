import type { TextFormat } from "../../schemas/field.ts";
import { connectionHeaders } from "../../schemas/http-request.ts";
import { maxSlugLength, textFormats } from "../../schemas/text-format.ts";

interface Rule {
  readonly fits: (text: string) => boolean;
  /** How the sentence "'x' …" goes on for a text that does not fit. */
  readonly broken: string;
  readonly suggest?: (text: string) => string;
}

const suggestions: { readonly [F in TextFormat]?: (text: string) => string } = {
  slug: slugOf,
  statePath: (text) => (/^[\w.]+$/.test(text) ? `$.${text}` : text),
  // A key of the state may be written as it is read: with braces, and by its root.
  identifier: (text) => unaccented(text).replace(/^[{\s]*state\.|[}\s]+$/g, "").replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_"),
};

/** Texts that fit for certain, of formats whose patterns take long to be made ready. */
const certain: { readonly [F in TextFormat]?: (text: string) => boolean } = {
  semver: (text) => {
    const parts = text.split(".");
    return parts.length === 3 && parts.every((part) => Number.isSafeInteger(Number(part)) && String(Math.abs(Number(part))) === part);
  },
  header: (text) => isLettersAndHyphens(text) && !connectionHeaders.has(text.toLowerCase()),
};

const rules = new Map<TextFormat, Rule>();

/** The rule a text of this format keeps. */
export function formatRule(format: TextFormat): Rule {
  const known = rules.get(format);
  if (known !== undefined) return known;
  const spec = textFormats[format];
  const isCertain = certain[format];
  let expression: RegExp | undefined;
  const fits = (text: string): boolean => isCertain?.(text) === true || (expression ??= new RegExp(spec.pattern)).test(text);
  const suggest = suggestions[format];
  const rule: Rule = { fits, broken: spec.broken, ...(suggest === undefined ? {} : { suggest }) };
  rules.set(format, rule);
  return rule;
}

function unaccented(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").replaceAll("ß", "ss");
}

function slugOf(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, maxSlugLength);
}

function isLettersAndHyphens(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const small = text.charCodeAt(at) | 0x20;
    if (!((small >= 0x61 && small <= 0x7a) || text.charAt(at) === "-")) return false;
  }
  return text !== "";
}
