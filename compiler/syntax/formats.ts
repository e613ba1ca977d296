import type { TextFormat } from "../../schemas/field.ts";

/** Names that no part of a document may have: they are doors into JavaScript's objects. */
export const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export const slugPattern = /^[a-z0-9][a-z0-9_-]*$/;
export const identifierPattern = /^[A-Za-z_][A-Za-z0-9_]*$/;
export const maxSlugLength = 128;

/** Source: the grammar of <https://semver.org/#semantic-versioning-specification-semver>. */
export const semverPattern =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

interface Rule {
  readonly fits: (text: string) => boolean;
  /** How the sentence "'x' …" goes on for a text that does not fit. */
  readonly broken: string;
  readonly suggest?: (text: string) => string;
}

const rules: { readonly [F in TextFormat]: Rule } = {
  slug: {
    fits: (text) => slugPattern.test(text) && text.length <= maxSlugLength,
    broken: `must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most ${maxSlugLength}`,
    suggest: slugOf,
  },
  identifier: {
    fits: (text) => identifierPattern.test(text),
    broken: "must begin with a letter or '_' and hold only letters, digits and '_'",
    suggest: (text) => text.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d)/, "_"),
  },
  semver: { fits: (text) => semverPattern.test(text), broken: "is not a semantic version" },
  path: {
    fits: (text) => text !== "" && !/^(?:[/~\\]|[A-Za-z]:|[a-z]+:\/\/)/.test(text) && !text.split(/[/\\]/).includes("..") && !/%2e/i.test(text),
    broken: "must be a path inside the project, relative to the document",
  },
  url: { fits: (text) => /^https?:\/\/\S+$/.test(text) || /\$\{\w+\}/.test(text), broken: "must be an absolute http or https address" },
  glob: { fits: (text) => text.trim() !== "", broken: "must not be empty" },
  scope: { fits: (text) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(text), broken: "must be an OAuth scope without spaces" },
  module: { fits: (text) => text.trim() !== "", broken: "must not be empty" },
};

/** The rule a text of this format keeps. */
export function formatRule(format: TextFormat): Rule {
  return rules[format];
}

function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[-_]+|-+$/g, "")
    .slice(0, maxSlugLength);
}
