import type { ProjectPolicy } from "../schemas/policy.ts";
import type { Program } from "../schemas/program.ts";
import { memberOf } from "./syntax/part.ts";
import type { BoundWorkflow, ProjectView } from "./bind/bound.ts";
import { eventFacts, inputFacts, type EventFact, type InputFact } from "./check/inputs.ts";
import { judgeChildren } from "./documents/children.ts";
import type { HeldWorkflow } from "./documents/held.ts";
import { judgeOther, type JudgedOther, type OtherFacts } from "./documents/judge.ts";
import { findingsOf, judgementOf, type Judgement } from "./revise/judgement.ts";
import { requireComplete, type TypedWorkflow } from "./check/typed.ts";
import type { Diagnostic, Staged, TextEdit } from "./diagnostics/define.ts";
import { emit, type Sha256 } from "./emit.ts";
import { inOrder } from "./in-order.ts";
import { unformatted } from "./format/unformatted.ts";
import { lower } from "./lower/index.ts";
import { costFacts, type CostFacts } from "./cost/facts.ts";
import { outlineOf, type Outline } from "./outline.ts";
import { createDb, input, query, type Db } from "./query.ts";
import { deadPolicyRules } from "./rules/dead-policy-rules.ts";
import { rules } from "./rules/index.ts";
import { allRules } from "./rules/quiet.ts";
import type { Rule } from "./rules/rule.ts";
import { partsOfReading, wholePart } from "./suppress/commented.ts";
import { ignoringEdit, suppressed, type Commented } from "./suppress/suppress.ts";
import { blockTable, type BlockTable, type SourceText } from "./source/text.ts";
import { decodePolicy, type PolicyAst } from "./syntax/policy.ts";
import { ignoreWord, isPrompt, otherIn, policyIn } from "./syntax/recognise.ts";
import { readBlocks, type WorkflowReading } from "./syntax/blocks.ts";
import { cutOf, editedSource, type TextChange } from "./syntax/cut.ts";
import { parseInParts, parseYaml } from "./syntax/yaml.ts";
import { defaultLimits, type Limits } from "./syntax/limits.ts";
import type { YamlTree } from "./syntax/tree.ts";
import { decodeWorkflow, type WorkflowAst } from "./syntax/workflow.ts";

/** What a document says about itself, for one line of output. */
export interface Summary {
  readonly id: string;
  readonly version: string;
  readonly nodes: number;
  /** Distinct ordered pairs of nodes that a target connects, the ends of parallel branches included. */
  readonly edges: number;
}

/** All that is known of one document. */
export interface Compiled {
  readonly source: SourceText;
  readonly blocks: BlockTable;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where there is an error. */
  readonly program: Program | undefined;
  /** Absent where the document is no workflow, or its id or version could not be read. */
  readonly summary: Summary | undefined;
  /** What a policy document says; absent where there is an error, and for every other document. */
  readonly policy: ProjectPolicy | undefined;
  /** What an agent, a fleet or a prompt says about itself; absent where there is an error, and for every other document. */
  readonly other?: OtherFacts;
}

/** What the shell knows of the project; a document without one stands alone. */
export interface WorkspaceSettings {
  readonly project?: ProjectView;
  readonly limits?: Limits;
  /** Names programs faster than what runs everywhere; both give the same. */
  readonly sha256?: () => Sha256;
}

/**
 * Documents and what is known of them, kept up to date by stages: a stage runs again only if what it reads has changed.
 * The command line and the language server hold the same thing.
 */
