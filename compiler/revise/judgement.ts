import { bindingOf, findingsOfBinding, reworded, type Binding } from "../bind/bind.ts";
import type { BoundNode, ProjectView } from "../bind/bound.ts";
import { checkWorkflow, retypedNode } from "../check/check.ts";
import type { PathFacts } from "../check/path-facts.ts";
import { gathered, takeOver } from "../check/gathered.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import { inOneList, judgeBy, judgeNode, judgeText, judgeWorkflow, nodeRulesIn, sayingsOf, type Sayings } from "../rules/judge.ts";
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
 * J3. Where it means something else, but no name does, nodes are bound and judged anew that read otherwise, or come to run with
 *     other things known; graph, flow and what is said of the whole are made again.
 */
export interface Judgement {
  readonly subject: Subject;
  readonly binding: Binding;
  readonly typed: TypedWorkflow;
  readonly facts: PathFacts;
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
export function findingsOf({ binding, ofCode, sayings }: Judgement): readonly Diagnostic[] {
  return [...findingsOfBinding(binding), ...inOneList(ofCode), ...sayingsOf(sayings)];
}

function judged(subject: Subject): Judgement {
  const binding = bindingOf(subject.ast, subject.project);
  const { value: typed, byNode, facts } = checkWorkflow(binding.value);
  return { subject, binding, typed, facts, ofCode: byNode, sayings: judgeBy(subject.rules, typed), hasChildren: startsOthers(typed) };
}

/** A judgement whose subject is another one now, by the text of one node. */
interface Revision {
  readonly before: Judgement;
  readonly subject: Subject;
  readonly change: ChangedNode;
  /** The node, by its place among all. */
  readonly index: number;
  readonly moves: Moves;
}

function revised(before: Judgement, subject: Subject): Judgement | undefined {
  const { ast, reading, project, rules } = subject;
  const change = before.subject.reading && reading && changedBlock(before.subject.reading, reading);
  if (change === undefined || before.subject.project !== project || before.subject.rules !== rules) return undefined;
  const index = before.subject.ast.nodes.indexOf(change.old);
  const moves = movesOf(change);
  if (index === -1 || ast.nodes[index] !== change.now || !isInPlace(before.binding, index, moves)) return undefined;
  const revision = { before, subject, change, index, moves };
  const isAsWhole = before.subject.ast.damaged === ast.damaged;
  return isAsWhole && isSameMeaning(change.old, change.now, moves) ? revisedWords(revision) : revisedMeaning(revision);
}

/** What was said of names stays where it is, but for those of the node itself. */
function isInPlace({ ofNames, drafts }: Binding, index: number, moves: Moves): boolean {
  for (let at = 0; at < drafts.length; at += 1) {
    const { found } = drafts[at] as Binding["drafts"][number];
    if (found.length > 0 && at !== index && movedFindings(found, moves) !== found) return false;
  }
  return movedFindings(ofNames, moves) === ofNames;
}

/** J2. */
function revisedWords(revision: Revision): Judgement | undefined {
  const { before, subject, index, moves } = revision;
  const binding = reworded(before.binding, subject.ast, index);
  const ofGraph = movedFindings(before.binding.ofGraph, moves);
  const ofWorkflow = movedFindings(before.sayings.ofWorkflow, moves);
  const ofCode = movedLists(before.ofCode, index, moves);
  if (binding === undefined || ofGraph === undefined || ofWorkflow === undefined || ofCode === undefined) return undefined;
  const node = retypedNode(before.typed.nodes[index] as TypedNode, binding.value.nodes[index] as BoundNode, binding.value);
  const typed: TypedWorkflow = { bound: binding.value, nodes: before.typed.nodes.with(index, node.value) };
  takeOver(before.typed, typed);
  const parts = revisedParts(revision, typed);
  return parts && { ...before, subject, binding: { ...binding, ofGraph }, typed, ofCode: ofCode.with(index, node.diagnostics), sayings: { ofWorkflow, ...parts } };
}

/** J3. */
function revisedMeaning(revision: Revision): Judgement | undefined {
  const { before, subject, index, moves } = revision;
  const binding = bindingOf(subject.ast, subject.project, before.binding);
  if (binding.names.keys !== before.binding.names.keys) return undefined;
  const ofCode = movedLists(before.ofCode, index, moves);
  if (ofCode === undefined) return undefined;
  const { value: typed, byNode, facts } = checkWorkflow(binding.value, { typed: before.typed, byNode: ofCode, facts: before.facts });
  takeOver(before.typed, typed);
  const parts = revisedParts(revision, typed);
  return parts && { subject, binding, typed, facts, ofCode: byNode, sayings: { ofWorkflow: judgeWorkflow(subject.rules, typed), ...parts }, hasChildren: startsOthers(typed) };
}

/** What is said of nodes by themselves and of texts: of nodes of which nothing else is known now, it is what was said. */
function revisedParts({ before, subject: { rules }, change, index, moves }: Revision, typed: TypedWorkflow): Omit<Sayings, "ofWorkflow"> | undefined {
  const { id, start, before: old, after } = change;
  const isInBlock = ({ span }: Diagnostic): boolean => span.block === id || (span.block === "" && span.start >= start && span.end <= start + old.length);
  const known = movedLists(before.sayings.ofNodes, index, moves);
  const ofRest = movedFindings(before.sayings.ofText.filter((each) => !isInBlock(each)), moves);
  if (known === undefined || ofRest === undefined) return undefined;
  const nodeRules = nodeRulesIn(rules);
  const ofNodes = [...known];
  for (let at = 0; at < ofNodes.length; at += 1) {
    const node = typed.nodes[at] as TypedNode;
    if (node !== before.typed.nodes[at]) ofNodes[at] = judgeNode(nodeRules, node, typed.bound);
  }
  const ofBlock = judgeText(rules, after, (range) => typed.bound.ast.blocks.relative({ start: range.start + start, end: range.end + start }));
  return { ofNodes, ofText: ofBlock.length === 0 ? ofRest : [...ofRest, ...ofBlock] };
}

function startsOthers(typed: TypedWorkflow): boolean {
  return gathered(typed, childStarted).length > 0;
}

function childStarted({ bound: { spec } }: TypedNode): readonly true[] {
  return spec?.traits.child === undefined ? [] : [true];
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
