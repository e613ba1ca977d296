import { policyBlockFields, policyRuleFields, type PolicyAction } from "../../schemas/policy-file.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { Located } from "../../schemas/span.ts";
import { mutuallyExclusive } from "../diagnostics/decode.ts";
import { report, type Diagnostic, type Staged } from "../diagnostics/define.ts";
import { fileLimits } from "../diagnostics/yaml.ts";
import { blockTable, type SourceText } from "../source/text.ts";
import { readMembers, type ObjectPlace } from "./decode.ts";
import { memberOf, type Members, type Part } from "./part.ts";
import { readerOf } from "./reader.ts";
import type { YamlMapping } from "./tree.ts";

/** A policy document as written. */
export interface PolicyAst {
  /** Those that could be read, in the order of the text. */
  readonly rules: readonly RuleAst[];
  /** What is to be enforced, if nothing is wrong with the document. */
  readonly policy: ProjectPolicy;
}

export interface RuleAst {
  readonly match: Located<string>;
  readonly action: PolicyAction;
}

/** Each call is held against the rules one by one. */
const mostRules = 1_000;

/** The AST of a mapping that was recognised as a policy. */
export function decodePolicy(source: SourceText, root: YamlMapping): Staged<PolicyAst> {
  const found: Diagnostic[] = [];
  const reader = readerOf({ id: "", start: 0, end: source.text.length }, blockTable(source.text.length), found);
  const place: ObjectPlace = { label: "a policy", at: root.entries[0]?.key ?? root };
  const block = root.entries.find(({ name }) => name === "policy");
  const holdsBlock = block !== undefined && !root.entries.some(({ name }) => name === "rules");
  const members = readMembers(reader, holdsBlock ? policyBlockFields : policyRuleFields, [], root, {
    ...place,
    stranger: (_, entry) => {
      if (entry === block) reader.say(mutuallyExclusive, entry.key, { keys: ["policy", "rules"], where: "one file" });
      return entry === block;
    },
  });
  if (holdsBlock) return { value: { rules: [], policy: blockIn(members) }, diagnostics: found };

  const list = memberOf(members, "rules", "list");
  if (list !== undefined && list.items.length > mostRules) {
    found.push(report(fileLimits, list.span, { limit: "rules", number: mostRules }));
    return { value: { rules: [], policy: {} }, diagnostics: found };
  }
  const rules = (list?.items ?? []).flatMap(ruleIn);
  return { value: { rules, policy: { rules: rules.map(({ match, action }) => ({ match: match.value, action })) } }, diagnostics: found };
}

function ruleIn(part: Part): readonly RuleAst[] {
  if (part.shape !== "object") return [];
  const match = memberOf(part.members, "match", "text");
  const action = memberOf(part.members, "action", "choice");
  // The declaration lists the actions, and nothing else was read as one.
  return match === undefined || action === undefined ? [] : [{ match: { value: match.value, span: match.span }, action: action.value as PolicyAction }];
}

function blockIn(members: Members): ProjectPolicy {
  const lists = Object.entries(memberOf(members, "policy", "object")?.members ?? {});
  return Object.fromEntries(lists.map(([name, { part }]) => [name, part.shape === "list" ? part.items.flatMap((item) => (item.shape === "text" ? [item.value] : [])) : []]));
}
