import { canonicalJson, type Json } from "../../schemas/json.ts";
import type { Op, OpOf, Route } from "../../schemas/op.ts";
import type { Program } from "../../schemas/program.ts";
import { edgeBehindWait, eventRenamed, nodeRemoved, orderChanged } from "../diagnostics/compatibility.ts";
import { codeText, difference, nameAt, nodePath, opsOf, readsOf, routesOf, targetsOf, writesOf, type Difference, type Suspend } from "./difference.ts";

/** What breaks at the nodes, in the order of the old program. */
export function compareNodes(old: Program, current: Program): readonly Difference[] {
  const after = opsOf(current);
  const start = [nameAt(old, old.start), nameAt(current, current.start)] as const;
  const begun = start[0] === start[1] ? [] : [difference(orderChanged, "replay", { old: ["workflow", "start"] }, { node: "start", what: `executions began at '${start[0] ?? ""}' and begin at '${start[1] ?? ""}'` })];
  return [...begun, ...old.ops.flatMap((op) => compareNode(old, op, current, after.get(op.node)))];
}

function compareNode(old: Program, was: Op, current: Program, now: Op | undefined): readonly Difference[] {
  const path = nodePath(was.node);
  // Nobody is under way who has been at an end.
  if (was.op === "halt" && now?.op !== "halt") return [difference(orderChanged, "replay", { old: path, new: now === undefined ? ["nodes"] : path }, { node: was.node, what: now === undefined ? "executions that ended there cannot: it is gone" : "it ended executions and goes on now" })];
  if (now === undefined) return [difference(nodeRemoved, "running", { old: path, new: ["nodes"] }, { node: was.node, was: was.kind, now: undefined })];
  // Control passes a branch without a stop: what is recorded is where it came to.
  if (was.op === "choose" && now.op !== "choose") return [difference(orderChanged, "replay", { old: path }, { node: was.node, what: `it was a ${was.kind} node and is a ${now.kind} node` })];
  if (was.op !== now.op) return [difference(nodeRemoved, "running", { old: path }, { node: was.node, was: was.kind, now: now.kind })];
  const waits = was.op === "suspend" && now.op === "suspend" ? [...compareWait(was, now), ...readsBehind(old, was, current, now)] : [];
  const orders = orderOf(old, was, current, now).map((what) => difference(orderChanged, "replay", { old: path }, { node: was.node, what }));
  return [...waits, ...orders];
}

/** By what a wait is found: the name of its event, and which of several such events it takes. */
function compareWait(was: Suspend, now: Suspend): readonly Difference[] {
  const say = (what: string, before: string, after: string): Difference => difference(eventRenamed, "running", { old: nodePath(was.node) }, { wait: was.node, what, was: before, now: after });
  if (was.until !== now.until) return [say("way to end it", was.until === "event" ? "an event" : "an approval", now.until === "event" ? "an event" : "an approval")];
  const event = ({ fields }: Suspend): string => (typeof fields["event"] === "string" ? `'${fields["event"]}'` : "none");
  return event(was) === event(now) || event(was) === "none" ? [] : [say("event", event(was), event(now))];
}

/** Keys that the node behind a wait reads now, and that no way to the wait could have set in the old version. */
function readsBehind(old: Program, was: Suspend, current: Program, now: Suspend): readonly Difference[] {
  const known = new Set([...old.inputs.map(({ key }) => key), ...Object.entries(current.state).flatMap(([key, { default: value }]) => (value === undefined ? [] : [key])), ...writtenUpTo(old, was), ...writesOf(now), ...mergedBy(now)]);
  const [before, after] = [opsOf(old), opsOf(current)];
  return targetsOf(current, now).flatMap((target) => {
    const op = after.get(target);
    const earlier = before.get(target);
    const readBefore = earlier !== undefined && targetsOf(old, was).includes(target) ? readsOf(old, earlier) : new Set<string>();
    const unset = op === undefined ? [] : [...readsOf(current, op)].filter((key) => !known.has(key) && !readBefore.has(key));
    return unset.map((key) => difference(edgeBehindWait, "running", { old: nodePath(was.node), new: nodePath(target) }, { wait: was.node, target, key }));
  });
}

