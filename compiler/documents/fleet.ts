import { fleetFields, fleetFileFields, unitFields } from "../../schemas/fleet-file.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { ProjectView } from "../bind/bound.ts";
import { missingFile } from "../diagnostics/bind.ts";
import { missingKey, wrongKind } from "../diagnostics/decode.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { brokenUnit, unknownReference } from "../diagnostics/documents.ts";
import { blockTable, withFiles, type BlockTable, type IncludedFile, type SourceText } from "../source/text.ts";
import { entryCalled, readMembers } from "../syntax/decode.ts";
import { memberOf, type Members, type PartOf } from "../syntax/part.ts";
import { foundIn, readerOf, type Reader } from "../syntax/reader.ts";
import type { YamlEntry, YamlMapping, YamlTree } from "../syntax/tree.ts";
import { agentFindings, toolsOf } from "./agent.ts";
import { readAnyway, workflowOfAgent, type HeldWorkflow, type Holder } from "./held.ts";
import { inputsOf, workflowAt, workflowIn } from "./read-workflow.ts";
import { referenceFindings } from "./references.ts";
import { scheduleFindings } from "./schedule.ts";
import { declaredState, keyFindings, templateFindings } from "./texts.ts";
import type { Unit, UnitInput } from "./unit.ts";

/** What a fleet says about itself. */
export interface FleetFacts {
  readonly kind: "fleet";
  readonly agents: readonly string[];
  readonly workflows: readonly string[];
  /** How many of them run by themselves. */
  readonly schedules: number;
}

/** The judgement of a fleet, and where the files are that its workflows include. */
export interface JudgedFleet extends Holder {
  readonly value: FleetFacts;
  readonly diagnostics: readonly Diagnostic[];
  readonly blocks: BlockTable;
}

interface Fleet {
  readonly source: SourceText;
  readonly root: YamlMapping;
  readonly file: Members;
  readonly project: ProjectView;
  readonly reader: Reader;
  readonly found: Diagnostic[];
  readonly files: Map<string, IncludedFile>;
  readonly workflows: HeldWorkflow[];
}

/** The judgement of a mapping that was recognised as a fleet. */
export function judgeFleet(source: SourceText, root: YamlMapping, project: ProjectView): JudgedFleet {
  const found: Diagnostic[] = [...keyFindings(source)];
  const table = blockTable(source.text.length);
  const reader = readerOf({ id: "", start: 0, end: source.text.length }, table, found);
  const workflows = entryCalled(reader, root, "workflows", "a fleet");
  const file = readMembers(reader, fleetFields, [], root, { label: "a fleet", at: root.entries[0]?.key ?? root, ...(workflows === undefined ? {} : { besides: [workflows.name] }) });
  const servers = memberOf(memberOf(file, "mcp", "object")?.members ?? {}, "servers", "map")?.entries.map(({ key }) => key.value) ?? [];
  const fleet: Fleet = { source, root, file, project: withServers(project, servers), reader, found, files: new Map(), workflows: [] };

  const agents = (memberOf(file, "agents", "map")?.entries ?? []).flatMap(({ key, part }) => (part.shape === "tagged" ? [agentUnit(fleet, key, part)] : []));
  const inner = entriesOf(reader, workflows).map((entry) => workflowUnit(fleet, entry));
  const units = [...agents, ...inner];
  const namesOf = (key: string): readonly string[] | undefined => (file[key] === undefined ? [] : memberOf(file, key, "map")?.entries.map((entry) => entry.key.value));
  const inventory = { tool: namesOf("tools"), mcp: file["mcp"]?.part.shape === "hole" ? undefined : (fleet.project.servers ?? []), agent: namesOf("agents"), workflow: inner.map(({ id }) => id.value) };
  found.push(...referenceFindings(units, inventory), ...units.flatMap(scheduleFindings));
  return {
    value: { kind: "fleet", agents: inventory.agent ?? [], workflows: inventory.workflow, schedules: units.filter(({ members }) => members["schedule"] !== undefined).length },
    diagnostics: found,
    blocks: withFiles(table, [...fleet.files.values()]),
    held: () => [...agentsOf(fleet), ...fleet.workflows].sort((one, other) => one.range.start - other.range.start),
  };
}

function agentsOf({ source, file, project, root }: Fleet): readonly HeldWorkflow[] {
  const agents = root.entries.find(({ name }) => name === "agents")?.value;
  const written = new Map(agents?.kind === "mapping" ? agents.entries.map(({ name, value }) => [name, value] as const) : []);
  return (memberOf(file, "agents", "map")?.entries ?? []).flatMap(({ key, part }) => {
    const value = written.get(key.value);
    const read = part.shape === "tagged" ? part : value?.kind === "mapping" ? readAnyway(source, fleetFields.agents.of, value) : undefined;
    if (read === undefined) return [];
    // The one block of a fleet is all of it.
    const range = { start: key.span.start, end: part.shape === "tagged" ? part.span.end : (value?.end ?? part.span.end) };
    return [{ path: ["agents", key.value], range, typed: workflowOfAgent(source, { id: key, part: read }, project) }];
  });
}

