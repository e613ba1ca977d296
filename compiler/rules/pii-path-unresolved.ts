import { describeType } from "../../schemas/type.ts";
import type { Around } from "../bind/bound.ts";
import { stateType } from "../check/roots.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import { guessAmong } from "../syntax/guess.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";
import { missingStep, pathSteps } from "./json-path.ts";
import type { NodeRule } from "./rule.ts";

const piiPathUnresolved = diagnostic<{ path: string; name: string; in: string; nearest: string | undefined }>({
  code: "JJ6016",
  slug: "pii-path-unresolved",
  severity: "error",
  message: (p) => `'${p.path}' leads nowhere: ${p.in} has no '${p.name}'`,
  help: (p) => (p.nearest !== undefined ? `did you mean '${p.nearest}'?` : "name a key that 'state_schema' declares, or remove the path"),
  doc: `A path that leads nowhere protects nothing: the value it was meant for stands in the audit log as it is. \`$\` is the state.

\`\`\`yaml
workflow:
  state_schema: {email: str}
  data_policy:
    pii_fields: ["$.emial"]     # bad: no key is called so
\`\`\``,
});

/** What is declared as personal data exists. */
export const piiPathUnresolvedRule: NodeRule = {
  of: "node",
  reports: [piiPathUnresolved],
  check: ({ bound }, around) => problemsIn(bound.ast.members, around),
  checkAround: (around) => [around.ast.header, around.ast.file].flatMap((members) => problemsIn(members, around)),
};

function problemsIn(members: Members, around: Around): readonly Diagnostic[] {
  return findAll(piiPaths(members), (part) => problemOf(around, part));
}

const nothing: readonly never[] = [];

function piiPaths(members: Members): readonly PartOf<"text">[] {
  const policy = memberOf(members, "data_policy", "object");
  const paths = policy && memberOf(policy.members, "pii_fields", "list");
  return paths?.items.filter((item) => item.shape === "text") ?? nothing;
}

function problemOf(bound: Around, { value: path, span }: PartOf<"text">): readonly Diagnostic[] {
  const steps = pathSteps(path);
  const missing = missingStep(stateType(bound), steps);
  if (missing === undefined) return [];
  const { name, at, start, end } = missing;
  const known = at.kind === "record" ? guessAmong(Object.keys(at.fields))(name) : undefined;
  const near = known === undefined ? undefined : `${path.slice(0, start)}${path.slice(start, end).replace(name, () => known)}${path.slice(end)}`;
  const holder = start <= 2 ? "the state" : describeType(at).slice(0, 60);
  return [report(piiPathUnresolved, span, { path, name, in: holder, nearest: near }, { fixes: replacing(bound, span, near) })];
}

function replacing({ ast: { source, blocks } }: Around, span: PartOf<"text">["span"], text: string | undefined): Diagnostic["fixes"] {
  if (text === undefined) return [];
  const isQuoted = /["']/.test(source.text[blocks.absolute(span).start] ?? "");
  return [{ title: `change it to '${text}'`, safety: "unsafe", edits: [{ span, text: isQuoted || /[[\]'"*]/.test(text) ? JSON.stringify(text) : text }] }];
}