export interface Workspace {
  readonly setText: (source: SourceText) => void;
  /** Changes the text of a document that was set; what stands elsewhere in it is not looked at again. */
  readonly edit: (uri: string, change: TextChange) => void;
  readonly remove: (uri: string) => void;
  readonly setProject: (uri: string, project: ProjectView) => void;
  /** The judgement of a document; undefined for one that was never set. */
  readonly compiled: (uri: string) => Compiled | undefined;
  /** The comment that would take a finding of the document back; undefined where none can. */
  readonly ignoring: (uri: string, diagnostic: Diagnostic) => TextEdit | undefined;
  readonly typed: (uri: string) => TypedWorkflow | undefined;
  /** The workflows that a document of another kind holds, in the order of the text; an agent as the workflow that it is. */
  readonly held: (uri: string) => readonly HeldWorkflow[];
  /** What was read of the text, and what is wrong with it as YAML; no tree of what is none, such as a prompt. */
  readonly read: (uri: string) => Staged<YamlTree | undefined>;
  /** The picture of the graph as far as it could be read; undefined where there is none. */
  readonly outline: (uri: string) => Outline | undefined;
  /** What a caller gives and may give, as far as it could be read; undefined where there is no workflow. */
  readonly inputs: (uri: string) => readonly InputFact[] | undefined;
  /** What an execution takes at least and at most; undefined where the graph is not known whole. */
  readonly cost: (uri: string) => CostFacts | undefined;
  /** The events that it waits for, and what they bring to the state. */
  readonly events: (uri: string) => readonly EventFact[] | undefined;
}

const alone: ProjectView = { servers: undefined, fileExists: () => true };
const nothing: Staged<undefined> = { value: undefined, diagnostics: [] };

const texts = input<SourceText | undefined>("text");
const projects = input<ProjectView>("project");
const limitsOf = input<Limits>("limits");
const sha256Of = input<() => Sha256>("sha256");

function limitsFor(db: Db, uri: string): Limits {
  return projects.get(db, uri)?.limits ?? limitsOf.get(db, "") ?? defaultLimits;
}

/** The document block by block; undefined where its blocks cannot be read one by one. */
const reading = query<WorkflowReading | undefined>("reading", (db, uri, before) => {
  const source = texts.get(db, uri);
  const cut = source === undefined || isPrompt(uri) ? undefined : cutOf(source);
  return source === undefined || cut === undefined ? undefined : readBlocks(source, cut, limitsFor(db, uri), before);
});

const tree = query("tree", (db, uri): Staged<YamlTree | undefined> => {
  const source = texts.get(db, uri);
  if (source === undefined || isPrompt(uri)) return nothing;
  return (reading(db, uri) === undefined ? parseYaml : parseInParts)(source, limitsFor(db, uri));
});

/** What is wrong with a document as YAML. */
function asYamlOf(db: Db, uri: string): readonly Diagnostic[] {
  return reading(db, uri)?.asYaml ?? tree(db, uri).diagnostics;
}

const ast = query("ast", (db, uri): Staged<WorkflowAst | undefined> => {
  const source = texts.get(db, uri);
  const byBlocks = reading(db, uri);
  const limits = limitsFor(db, uri);
  const errors = asYamlOf(db, uri).filter((diagnostic) => diagnostic.severity === "error").length;
  // Of a text that is hardly YAML, nobody wants to know what it means.
  if (errors >= limits.diagnostics) return nothing;
  if (byBlocks !== undefined) return byBlocks.workflow;
  const { value } = tree(db, uri);
  const isUnread = value === undefined || (value.root === undefined && errors > 0);
  return source === undefined || isUnread || policyIn(value) !== undefined || otherIn(value) !== undefined ? nothing : decodeWorkflow(source, value, limits);
});

const policyAst = query("policy", (db, uri): Staged<PolicyAst | undefined> => {
  const source = texts.get(db, uri);
  // What has nodes is no policy.
  const value = reading(db, uri) === undefined ? tree(db, uri).value : undefined;
  const root = value && policyIn(value);
  if (source === undefined || root === undefined) return nothing;
  const { value: policy, diagnostics } = decodePolicy(source, root);
  return { value: policy, diagnostics: [...diagnostics, ...deadPolicyRules(policy)] };
});

