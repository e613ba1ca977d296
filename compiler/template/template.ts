import type { Checked } from "../expr/expression.ts";
import type { ExprEnv } from "../expr/env.ts";
import type { Locate, Problem } from "../expr/problem.ts";
import type { Read } from "../expr/reads.ts";
import type { Code, TemplatePart } from "./ast.ts";
import { types } from "../../schemas/type.ts";
import { memoByText } from "../expr/memo.ts";
import { compact } from "../source/compact.ts";
import { isSound, reportProblems, sortProblems } from "../expr/problem.ts";
import { emptyScope } from "../expr/reads.ts";
import { checkParts, typeOfCode } from "./check.ts";
import { parseParts } from "./parse.ts";
import { collectReads } from "./reads.ts";

/** What one text says as a template. It knows no file and may be shared by all places with this text. */
export interface ParsedTemplate {
  readonly text: string;
  readonly parts: readonly TemplatePart[];
  /** The code of a text that is exactly one `{{ … }}`: its value keeps its type. All other templates give text. */
  readonly passthrough: Code | undefined;
  /** Some part of it is chosen or repeated: it stands in an `{% if %}` or a `{% for %}`. */
  readonly hasBlocks: boolean;
  readonly problems: readonly Problem[];
  /** No error was found: the template can be lowered once it is checked. */
  readonly isWhole: boolean;
}

/** So many complaints of one text are enough to begin with. */
const maxProblems = 100;

/** Parses one template. Never throws and never gives up: what is not understood is left out, with a problem. */
export const parseTemplate: (text: string) => ParsedTemplate = memoByText(128, (text) => {
  const { parts: all, problems } = parseParts(text);
  const parts = compact(all);
  const [only] = parts;
  const isExact = only?.part === "out" && only.start === 0 && only.end === text.length;
  const told = sortProblems(problems).slice(0, maxProblems);
  const hasBlocks = parts.some(({ part }) => part === "if" || part === "for");
  return { text, parts, passthrough: isExact ? only.of : undefined, hasBlocks, problems: compact(told), isWhole: isSound(problems) };
});

/** The type of a template's value where names mean what `env` says, and all that is wrong with it, parsing included. */
export function checkTemplate({ parts, passthrough, problems }: ParsedTemplate, env: ExprEnv, locate: Locate): Checked {
  const found = [...problems];
  const type = passthrough === undefined ? types.str : typeOfCode(passthrough, env, found);
  if (passthrough === undefined) checkParts(parts, env, found);
  return { type, diagnostics: reportProblems(sortProblems(found), locate) };
}

/** All reads of roots in a template, in the order of the text. */
export function readsOfTemplate({ parts }: ParsedTemplate): readonly Read[] {
  const found: Read[] = [];
  collectReads(parts, emptyScope, found);
  return compact(found);
}