/** The project as the units of a fleet see it: with the servers that the fleet declares. */
function withServers(project: ProjectView, own: readonly string[]): ProjectView {
  if (own.length === 0) return project;
  return { ...project, servers: [...(project.servers ?? []), ...own], ...(project.servers === undefined ? { isWithoutFile: true } : {}) };
}

function agentUnit({ file, project, reader, found }: Fleet, id: Unit["id"], { members }: PartOf<"tagged">): Unit {
  const state = declaredState(members);
  found.push(...agentFindings(members, project), ...templateFindings(members, state));
  const defaults = file["defaults"]?.part;
  for (const key of ["model", "limits"]) {
    const isGiven = members[key] !== undefined || defaults?.shape === "hole" || (defaults?.shape === "object" && defaults.members[key] !== undefined);
    if (!isGiven) reader.sayAt(missingKey, id.span, { keys: [key], where: `agent '${id.value}'`, doc: "here or in 'defaults'" });
  }
  const tools = memberOf(file, "tools", "map")?.entries.map(({ key }) => key.value) ?? [];
  for (const { value, span } of toolsOf(members, "name")) {
    if (file["tools"]?.part.shape === "hole" || value.includes(".") || tools.includes(value)) continue;
    reader.sayAt(unknownReference, span, { reference: value, kind: "tool", name: value, nearest: nearest(value, tools), known: tools });
  }
  const inputs = state.kind === "record" ? new Map(Object.entries(state.fields).map(([name, { type }]): [string, UnitInput] => [name, { type, required: false }])) : undefined;
  return { kind: "agent", id, members, inputs };
}

function entriesOf(reader: Reader, workflows: YamlEntry | undefined): readonly YamlEntry[] {
  if (workflows === undefined || workflows.value.kind === "hole") return [];
  if (workflows.value.kind === "mapping") return workflows.value.entries;
  reader.say(wrongKind, workflows.value.start === workflows.value.end ? workflows.key : workflows.value, { what: "'workflows'", expected: "a mapping from id to workflow", found: foundIn(workflows.value) });
  return [];
}

function workflowUnit(fleet: Fleet, entry: YamlEntry): Unit {
  const { reader } = fleet;
  const id = { value: entry.name, span: reader.spanOf(entry.key) };
  const unit = (members: Members, inputs: Unit["inputs"]): Unit => ({ kind: "workflow", id, members, inputs });
  const { value } = entry;
  if (value.kind === "hole") return unit({}, undefined);
  if (value.kind !== "mapping") {
    reader.say(wrongKind, value.start === value.end ? entry.key : value, { what: `workflow '${entry.name}'`, expected: "a mapping with 'start' and 'nodes', or with a 'file'", found: foundIn(value) });
    return unit({}, undefined);
  }
  const place = { label: `workflow '${entry.name}'`, at: entry.key };
  if (value.entries.some(({ name }) => name === "file")) {
    const members = readMembers(reader, fleetFileFields, [], value, place);
    return unit(members, inputsOfFile(fleet, memberOf(members, "file", "text")));
  }
  const isOwn = ({ name }: YamlEntry): boolean => Object.hasOwn(unitFields, name);
  const members = readMembers(reader, unitFields, [], { ...value, entries: value.entries.filter(isOwn) }, place);
  const inner = workflowAt(fleet.source, treeOf(entry, { ...value, entries: value.entries.filter((each) => !isOwn(each)) }), fleet.project, fleet.found);
  fleet.found.push(...(inner?.diagnostics ?? []));
  for (const file of inner?.files ?? []) fleet.files.set(file.id, file);
  if (inner !== undefined) fleet.workflows.push({ path: ["workflows", entry.name], range: { start: entry.start, end: entry.end }, typed: inner.typed });
  return unit(members, inner && inputsOf(inner.typed));
}

/** A workflow of a fleet as a document of its own: its id is its key, and all but its nodes is its header. */
function treeOf({ key, name, start, end }: YamlEntry, unit: YamlMapping): YamlTree {
  const supplied = (as: string, value: string): YamlEntry => ({ key, name: as, start: key.start, end: key.end, value: { ...key, value, raw: value } });
  const version = unit.entries.some((each) => each.name === "version") ? [] : [supplied("version", "0.1.0")];
  const header = [supplied("id", name), ...version, ...unit.entries.filter((each) => each.name !== "nodes")];
  const entries: readonly YamlEntry[] = [{ key, name: "workflow", start, end, value: { ...unit, entries: header } }, ...unit.entries.filter((each) => each.name === "nodes")];
  return { root: { ...unit, entries }, comments: [] };
}

function inputsOfFile({ project, found }: Fleet, file: PartOf<"text"> | undefined): Unit["inputs"] {
  if (file === undefined) return undefined;
  const read = project.textOf?.(file.value) ?? { ok: false, reason: "nobody reads files here" };
  if (!read.ok) {
    found.push(report(missingFile, file.span, { path: file.value, from: "document", reason: read.reason }));
    return undefined;
  }
  const typed = workflowIn({ uri: file.value, text: read.text }, project);
  if (typeof typed !== "string") return inputsOf(typed);
  found.push(report(brokenUnit, file.span, { path: file.value, what: typed }));
  return undefined;
}
