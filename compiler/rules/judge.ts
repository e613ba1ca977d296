import { unreachable } from "../../schemas/bug.ts";
import type { Around } from "../bind/bound.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { Range } from "../source/text.ts";
import type { Span } from "../../schemas/span.ts";
import type { NodeRule, Rule } from "./rule.ts";

/** What rules say of a workflow, by what they judge. */
export interface Sayings {
  readonly ofWorkflow: readonly Diagnostic[];
  /** One list for each node; the same one for all of which nothing is said. */
  readonly ofNodes: readonly (readonly Diagnostic[])[];
  readonly ofText: readonly Diagnostic[];
}

const nothing: readonly Diagnostic[] = [];

/** What `rules` say of a workflow. */
export function judgeBy(rules: readonly Rule[], typed: TypedWorkflow): Sayings {
  const { ast } = typed.bound;
  const nodeRules = nodeRulesIn(rules);
  return { ofWorkflow: judgeWorkflow(rules, typed), ofNodes: typed.nodes.map((node) => judgeNode(nodeRules, node, typed.bound)), ofText: judgeText(rules, ast.source.text, ast.blocks.relative) };
}

/** What `rules` say of a workflow as a whole. */
export function judgeWorkflow(rules: readonly Rule[], typed: TypedWorkflow): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    switch (rule.of) {
      case "workflow": return rule.check(typed);
      case "node": return rule.checkAround?.(typed.bound) ?? nothing;
      case "text": return nothing;
      default: return unreachable(rule, "judgeWorkflow");
    }
  });
}

/** Those of `rules` that judge nodes by themselves. */
export function nodeRulesIn(rules: readonly Rule[]): readonly NodeRule[] {
  return rules.filter((rule) => rule.of === "node");
}

/** What `rules` say of one node. */
export function judgeNode(rules: readonly NodeRule[], node: TypedNode, around: Around): readonly Diagnostic[] {
  let found: Diagnostic[] | undefined;
  for (const rule of rules) for (const each of rule.check(node, around)) (found ??= []).push(each);
  return found ?? nothing;
}

/** What `rules` say of the characters of a text, or of a part of one that consists of whole lines. */
export function judgeText(rules: readonly Rule[], text: string, spanOf: (range: Range) => Span): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) if (rule.of === "text") for (const each of rule.check(text, spanOf)) found.push(each);
  return found;
}

/** All of it in one list. */
export function sayingsOf({ ofWorkflow, ofNodes, ofText }: Sayings): readonly Diagnostic[] {
  return [...ofWorkflow, ...inOneList(ofNodes), ...ofText];
}

/** The findings of all nodes; of most there is none. */
export function inOneList(lists: readonly (readonly Diagnostic[])[]): readonly Diagnostic[] {
  const all: Diagnostic[] = [];
  for (let index = 0; index < lists.length; index += 1) {
    const list = lists[index] as readonly Diagnostic[];
    for (let at = 0; at < list.length; at += 1) all.push(list[at] as Diagnostic);
  }
  return all;
}