/** What an event's payload brings. */
function mergedBy({ fields }: Suspend): readonly string[] {
  const { data } = fields;
  return typeof data === "object" && data !== null && !Array.isArray(data) ? Object.keys(data) : [];
}

/** Keys that some node may write which can come before `wait`, itself included. */
function writtenUpTo(program: Program, wait: Suspend): readonly string[] {
  const sources = new Map<string, string[]>();
  for (const op of program.ops) for (const target of targetsOf(program, op)) sources.set(target, [...(sources.get(target) ?? []), op.node]);
  const before = new Set([wait.node]);
  for (const node of before) for (const source of sources.get(node) ?? []) before.add(source);
  return program.ops.filter(({ node }) => before.has(node)).flatMap((op) => [...writesOf(op), ...(op.op === "suspend" ? mergedBy(op) : [])]);
}

/** How the decisions of a node differ, in words. */
function orderOf(old: Program, was: Op, current: Program, now: Op): readonly string[] {
  if (was.op === "fork" && now.op === "fork") return forkOrder(old, was, current, now);
  if (was.op === "join" && now.op === "join") {
    const [before, after] = [was, now].map(({ wait_for: slots, merge }, index) => canonicalJson([slots.map((slot) => nameAt(index === 0 ? old : current, slot) ?? ""), merge] as unknown as Json));
    if (before !== after) return ["it waits for other branches, or merges them in another way"];
  }
  if (was.op === "halt" && now.op === "halt") return was.status === now.status ? [] : [`it ended executions as ${was.status} and ends them as ${now.status}`];
  const limits = canonicalJson(limitsOf(was)) === canonicalJson(limitsOf(now)) ? [] : ["it is tried, repeated or visited another number of times"];
  const after = new Map(routesOf(now).map(({ name, route }) => [name, route]));
  return [...limits, ...routesOf(was).flatMap(({ name, route }) => routeChange(old, route, current, after.get(name) ?? null, name))];
}

/** What bounds how often a node runs before control goes elsewhere. */
function limitsOf(op: Op): Json {
  const tries = "retry" in op && op.retry !== null ? { ...op.retry, on: op.retry.on ?? null } : null;
  return [op.max_visits, tries, ...(op.op === "judge" ? [op.on_fail, op.max_retries] : [])];
}

function forkOrder(old: Program, was: OpOf<"fork">, current: Program, now: OpOf<"fork">): readonly string[] {
  const names = (program: Program, { branches }: OpOf<"fork">): string => branches.map((slot) => nameAt(program, slot)).join(", ");
  const branches = names(old, was) === names(current, now) ? [] : [`its branches were ${names(old, was)} and are ${names(current, now)}`];
  const joins = nameAt(old, was.join) === nameAt(current, now.join) ? [] : [`its branches met at '${nameAt(old, was.join) ?? ""}' and meet at '${nameAt(current, now.join) ?? ""}'`];
  return [...branches, ...joins];
}

function routeChange(old: Program, was: Route | null, current: Program, now: Route | null, name: string): readonly string[] {
  const text = (program: Program, route: Route | null): string => canonicalJson([(route?.cases ?? []).map(({ when, to }) => [codeText(program, when), nameAt(program, to) ?? ""]), nameAt(program, route?.otherwise ?? null) ?? ""]);
  if (text(old, was) === text(current, now)) return [];
  const cases = (was?.cases.length ?? 0) + (now?.cases.length ?? 0);
  const target = (program: Program, route: Route | null): string => nameAt(program, route?.otherwise ?? null) ?? "nothing";
  return [cases === 0 ? `'${name}' led to ${target(old, was)} and leads to ${target(current, now)}` : `'${name}' has other conditions or targets`];
}
