import { unreachable } from "../../schemas/bug.ts";
import type { Field } from "../../schemas/field.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import { walkExpr } from "../../schemas/expr/walk.ts";
import { canonicalJson, isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import type { Op, OpOf, Route } from "../../schemas/op.ts";
import type { Program } from "../../schemas/program.ts";
import type { Code, Slot } from "../../schemas/program-refs.ts";
import type { DiagnosticSpec } from "../diagnostics/define.ts";

/** What a change breaks: executions under way, the replay of those that ended, or who starts and reads them. */
export type Level = "running" | "replay" | "caller";

/** The strictest last: who cares of callers cares of what is under way, too. */
export const levels: readonly Level[] = ["running", "replay", "caller"];

/** A part of a document: `["nodes", "ask"]`, `["workflow", "state_schema", "topic"]`. */
export type PartPath = readonly string[];

/** One change that breaks something, with its places in both documents. */
export interface Difference {
  readonly code: string;
  readonly slug: string;
  readonly level: Level;
  readonly message: string;
  readonly help?: string;
  readonly old: PartPath;
  readonly new: PartPath;
}

/** A difference of `spec`. A part that one of the documents lacks is shown by what is around it. */
export function difference<P>(spec: DiagnosticSpec<P>, level: Level, places: { readonly old: PartPath; readonly new?: PartPath }, params: NoInfer<P>): Difference {
  const help = spec.help?.(params);
  return { code: spec.code, slug: spec.slug, level, message: spec.message(params), ...(help === undefined ? {} : { help }), old: places.old, new: places.new ?? places.old };
}

export function nodePath(node: string): PartPath {
  return ["nodes", node];
}

/** The ops of a program by the ids of their nodes. */
export function opsOf({ ops }: Program): ReadonlyMap<string, Op> {
  return new Map(ops.map((op) => [op.node, op]));
}

export function nameAt({ ops }: Program, slot: Slot | null): string | undefined {
  return slot === null ? undefined : ops[slot]?.node;
}

/** The routes by which an op leads on, each with the name of the key that says so. */
export function routesOf(op: Op): readonly { readonly name: string; readonly route: Route | null }[] {
  const to = (name: string, slot: Slot | null): { readonly name: string; readonly route: Route } => ({ name, route: { cases: [], otherwise: slot } });
  switch (op.op) {
    case "call": return [{ name: "next", route: op.next }, to("on_error", op.on_error)];
    case "judge": return [{ name: "next", route: op.next }, to("on_error", op.on_error), to("escalate", op.escalate)];
    case "choose": return [{ name: "conditions", route: op.route }];
    case "join": return [{ name: "next", route: op.next }];
    case "suspend": return [{ name: "next", route: op.next }, to("on_timeout", op.on_timeout), to("on_rejected", op.on_rejected)];
    case "fork": case "halt": return [];
    default: return unreachable(op, "routesOf");
  }
}

/** Every node that an op may lead to. */
export function targetsOf(program: Program, op: Op): readonly string[] {
  const slots = op.op === "fork" ? [...op.branches, op.join] : routesOf(op).flatMap(({ route }) => [...(route?.cases.map(({ to }) => to) ?? []), route?.otherwise ?? null]);
  return [...new Set(slots.flatMap((slot) => nameAt(program, slot) ?? []))];
}

/** Keys of the state that an op reads itself, but for those that it copes without: that it tests anywhere, or gives a default. */
export function readsOf(program: Program, op: Op): ReadonlySet<string> {
  const read = new Set<string>();
  const guarded = new Set<string>();
  for (const ir of codeOf(program, op)) {
    walkExpr(ir, (part) => {
      const key = stateKey(part);
      if (key !== undefined) read.add(key);
      for (const tested of testedIn(part)) walkExpr(tested, (inside) => void guarded.add(stateKey(inside) ?? ""));
    });
  }
  return new Set([...read].filter((key) => !guarded.has(key)));
}

function stateKey(ir: ExprIr): string | undefined {
  return ir.op === "get" && ir.of.op === "root" && ir.of.name === "state" ? ir.key : undefined;
}

/** What may be `None` there without harm. */
function testedIn(ir: ExprIr): readonly ExprIr[] {
  switch (ir.op) {
    case "is": case "not": return [ir.of];
    case "filter": return ir.name === "default" ? [ir.of] : [];
    case "and": case "or": return [ir.left];
    case "if": return [ir.test];
    case "compare": return ir.links.every(({ cmp }) => cmp === "==" || cmp === "!=") ? [ir.first] : [];
    case "text": return ir.parts.flatMap((part) => (part.part === "if" ? part.arms.map(({ when }) => when) : []));
    default: return [];
  }
}

/** Keys that an op writes. */
export function writesOf(op: Op): readonly string[] {
  return "writes" in op ? op.writes.map(({ key }) => key) : [];
}

/** A piece of code as text that is the same in two programs if it means the same. */
export function codeText(program: Program, code: Code): string {
  return canonicalJson(program.code[code] as unknown as Json);
}

export function objectAt(value: JsonObject, name: string): JsonObject {
  const part = value[name];
  return isJsonObject(part) ? part : {};
}

export function textsAt(value: JsonObject, name: string): readonly string[] {
  const part = value[name];
  return Array.isArray(part) ? part.filter((each): each is string => typeof each === "string") : [];
}

export type Suspend = OpOf<"suspend">;

/** What an op evaluates when control reaches it: its fields, and the tests that choose its way without doing anything. */
function codeOf(program: Program, op: Op): readonly ExprIr[] {
  const codes: Code[] = [];
  if ("fields" in op) for (const [name, field] of Object.entries(specOf(op.kind).fields)) codes.push(...codesIn(field, op.fields[name]));
  if (op.op === "choose") codes.push(...op.route.cases.map(({ when }) => when));
  return codes.flatMap((code) => program.code[code] ?? []);
}

/** The code in a lowered field, by its shape. */
function codesIn(field: Field, value: Json | undefined): readonly Code[] {
  if (value === undefined || value === null) return [];
  switch (field.shape) {
    case "template": case "expression": return typeof value === "number" ? [value as Code] : [];
    case "value": return isJsonObject(value) ? codesOfValue(value) : [];
    case "list": return Array.isArray(value) ? value.flatMap((item: Json) => codesIn(field.of, item)) : codesIn(field.of, value);
    case "map": return isJsonObject(value) ? Object.values(value).flatMap((item) => codesIn(field.of, item)) : [];
    case "object": return isJsonObject(value) ? Object.entries(field.fields).flatMap(([name, each]) => codesIn(each, value[name])) : [];
    case "tagged": {
      const variant = isJsonObject(value) ? field.variants[String(value[field.tag])] : undefined;
      return variant === undefined || !isJsonObject(value) ? [] : Object.entries(variant.fields).flatMap(([name, each]) => codesIn(each, value[name]));
    }
    case "either": return [field.scalar, field.list, field.map].flatMap((arm) => (arm === undefined ? [] : codesIn(arm, value)));
    case "text": case "name": case "integer": case "number": case "flag": case "choice": case "duration": case "target": case "stateKey": case "type": case "data": return [];
    default: return unreachable(field, "codesIn");
  }
}

/** A tree of plain data has its code at the leaves (`ValueIr`). */
function codesOfValue(value: JsonObject): readonly Code[] {
  const { code, list, map } = value;
  if (typeof code === "number") return [code as Code];
  const parts: readonly Json[] = Array.isArray(list) ? list : isJsonObject(map) ? Object.values(map) : [];
  return parts.flatMap((part) => (isJsonObject(part) ? codesOfValue(part) : []));
}
