import { hash as digest } from "node:crypto";
import type { Feature } from "../schemas/feature.ts";
import { failure } from "../schemas/failure.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import { canonicalJson, isJsonObject } from "../schemas/json.ts";
import type { Op, OpName } from "../schemas/op.ts";
import type { Program, Requirement } from "../schemas/program.ts";
import { programFormat } from "../schemas/program.ts";
import type { Outcome } from "./ports.ts";

/** What this runtime enforces of what a program may demand; a program that demands more is refused by name. */
export const supportedFeatures: ReadonlySet<Feature> = new Set<Feature>();

/**
 * The program in `json`, which anyone may have written: its shape, its format and its hash are checked, and every
 * reference inside it has its target. What is refused is `verification_failed`, and the message says what and where.
 */
export function loadProgram(json: Json): Outcome<Program> {
  const wrong = shapeProblem(json) ?? (isJsonObject(json) ? hashProblem(json) : undefined);
  if (wrong !== undefined) return { ok: false, failure: failure("verification_failed", `this is no program that can run: ${wrong}`) };
  // `shapeProblem` has looked at every part that the interpreter relies on.
  return { ok: true, value: json as unknown as Program };
}

/** SHA-256, in hex, of the canonical JSON of a program without `hash` and `debug`. */
export function hashOf(program: JsonObject): string {
  const { hash: _hash, debug: _debug, ...rest } = program;
  return digest("sha256", canonicalJson(rest));
}

/** What the program demands and this runtime does not do, in the program's order. */
export function refusals(program: Program): readonly Requirement[] {
  const demanded = [...program.requires, ...program.ops.flatMap(demandOf)];
  const refused = demanded.filter(({ feature }) => !supportedFeatures.has(feature));
  // An op and its node's kind may demand the same thing.
  return refused.filter((each, index) => refused.findIndex((other) => other.feature === each.feature && other.by === each.by) === index);
}

function demandOf(op: Op): readonly Requirement[] {
  const { node } = op;
  if (op.op === "fork" || op.op === "join") return [{ feature: "parallel", by: node }];
  if (op.op === "suspend") return [{ feature: op.until === "approval" ? "human_approval" : "wait", by: node }];
  return op.op === "call" && op.effect === "once" ? [{ feature: "effect_once", by: node }] : [];
}

function hashProblem(program: JsonObject): string | undefined {
  return program["hash"] === hashOf(program) ? undefined : "its hash is not that of its content";
}

function shapeProblem(json: Json): string | undefined {
  if (!isJsonObject(json)) return "it is not an object";
  if (json["format"] !== programFormat) return `its format is ${JSON.stringify(json["format"] ?? null)}, and this runtime reads ${programFormat}`;
  const { workflow, ops, code, inputs, requires, env, recorded_env } = json;
  if (!isJsonObject(workflow) || typeof workflow["id"] !== "string" || typeof workflow["version"] !== "string") return "'workflow' lacks an id and a version";
  for (const [name, part] of Object.entries({ ops, code, inputs, requires, env, recorded_env })) if (!Array.isArray(part)) return `'${name}' is not a list`;
  for (const name of ["state", "settings", "debug"] as const) if (!isJsonObject(json[name])) return `'${name}' is not an object`;
  const debug = json["debug"];
  if (!isJsonObject(debug) || !Array.isArray(debug["code"]) || !Array.isArray(debug["nodes"])) return "'debug' lacks its lists";
  return opsProblem(ops as readonly Json[], (code as readonly Json[]).length, json["start"] ?? null);
}

function opsProblem(ops: readonly Json[], codes: number, start: Json): string | undefined {
  const isSlot = (value: Json | undefined): boolean => typeof value === "number" && Number.isInteger(value) && value >= 0 && value < ops.length;
  if (!isSlot(start)) return "'start' is no op";
  const nodes = new Set<string>();
  for (const [index, op] of ops.entries()) {
    if (!isJsonObject(op) || typeof op["node"] !== "string" || typeof op["max_visits"] !== "number") return `ops[${index}] lacks a node`;
    if (nodes.has(op["node"])) return `two ops are called '${op["node"]}'`;
    nodes.add(op["node"]);
    const name = op["op"];
    if (typeof name !== "string" || !Object.hasOwn(slotFields, name)) return `ops[${index}] is no op: ${JSON.stringify(name ?? null)}`;
    for (const field of slotFields[name as OpName]) if (op[field] !== null && !isSlot(op[field])) return `ops[${index}].${field} is no op`;
    for (const field of ["next", "route"]) {
      const wrong = routeProblem(op[field], codes, isSlot);
      if (wrong !== undefined) return `ops[${index}].${field} ${wrong}`;
    }
  }
  return undefined;
}

function routeProblem(route: Json | undefined, codes: number, isSlot: (value: Json | undefined) => boolean): string | undefined {
  if (route === undefined || route === null) return undefined;
  if (!isJsonObject(route) || !Array.isArray(route["cases"])) return "is no route";
  if (route["otherwise"] !== null && !isSlot(route["otherwise"])) return "leads nowhere";
  const broken = (route["cases"] as readonly Json[]).some((each) => !isJsonObject(each) || !isSlot(each["to"]) || !(Number(each["when"]) < codes));
  return broken ? "has a case that leads nowhere" : undefined;
}

/** The fields of each op that name another op, or none. */
const slotFields = {
  call: ["on_error"],
  judge: ["subject", "escalate", "on_error"],
  choose: [],
  fork: ["join"],
  join: [],
  suspend: ["on_timeout", "on_rejected"],
  halt: [],
} as const satisfies { readonly [N in OpName]: readonly string[] };
