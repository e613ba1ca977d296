import type { FieldOf } from "../../schemas/field.ts";
import type { Located } from "../../schemas/span.ts";
import { types } from "../../schemas/type.ts";
import { bindWorkflow } from "../bind/bind.ts";
import type { ProjectView } from "../bind/bound.ts";
import { checkCode, readCode, readsOfCode } from "../check/code.ts";
import { nodeReads } from "../check/node-reads.ts";
import { stateType } from "../check/roots.ts";
import type { TypedSite, TypedWorkflow } from "../check/typed.ts";
import { exprEnv, rootTypes } from "../expr/env.ts";
import { blockTable, type Range, type SourceText } from "../source/text.ts";
import { readMembers } from "../syntax/decode.ts";
import type { Members, PartOf } from "../syntax/part.ts";
import { readerOf } from "../syntax/reader.ts";
import type { YamlMapping } from "../syntax/tree.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** A workflow that another document holds whole. Its places are those of that document. */
export interface HeldWorkflow {
  /** The keys that lead to it. */
  readonly path: readonly string[];
  /** Its entry. */
  readonly range: Range;
  readonly typed: TypedWorkflow;
}

/** A document that may hold some. */
export interface Holder {
  /** In the order of the text, agents as the workflows that they are. */
  readonly held: () => readonly HeldWorkflow[];
}

/** An agent as it was read; one whose strategy is not known, as far as that does not matter. */
export interface AgentRead {
  readonly id: Located<string>;
  readonly part: Pick<PartOf<"tagged">, "members"> & { readonly tag: PartOf<"tagged">["tag"] | undefined };
}

/** What an agent says, were its strategy any: what all of them may have. Nobody is told what is wrong with it. */
export function readAnyway(source: SourceText, { variants, tag }: FieldOf<"tagged">, mapping: YamlMapping): AgentRead["part"] {
  const [first, ...others] = Object.values(variants).map(({ fields }) => fields);
  const common = Object.fromEntries(Object.entries(first ?? {}).filter(([name, field]) => others.every((fields) => fields[name] === field)));
  const reader = readerOf({ id: "", start: 0, end: source.text.length }, blockTable(source.text.length), []);
  return { tag: undefined, members: readMembers(reader, common, [], mapping, { label: "", at: mapping, besides: [tag], isGuess: true }) };
}

/** An agent as the workflow that it is: its strategy supplies the one node that all its texts belong to. */
export function workflowOfAgent(source: SourceText, { id, part: { tag, members } }: AgentRead, project: ProjectView): TypedWorkflow {
  const ofHeader = (name: string): boolean => name === "state_schema" || name === "id" || name === "version";
  const some = (isWanted: (name: string) => boolean): Members => Object.fromEntries(Object.entries(members).filter(([name]) => isWanted(name)));
  const node = { id, kind: undefined, type: tag, members: some((name) => !ofHeader(name)) };
  const ast: WorkflowAst = { source, blocks: blockTable(source.text.length), header: some(ofHeader), headerKey: id.span, file: {}, nodes: [node], damaged: false };
  const { value } = bindWorkflow(ast, project);
  const bound = { ...value, nodes: value.nodes.slice(0, 1).map((each) => ({ ...each, supplied: true as const })) };
  const env = exprEnv(rootTypes(stateType(bound)));
  const nodes = bound.nodes.map((each) => {
    const sites = each.code.map((site): TypedSite => {
      const code = readCode(site.text.value, site.as);
      const { type, diagnostics } = checkCode(code, env, site.text.locate);
      return { site, code, reads: readsOfCode(code, site.as), place: "work", type, env, isReached: true, sides: undefined, isSound: diagnostics.length === 0 };
    });
    return { bound: each, sites, reads: nodeReads(sites, new Map()), result: types.hole };
  });
  return { bound, nodes };
}
