import type { Around } from "../bind/bound.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";
import { textReads } from "../taint/text-reads.ts";
import type { TypedNode, TypedSite } from "../check/typed.ts";
import { pathSteps } from "./json-path.ts";
import type { NodeRule } from "./rule.ts";

const piiUnmaskedSink = diagnostic<{ path: string; place: string; node: string }>({
  code: "JJ6015",
  slug: "pii-unmasked-sink",
  severity: "warning",
  quiet: true,
  message: (p) => `'state.${p.path}' is personal data, and '${p.place}' of '${p.node}' hands it on as it is`,
  help: () => "leave it out, or say above the line why it may go there: '# jamjet-ignore JJ6015: …'",
  doc: `\`pii_fields\` masks personal data in logs and reports, and nowhere else: a prompt, a request and the arguments of a tool hold the
real value, and whoever is behind them reads it. Often that is what a workflow is for, so only a project that asks for it is told, and each
place that may have the data says why.

\`\`\`yaml
workflow:
  data_policy: {pii_fields: ["$.ssn"]}
nodes:
  answer:
    type: model
    prompt: "{{ state.question }} ({{ state.ssn }})"     # bad: the model's provider reads it
\`\`\``,
});

/** What is declared as personal data stays in the state, where a project wants that. */
export const piiUnmaskedSinkRule: NodeRule = {
  of: "node",
  reports: [piiUnmaskedSink],
  check: (node, around) => {
    if (node.bound.spec?.role !== "activity") return [];
    const paths = [around.ast.header, around.ast.file, node.bound.ast.members].flatMap(personalIn);
    return paths.length === 0 ? [] : node.sites.flatMap((site) => handedOn(node, site, paths));
  },
};

/** A path to personal data: the names it begins with. */
interface Personal {
  readonly names: readonly string[];
  readonly part: PartOf<"text">;
}

function personalIn(members: Members | Around["ast"]["header"]): readonly Personal[] {
  const policy = memberOf(members, "data_policy", "object");
  const paths = policy && memberOf(policy.members, "pii_fields", "list");
  return (paths?.items ?? []).flatMap((part) => {
    if (part.shape !== "text") return [];
    const steps = pathSteps(part.value);
    const plain = steps.findIndex((step) => step.to !== "name");
    const names = steps.slice(0, plain < 0 ? steps.length : plain).flatMap((step) => (step.to === "name" ? [step.name] : []));
    return names.length === 0 ? [] : [{ names, part }];
  });
}

function handedOn({ bound }: TypedNode, { site, code }: TypedSite, paths: readonly Personal[]): readonly Diagnostic[] {
  if (site.as !== "template") return [];
  const [place = ""] = site.path.split(".").filter((step) => !/^\d+$/.test(step)).slice(-1);
  return textReads(code).flatMap(({ read: { root, path, start, end } }) => {
    const personal = root === "state" ? paths.find(({ names }) => names.every((name, index) => path[index] === undefined || path[index] === name)) : undefined;
    if (personal === undefined) return [];
    const related = [{ span: personal.part.span, message: "it is declared here" }];
    return [report(piiUnmaskedSink, site.text.locate(start, end), { path: path.join("."), place, node: bound.ast.id.value }, { related })];
  });
}
