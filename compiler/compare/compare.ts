import { isJsonObject, sameJson, type Json } from "../../schemas/json.ts";
import type { Program, StateKeyIr } from "../../schemas/program.ts";
import { describeType } from "../../schemas/type.ts";
import { inputChanged, outputRemoved, policyWidened, stateNarrowed, versionNotBumped } from "../diagnostics/compatibility.ts";
import { fits } from "../expr/types.ts";
import { compareNodes } from "./compare-nodes.ts";
import { difference, levels, objectAt, textsAt, writesOf, type Difference } from "./difference.ts";

export type { Difference, Level, PartPath } from "./difference.ts";

/**
 * What the change from one program to another breaks, the worst first. An execution keeps the program it began with; what is
 * judged is its log under the new one: whether it can be read on (`running`), whether its decisions are taken alike again
 * (`replay`), and what those who start and read executions are in for (`caller`).
 */
export function comparePrograms(old: Program, current: Program): readonly Difference[] {
  if (old.hash === current.hash) return [];
  const found = [...compareNodes(old, current), ...compareState(old, current), ...compareInputs(old, current), ...compareOutputs(old, current), ...comparePolicies(old, current)];
  const sorted = levels.flatMap((level) => found.filter((each) => each.level === level));
  return sorted.length > 0 && !isBreaking(old.workflow.version, current.workflow.version) ? [...sorted, unraised(old, current)] : sorted;
}

const statePath = (key: string): readonly string[] => ["workflow", "state_schema", key];

function compareState(old: Program, current: Program): readonly Difference[] {
  return Object.entries(old.state).flatMap(([key, was]) => {
    const now = current.state[key];
    return now === undefined || takesAll(now, was) ? [] : [difference(stateNarrowed, "running", { old: statePath(key) }, { key, was: describeType(was.type), now: describeType(now.type) })];
  });
}

/** Whether each value of the old type is one of the new type: for certain. */
function takesAll(now: StateKeyIr, was: StateKeyIr): boolean {
  if (now.schema !== undefined && !sameJson(withoutWords(now.schema), withoutWords(was.schema ?? null))) return false;
  return sameJson(now.type as unknown as Json, was.type as unknown as Json) || fits(was.type, now.type) === "yes";
}

/** A JSON Schema without what says nothing about values. */
function withoutWords(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => (key === "default" || key === "description" || key === "title" ? [] : [[key, withoutWords(value)]])));
}

function compareInputs(old: Program, current: Program): readonly Difference[] {
  const before = new Map(old.inputs.map((input) => [input.key, input]));
  const after = new Set(current.inputs.map(({ key }) => key));
  const required = current.inputs.filter(({ key, required: must }) => must && before.get(key)?.required !== true);
  const removed = old.inputs.filter(({ key }) => !after.has(key));
  const narrowed = old.inputs.filter(({ key }) => after.has(key) && old.state[key] !== undefined && current.state[key] !== undefined && !takesAll(current.state[key], old.state[key]));
  return [
    ...required.map(({ key }) => difference(inputChanged, "caller", { old: statePath(key) }, { key, change: "required" })),
    ...removed.map(({ key }) => difference(inputChanged, "caller", { old: statePath(key) }, { key, change: "removed" })),
    ...narrowed.map(({ key }) => difference(inputChanged, "caller", { old: statePath(key) }, { key, change: "narrowed" })),
  ];
}

function compareOutputs(old: Program, current: Program): readonly Difference[] {
  const written = ({ ops }: Program): ReadonlySet<string> => new Set(ops.flatMap(writesOf));
  const after = written(current);
  return [...written(old)].filter((key) => !after.has(key)).map((key) => difference(outputRemoved, "caller", { old: statePath(key) }, { key }));
}

function comparePolicies(old: Program, current: Program): readonly Difference[] {
  const places = { old: ["workflow", "policy"] };
  const [was, now] = [objectAt(old.settings, "policy"), objectAt(current.settings, "policy")];
  const lost = (name: string, what: string): readonly Difference[] => textsAt(was, name).filter((glob) => !textsAt(now, name).includes(glob)).map((glob) => difference(policyWidened, "caller", places, { what, name: glob }));
  const models = textsAt(was, "model_allowlist");
  const allowed = textsAt(now, "model_allowlist").filter((glob) => !models.includes(glob));
  const opened = models.length > 0 && textsAt(now, "model_allowlist").length === 0 ? ["*"] : models.length > 0 ? allowed : [];
  const [scopes, wanted] = [old, current].map(({ settings }) => textsAt(objectAt(settings, "oauth"), "requested_scopes")) as [readonly string[], readonly string[]];
  return [
    ...lost("blocked_tools", "a tool is not blocked any more"),
    ...lost("require_approval_for", "a tool needs no approval any more"),
    ...opened.map((name) => difference(policyWidened, "caller", places, { what: "a model may be called that was not allowed", name })),
    ...wanted.filter((scope) => !scopes.includes(scope)).map((name) => difference(policyWidened, "caller", { old: ["workflow", "oauth"] }, { what: "another scope is requested", name })),
  ];
}

/** Whether the new version tells by its number that something may break. */
function isBreaking(was: string, now: string): boolean {
  const [major, minor] = was.split(".");
  const [newMajor, newMinor] = now.split(".");
  return major !== newMajor || (major === "0" && minor !== newMinor);
}

function unraised({ workflow: { version: was } }: Program, { workflow: { version } }: Program): Difference {
  return difference(versionNotBumped, "caller", { old: ["workflow", "version"] }, { version, was });
}
