import type { TextFormat } from "./field.ts";
import { headerNamePattern } from "./http-request.ts";

/** What a text of a format must look like, as a pattern that every consumer shares: decoder, JSON Schema, pages. */
interface FormatSpec {
  /** The source of a regular expression that means the same with and without the `u` flag. */
  readonly pattern: string;
  /** How the sentence "'x' …" goes on for a text that does not fit. */
  readonly broken: string;
}

/** The longest slug, in characters. */
export const maxSlugLength = 128;

/** A Python class by its import path: the package and module, and the class. */
export const pythonClass = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*):([A-Za-z_]\w*)$/;

/** A Python module by its import path; what ends as scripts do is a file. */
export function isPythonModule(text: string): boolean {
  return pythonModule.test(text);
}

const pythonModule = /^(?![\s\S]*\.[cm]?[jt]sx?$)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

const projectPath = "^(?![/~\\\\]|[A-Za-z]:|[a-z]+://)(?!(?:[\\s\\S]*[/\\\\])?\\.\\.(?:[/\\\\]|$))(?![\\s\\S]*%2[eE])[\\s\\S]+$";

const semverPart = "(?:0|[1-9]\\d*)";
const semverLabel = "(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)";

// Of a JSONPath, by the grammar of RFC 9535; what stands in brackets is held to their being closed.
const memberName = "(?:[A-Za-z_]|[^\\x00-\\x7f])(?:[\\w-]|[^\\x00-\\x7f])*";
const inBrackets = `[^\\[\\]'"]|'(?:[^'\\\\]|\\\\[\\s\\S])*'|"(?:[^"\\\\]|\\\\[\\s\\S])*"`;

export const textFormats = {
  slug: {
    pattern: `^[a-z0-9][a-z0-9_-]{0,${maxSlugLength - 1}}$`,
    broken: `must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most ${maxSlugLength}`,
  },
  identifier: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$", broken: "must begin with a letter or '_' and hold only letters, digits and '_'" },
  // Source: the grammar of <https://semver.org/#semantic-versioning-specification-semver>.
  semver: {
    pattern: `^${semverPart}\\.${semverPart}\\.${semverPart}(?:-${semverLabel}(?:\\.${semverLabel})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
    broken: "is not a semantic version",
  },
  path: {
    pattern: projectPath,
    broken: "must be a path inside the project, relative to the document",
  },
  url: { pattern: "^https?://\\S+$|\\$\\{\\w+\\}", broken: "must be an absolute http or https address" },
  host: { pattern: "^(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(?::\\d{1,5})?$|\\$\\{\\w+\\}", broken: "must be a host such as 'localhost' or 'localhost:8080'" },
  date: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$", broken: "must be a date such as 2026-11-21" },
  glob: { pattern: "\\S", broken: "must not be empty" },
  scope: { pattern: "^[\\x21\\x23-\\x5b\\x5d-\\x7e]+$", broken: "must be an OAuth scope without spaces" },
  module: { pattern: `${pythonClass.source}|${projectPath}`, broken: "must be a path inside the project, or a Python class as 'package.module:Class'" },
  functions: { pattern: `${pythonModule.source}|${projectPath}`, broken: "must be a path inside the project, or a Python module as 'package.module'" },
  statePath: { pattern: `^\\$(?:\\.\\.?(?:\\*|${memberName})|(?:\\.\\.)?\\[(?:${inBrackets}|\\[(?:${inBrackets})*\\])+\\])*$`, broken: "must be a JSONPath from '$', which is the state, as '$.email' is or '$.orders[*].street'" },
  /** The name of a secret, never the secret. */
  secret: { pattern: "^\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}$", broken: "must be a reference such as '${NAME}'" },
  header: {
    // Made when a header is looked at: it takes longer than all other formats together.
    get pattern() {
      return headerNamePattern();
    },
    broken: "must be the name of a header: letters, digits and '-', and none of those that belong to the connection, such as 'Host' and 'Content-Length'",
  },
} as const satisfies { readonly [F in TextFormat]: FormatSpec };

/** Names that no part of a document may have: they are doors into JavaScript's objects. */
export const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Names of things that are declared elsewhere, such as a server or an argument: not forbidden. */
export const safeNamePattern = `^(?!(?:${[...forbiddenNames].join("|")})$)`;

/** Names an author may give: not forbidden, and not the compiler's. */
export const freeNamePattern = "^(?!__|(?:constructor|prototype)$)";

/** Whether the keys of this format are names that the author gives, rather than takes from elsewhere. */
export function areGiven(format: TextFormat | undefined): boolean {
  return format !== undefined && format !== "header";
}

/** Words that a target may hold instead of a node's id, so that no node may be called so. */
export const targetWords = ["pause", "fail"] as const;