const other = query("other", (db, uri): JudgedOther => {
  const source = texts.get(db, uri);
  const value = reading(db, uri) === undefined ? tree(db, uri).value : undefined;
  const file = isPrompt(uri) ? { kind: "prompt" as const } : value && otherIn(value);
  return source === undefined || file === undefined ? nothing : judgeOther(source, file, projects.get(db, uri) ?? alone);
});

const held = query("held", (db, uri): readonly HeldWorkflow[] => other(db, uri).held?.() ?? []);

/** What is asked of a document: everything, or what its project leaves of it. */
function rulesFor({ severities }: ProjectView): readonly Rule[] {
  return severities === undefined || severities.size === 0 ? rules : allRules();
}

const judgement = query<Judgement | undefined>("judgement", (db, uri, before) => {
  const { value } = ast(db, uri);
  const project = projects.get(db, uri) ?? alone;
  return value && judgementOf({ ast: value, reading: reading(db, uri), project, rules: rulesFor(project) }, before);
});

/** What is wrong between the workflow and those that it starts: where one of them is open, its text is what stands there now. */
const asParent = query("children", (db, uri): readonly Diagnostic[] => {
  const judged = judgement(db, uri);
  const project = projects.get(db, uri) ?? alone;
  if (judged?.hasChildren !== true) return [];
  const folder = uri.slice(0, uri.lastIndexOf("/") + 1);
  const { textOf } = project;
  const open: Pick<ProjectView, "textOf"> = textOf === undefined ? {} : {
    textOf: (path) => {
      const source = texts.get(db, folder + path);
      return source === undefined ? textOf(path) : { ok: true, text: source.text };
    },
  };
  return judgeChildren(judged.typed, { ...project, ...open });
});

const compiledOf = query("compiled", (db, uri): Compiled | undefined => {
  const source = texts.get(db, uri);
  if (source === undefined) return undefined;
  const document = ast(db, uri);
  const judged = judgement(db, uri);
  const { value: facts, diagnostics: asOther, blocks: otherBlocks } = other(db, uri);
  const blocks = otherBlocks ?? judged?.typed.bound.ast.blocks ?? document.value?.blocks ?? blockTable(source.text.length);
  const asYaml = asYamlOf(db, uri);
  const policy = policyAst(db, uri);
  const asWorkflow = [...document.diagnostics, ...policy.diagnostics, ...(judged === undefined ? [] : findingsOf(judged)), ...asParent(db, uri), ...asOther];
  const isDamaged = asYaml.some((diagnostic) => diagnostic.severity === "error");
  const project = projects.get(db, uri);
  const asWritten = project?.severities?.has("JJ8008") === true && !isDamaged ? unformatted(source, blocks, limitsFor(db, uri)) : [];
  const found = [...asYaml, ...(isDamaged ? asWorkflow.map(withoutSafeLines) : asWorkflow), ...asWritten];
  const commented = commentedOf(db, uri, blocks);
  const said = weighed(commented === undefined ? found : suppressed(commented, found), project?.severities);
  const diagnostics = inOrder(said, blocks, limitsFor(db, uri).diagnostics);
  const complete = judged && requireComplete(judged.typed, diagnostics);
  const isSound = diagnostics.every(({ severity }) => severity !== "error");
  const sha256 = sha256Of.get(db, "");
  let program: Program | undefined;
  return {
    source,
    blocks,
    diagnostics,
    // Made when it is first asked for: who only judges, as 'validate' and the editor do, never pays for it.
    get program() {
      program ??= complete && emit(lower(complete), source, blocks, sha256);
      return program;
    },
    get summary() {
      return judged && summaryOf(judged.typed.bound);
    },
    policy: isSound ? policy.value?.policy : undefined,
    ...(isSound && facts !== undefined ? { other: facts } : {}),
  };
});

