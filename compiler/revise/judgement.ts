import { bindWorkflow, reboundWorkflow } from "../bind/bind.ts";
import type { BoundWorkflow, ProjectView } from "../bind/bound.ts";
import { checkWorkflow, retypedNode } from "../check/check.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic, Staged } from "../diagnostics/define.ts";
import { judgeBy, judgeNode, judgeText, nodeRulesIn, sayingsOf, type Sayings } from "../rules/judge.ts";
import type { Rule } from "../rules/rule.ts";
import { changedBlock, type ChangedNode, type WorkflowReading } from "../syntax/blocks.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";
import { movedFindings, movesOf, type Moves } from "./moves.ts";
import { isSameMeaning } from "./same-meaning.ts";

/** What is judged: a workflow in its project, by these rules. */
export interface Subject {
  readonly ast: WorkflowAst;
  /** How it was read, where it was read block by block. */
  readonly reading: WorkflowReading | undefined;
  readonly project: ProjectView;
  readonly rules: readonly Rule[];
}

/**
 * All that the stages behind its syntax say of one version of a workflow.
 *
 * J1. What is said is a function of the subject: what was judged before saves work, and changes nothing.
 * J2. Where one block alone has changed, and means what it meant, no fact of the workflow is another one. Then only that
 *     node is judged, and all else that was said stands where the change has moved it.
 */
export interface Judgement {
  readonly subject: Subject;
  readonly bound: Staged<BoundWorkflow>;
  readonly typed: TypedWorkflow;
  /** What is wrong with the code of each node. */
  readonly ofCode: readonly (readonly Diagnostic[])[];
  readonly sayings: Sayings;
  /** Some node starts another workflow. */
  readonly hasChildren: boolean;
}

/** The judgement of `subject`; of `before` it takes over what is still true. */
export function judgementOf(subject: Subject, before?: Judgement): Judgement {
  return (before && revised(before, subject)) ?? judged(subject);
}

/** Everything that a judgement says. */
export function findingsOf({ bound, ofCode, sayings }: Judgement): readonly Diagnostic[] {
  const all = [...bound.diagnostics];
  for (const found of ofCode) for (const each of found) all.push(each);
  for (const each of sayingsOf(sayings)) all.push(each);
  return all;
}

function judged(subject: Subject): Judgement {
  const bound = bindWorkflow(subject.ast, subject.project);
  const { value: typed, byNode } = checkWorkflow(bound.value);
  return { subject, bound, typed, ofCode: byNode, sayings: judgeBy(subject.rules, typed), hasChildren: typed.bound.nodes.some(({ spec }) => spec?.traits.child !== undefined) };
}

/** J2. */
function revised(before: Judgement, subject: Subject): Judgement | undefined {
  const { ast, project, rules } = subject;
  if (before.subject.project !== project || before.subject.rules !== rules) return undefined;
  const change = before.subject.reading && subject.reading && changedBlock(before.subject.reading, subject.reading);
  const index = change && before.subject.ast.nodes.indexOf(change.old);
  const moves = change && movesOf(change);
  if (change === undefined || index === undefined || moves === undefined || ast.nodes[index] !== change.now || !isSameMeaning(change.old, change.now, moves)) return undefined;

  const value = reboundWorkflow(before.bound.value, ast, index);
  const diagnostics = movedFindings(before.bound.diagnostics, moves);
  const ofCode = movedLists(before.ofCode, index, moves);
  if (value === undefined || diagnostics === undefined || ofCode === undefined) return undefined;
  const node = retypedNode(before.typed.nodes[index] as TypedNode, value.nodes[index] as TypedNode["bound"], value);
  const typed: TypedWorkflow = { bound: value, nodes: before.typed.nodes.with(index, node.value) };
  const sayings = revisedSayings(before.sayings, { subject, typed, index, moves, change });
  return sayings && { ...before, subject, bound: { value, diagnostics }, typed, ofCode: ofCode.with(index, node.diagnostics), sayings };
}

interface Revision {
  readonly subject: Subject;
  readonly typed: TypedWorkflow;
  readonly index: number;
  readonly moves: Moves;
  readonly change: ChangedNode;
}

function revisedSayings(before: Sayings, { subject: { rules }, typed, index, moves, change }: Revision): Sayings | undefined {
  const { ast } = typed.bound;
  const { id, start, before: old, after } = change;
  const isInBlock = ({ span }: Diagnostic): boolean => span.block === id || (span.block === "" && span.start >= start && span.end <= start + old.length);
  const ofWorkflow = movedFindings(before.ofWorkflow, moves);
  const ofNodes = movedLists(before.ofNodes, index, moves);
  const ofRest = movedFindings(before.ofText.filter((each) => !isInBlock(each)), moves);
  if (ofWorkflow === undefined || ofNodes === undefined || ofRest === undefined) return undefined;
  const node = judgeNode(nodeRulesIn(rules), typed.nodes[index] as TypedNode, typed.bound);
  const ofBlock = judgeText(rules, after, (range) => ast.blocks.relative({ start: range.start + start, end: range.end + start }));
  return { ofWorkflow, ofNodes: ofNodes.with(index, node), ofText: [...ofRest, ...ofBlock] };
}

/** The lists of all nodes but that at `index`, moved. */
function movedLists(lists: readonly (readonly Diagnostic[])[], index: number, moves: Moves): readonly (readonly Diagnostic[])[] | undefined {
  let all: (readonly Diagnostic[])[] | undefined;
  for (let at = 0; at < lists.length; at += 1) {
    const list = lists[at] as readonly Diagnostic[];
    const now = at === index || list.length === 0 ? list : movedFindings(list, moves);
    if (now === undefined) return undefined;
    if (now !== list) (all ??= [...lists])[at] = now;
  }
  return all ?? lists;
}
