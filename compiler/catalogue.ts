import * as bind from "./diagnostics/bind.ts";
import * as compatibility from "./diagnostics/compatibility.ts";
import * as decode from "./diagnostics/decode.ts";
import type { DiagnosticSpec } from "./diagnostics/define.ts";
import * as documents from "./diagnostics/documents.ts";
import * as expr from "./diagnostics/expr.ts";
import * as policy from "./diagnostics/policy.ts";
import * as suppress from "./diagnostics/suppress.ts";
import * as template from "./diagnostics/template.ts";
import * as types from "./diagnostics/types.ts";
import * as yaml from "./diagnostics/yaml.ts";
import { rules } from "./rules/index.ts";
import { quietRules } from "./rules/quiet.ts";

/** Everything that can be said of a document, by code. Whatever a stage or a rule declares is in it. */
export const catalogue: readonly DiagnosticSpec[] = [
  ...[yaml, compatibility, decode, bind, expr, suppress, template, types, policy, documents].flatMap((module) => Object.values(module).filter(isSpec)),
  ...[...rules, ...quietRules].flatMap((rule) => rule.reports),
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** What `codeOrSlug` stands for, whatever its case. */
export function explain(codeOrSlug: string): DiagnosticSpec | undefined {
  const wanted = codeOrSlug.trim().toLowerCase();
  return catalogue.find(({ code, slug }) => code.toLowerCase() === wanted || slug === wanted);
}

/** A module of specs may export types and words beside them. */
function isSpec(value: unknown): value is DiagnosticSpec {
  return typeof value === "object" && value !== null && "code" in value && "slug" in value;
}