/** The document with its comments, if any of them may take a finding back. */
function commentedOf(db: Db, uri: string, blocks: BlockTable): Commented | undefined {
  const source = texts.get(db, uri);
  const isSpoken = source !== undefined && (reading(db, uri)?.hasDirectives ?? source.text.includes(ignoreWord));
  if (source === undefined || (!isSpoken && !blocks.files.some((file) => file.source.text.includes(ignoreWord)))) return undefined;
  const byBlocks = reading(db, uri);
  if (byBlocks !== undefined) return { blocks, parts: partsOfReading(byBlocks) };
  const { value } = tree(db, uri);
  return value && { blocks, parts: wholePart(source, value) };
}

export function createWorkspace(settings: WorkspaceSettings = {}): Workspace {
  const db: Db = createDb();
  if (settings.limits !== undefined) limitsOf.set(db, "", settings.limits);
  if (settings.sha256 !== undefined) sha256Of.set(db, "", settings.sha256);
  return {
    setText: (source) => {
      texts.set(db, source.uri, source);
      if (settings.project !== undefined) projects.set(db, source.uri, settings.project);
    },
    edit: (uri, change) => {
      const source = texts.get(db, uri);
      if (source !== undefined) texts.set(db, uri, editedSource(source, change));
    },
    remove: (uri) => texts.set(db, uri, undefined),
    setProject: (uri, project) => projects.set(db, uri, project),
    compiled: (uri) => compiledOf(db, uri),
    ignoring: (uri, diagnostic) => {
      const compiled = compiledOf(db, uri);
      const { value } = tree(db, uri);
      return compiled && value && ignoringEdit({ source: compiled.source, blocks: compiled.blocks, tree: value }, diagnostic);
    },
    typed: (uri) => judgement(db, uri)?.typed,
    held: (uri) => held(db, uri),
    read: (uri) => tree(db, uri),
    outline: (uri) => {
      const value = judgement(db, uri)?.typed;
      return value && outlineOf(value);
    },
    cost: (uri) => {
      const value = judgement(db, uri)?.typed.bound;
      return value && costFacts(value);
    },
    inputs: (uri) => {
      const value = judgement(db, uri)?.typed;
      return value && inputFacts(value);
    },
    events: (uri) => {
      const value = judgement(db, uri)?.typed;
      return value && eventFacts(value);
    },
  };
}

/** The judgement of one document on its own. */
export function compile(source: SourceText, settings: WorkspaceSettings = {}): Compiled {
  const workspace = createWorkspace(settings);
  workspace.setText(source);
  // The text was just set, so there is a result.
  return workspace.compiled(source.uri) as Compiled;
}

/** The findings as heavy as the project takes them. An error is one for every reader of the document, whatever a project says; what is quiet is said to who asks. */
function weighed(diagnostics: readonly Diagnostic[], severities: ProjectView["severities"]): readonly Diagnostic[] {
  if (severities === undefined) return diagnostics.filter(({ quiet }) => quiet !== true);
  return diagnostics.flatMap((diagnostic) => {
    const severity = diagnostic.severity === "error" ? undefined : severities.get(diagnostic.code);
    if (severity === undefined) return diagnostic.quiet === true ? [] : [diagnostic];
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}

/** Where a text is no YAML, nobody knows what belongs to what: to add lines to it is a guess. */
function withoutSafeLines(diagnostic: Diagnostic): Diagnostic {
  const fixes = diagnostic.fixes.map((fix) => (fix.edits.some(({ text }) => text.includes("\n")) ? { ...fix, safety: "unsafe" as const } : fix));
  return { ...diagnostic, fixes };
}

function summaryOf({ ast: { header }, nodes, graph }: BoundWorkflow): Summary | undefined {
  const id = memberOf(header, "id", "text")?.value;
  const version = memberOf(header, "version", "text")?.value;
  if (id === undefined || version === undefined) return undefined;
  return { id, version, nodes: nodes.length, edges: graph.successors.reduce((sum, next) => sum + next.length, 0) };
}
