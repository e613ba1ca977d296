import type { ProjectView } from "../bind/bound.ts";
import { bindWorkflow } from "../bind/bind.ts";
import { inputFacts } from "../check/inputs.ts";
import { checkWorkflow } from "../check/check.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import { judge } from "../rules/index.ts";
import type { BlockTable, IncludedFile, SourceText } from "../source/text.ts";
import { defaultLimits } from "../syntax/limits.ts";
import type { YamlTree } from "../syntax/tree.ts";
import { decodeWorkflow } from "../syntax/workflow.ts";
import { parseYaml } from "../syntax/yaml.ts";
import type { UnitInput } from "./unit.ts";

/** A workflow that another document holds or names. */
export interface InnerWorkflow {
  readonly typed: TypedWorkflow;
  /** With offsets of the whole text, but for those of files that the workflow includes. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly IncludedFile[];
}

/** The judgement of a workflow that was found at `tree`; `undefined` where there is none, which is told in `found`. */
export function workflowAt(source: SourceText, tree: YamlTree, project: ProjectView, found: Diagnostic[]): InnerWorkflow | undefined {
  const decoded = decodeWorkflow(source, tree, project.limits ?? defaultLimits);
  if (decoded.value === undefined) {
    found.push(...decoded.diagnostics);
    return undefined;
  }
  const bound = bindWorkflow(decoded.value, project);
  const typed = checkWorkflow(bound.value);
  const { blocks } = bound.value.ast;
  const said = [decoded, bound, typed].flatMap(({ diagnostics }) => diagnostics);
  return { typed: typed.value, diagnostics: [...said, ...judge(typed.value)].map((each) => withOffsets(each, blocks)), files: blocks.files };
}

/** What the document at `source.uri`, a path from the one in question, says where it is a workflow without an error; else what is the matter with it. */
export function workflowIn(source: SourceText, project: ProjectView): TypedWorkflow | string {
  const tree = parseYaml(source, project.limits ?? defaultLimits);
  const found: Diagnostic[] = [...tree.diagnostics];
  const inner = workflowAt(source, tree.value, viewFrom(project, source.uri), found);
  if (inner === undefined) return "is no workflow";
  const errors = [...found, ...inner.diagnostics].filter(({ severity }) => severity === "error").length;
  return errors === 0 ? inner.typed : `has ${errors} error${errors === 1 ? "" : "s"}`;
}

/** What runs of a workflow may begin with: every key of its state, and among them its inputs. */
export function inputsOf(typed: TypedWorkflow): ReadonlyMap<string, UnitInput> | undefined {
  if (!typed.bound.stateComplete) return undefined;
  const required = new Set(inputFacts(typed).filter((input) => input.required).map(({ key }) => key));
  return new Map([...typed.bound.state].map(([name, { type, schema }]) => [name, { type, ...(schema === undefined ? {} : { schema }), required: required.has(name) }]));
}

function withOffsets(diagnostic: Diagnostic, blocks: BlockTable): Diagnostic {
  const at = <T extends { readonly span: Diagnostic["span"] }>(placed: T): T => (blocks.fileOf(placed.span) === undefined ? { ...placed, span: { block: "", ...blocks.absolute(placed.span) } } : placed);
  return { ...at(diagnostic), related: diagnostic.related.map(at), fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(at) })) };
}

/** The project as the document at `path` sees it: paths of its own begin in its folder. */
function viewFrom(project: ProjectView, path: string): ProjectView {
  const { textOf, twinOf } = project;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const placed = (own: string, from: "document" | "project"): string => (from === "document" ? folder + own : own);
  return {
    ...project,
    fileExists: (own, from) => project.fileExists(placed(own, from), from),
    ...(textOf === undefined ? {} : { textOf: (own) => textOf(folder + own) }),
    ...(twinOf === undefined ? {} : { twinOf: (own, from) => twinOf(placed(own, from), from) }),
  };
}
