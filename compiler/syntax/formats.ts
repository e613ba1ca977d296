import type { TextFormat } from "../../schemas/field.ts";
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
  identifier: (text) => text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_"),
};

const rules = new Map<TextFormat, Rule>();

/** The rule a text of this format keeps. */
export function formatRule(format: TextFormat): Rule {
  const known = rules.get(format);
  if (known !== undefined) return known;
  const { pattern, broken } = textFormats[format];
  const expression = new RegExp(pattern);
  const suggest = suggestions[format];
  const rule: Rule = { fits: (text) => expression.test(text), broken, ...(suggest === undefined ? {} : { suggest }) };
  rules.set(format, rule);
  return rule;
}

function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, maxSlugLength);
}
