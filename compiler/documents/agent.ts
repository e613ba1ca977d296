import { agentFileFields } from "../../schemas/agent-file.ts";
import { matchesGlob } from "../../schemas/glob.ts";
import type { Located } from "../../schemas/span.ts";
import type { ProjectView } from "../bind/bound.ts";
import { nameCheck } from "../bind/names.ts";
import { forEachPart } from "../bind/visit.ts";
import { report, type Diagnostic, type Staged } from "../diagnostics/define.ts";
import { listedTwice, toolsConflict } from "../diagnostics/documents.ts";
import { blockTable, type SourceText } from "../source/text.ts";
import { readMembers } from "../syntax/decode.ts";
import { memberOf, type Members, type Part } from "../syntax/part.ts";
import { readerOf } from "../syntax/reader.ts";
import type { YamlMapping } from "../syntax/tree.ts";
import { readAnyway, workflowOfAgent, type Holder } from "./held.ts";
import { declaredState, keyFindings, templateFindings } from "./texts.ts";

/** What an agent document says about itself. */
export interface AgentFacts {
  readonly kind: "agent";
  readonly id: string;
  readonly version: string;
  readonly strategy: string;
}

/** The judgement of a mapping that was recognised as an agent. */
export function judgeAgent(source: SourceText, root: YamlMapping, project: ProjectView): Staged<AgentFacts | undefined> & Partial<Holder> {
  const found: Diagnostic[] = [];
  const reader = readerOf({ id: "", start: 0, end: source.text.length }, blockTable(source.text.length), found);
  const file = readMembers(reader, agentFileFields, [], root, { label: "an agent document", at: root.entries[0]?.key ?? root });
  found.push(...keyFindings(source));
  const agent = memberOf(file, "agent", "tagged");
  const held = (): ReturnType<Holder["held"]> => root.entries.flatMap(({ key, name, value, start, end }) => {
    const part = name !== "agent" ? undefined : agent ?? (value.kind === "mapping" ? readAnyway(source, agentFileFields.agent, value) : undefined);
    if (part === undefined) return [];
    const id = memberOf(part.members, "id", "text") ?? { value: "", span: reader.spanOf(key) };
    return [{ path: [name], range: { start, end }, typed: workflowOfAgent(source, { id, part }, project) }];
  });
  if (agent === undefined) return { value: undefined, diagnostics: found, held };
  found.push(...agentFindings(agent.members, project), ...templateFindings(agent.members, declaredState(agent.members)));
  const id = memberOf(agent.members, "id", "text")?.value;
  const version = memberOf(agent.members, "version", "text")?.value ?? "0.1.0";
  return { value: id === undefined ? undefined : { kind: "agent", id, version, strategy: agent.tag.value }, diagnostics: found, held };
}

/** What is wrong with the names that an agent uses, and with what it may do. */
export function agentFindings(members: Members, project: ProjectView): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = nameCheck(members, project);
  forEachPart(members, (part) => {
    const problem = part.shape === "name" ? check(part, undefined) : undefined;
    if (problem !== undefined) found.push(problem);
  });
  const tools = toolsOf(members, "any");
  return [...found, ...twice(tools, "tools"), ...conflicts(members, tools)];
}

/** Every name of a list but the first one of its kind. */
export function twice(names: readonly Located<string>[], key: string): readonly Diagnostic[] {
  const first = new Map<string, Located<string>>();
  return names.flatMap((name) => {
    const earlier = first.get(name.value);
    if (earlier === undefined) {
      first.set(name.value, name);
      return [];
    }
    return [report(listedTwice, name.span, { name: name.value, key }, { related: [{ span: earlier.span, message: "it stands here already" }] })];
  });
}

/** The names of the tools that an agent is given: those that stand there alone, or all of them. */
export function toolsOf(members: Members, which: "name" | "any"): readonly Located<string>[] {
  const items = memberOf(members, "tools", "list")?.items ?? [];
  return textsIn(which === "any" ? items : items.filter(({ shape }) => shape === "name"));
}

function textsIn(items: readonly Part[]): readonly Located<string>[] {
  return items.flatMap((item) => {
    const part = item.shape === "object" ? item.members["name"]?.part : item;
    return part?.shape === "name" || part?.shape === "text" ? [{ value: part.value, span: part.span }] : [];
  });
}

/** Tools that an agent is given, or allowed by their names, although it never may call them. */
function conflicts(members: Members, tools: readonly Located<string>[]): readonly Diagnostic[] {
  const autonomy = memberOf(members, "autonomy", "object")?.members ?? {};
  const listed = (key: string): readonly Located<string>[] => textsIn(memberOf(autonomy, key, "list")?.items ?? []);
  const blocked = listed("blocked_tools");
  const allowed = listed("allowed_tools").filter(({ value }) => !/[*?]/.test(value));
  return [...tools, ...allowed].flatMap(({ value, span }) => {
    const block = blocked.find((each) => matchesGlob(each.value, value));
    return block === undefined ? [] : [report(toolsConflict, span, { tool: value, by: block.value }, { related: [{ span: block.span, message: "this blocks it" }] })];
  });
}
