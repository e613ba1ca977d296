import { hash as digest } from "node:crypto";
import { unreachable } from "../schemas/bug.ts";
import type { Feature } from "../schemas/feature.ts";
import { failure } from "../schemas/failure.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import { canonicalJson, isJsonObject } from "../schemas/json.ts";
import type { Op, Route } from "../schemas/op.ts";
import type { Slot } from "../schemas/program-refs.ts";
import type { Program, Requirement } from "../schemas/program.ts";
import { programFormat } from "../schemas/program.ts";
import { validate } from "./generated/program-validator.js";
import type { Outcome } from "./ports.ts";

/** What this runtime enforces of what a program may demand; a program that demands more is refused by name. */
export const supportedFeatures: ReadonlySet<Feature> = new Set<Feature>([
  "cost_budget", "effect_once", "human_approval", "lint_severities", "model_retry", "model_tools", "on_budget_exceeded", "output_schema",
  "output_to_state", "parallel", "policy", "policy_file", "raised_limits", "secret_backends", "token_budget", "wait", "workflow_timeout",
]);

/**
 * The program in `json`, which anyone may have written: its format, its shape and its hash are checked, and every
 * reference inside it has its target. What is refused is `verification_failed`, and the message says what and where.
 */
export function loadProgram(json: Json): Outcome<Program> {
  const wrong = formatProblem(json) ?? shapeProblem(json) ?? referenceProblem(programIn(json)) ?? hashProblem(json);
  return wrong === undefined ? { ok: true, value: programIn(json) } : refused(wrong);
}

/** The program of an execution as the store has it. Its hash says that it is the one that was started, whole and unchanged. */
export function storedProgram(text: string, hash: string): Outcome<Program> {
  const json = parsed(text);
  if (isJsonObject(json) && json["hash"] === hash && hashProblem(json) === undefined) return { ok: true, value: programIn(json) };
  return refused("the database has another one than was started");
}

function refused(why: string): Outcome<never> {
  return { ok: false, failure: failure("verification_failed", `this is no program that can run: ${why}`) };
}

/** Every caller has held `json` against the schema of programs, or against a hash of one that was. */
function programIn(json: Json): Program {
  return json as unknown as Program;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
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

function hashProblem(program: Json): string | undefined {
  return isJsonObject(program) && program["hash"] === hashOf(program) ? undefined : "its hash is not that of its content";
}

function formatProblem(json: Json): string | undefined {
  if (!isJsonObject(json)) return "it is not an object";
  return json["format"] === programFormat ? undefined : `its format is ${JSON.stringify(json["format"] ?? null)}, and this runtime reads ${programFormat}`;
}

function shapeProblem(json: Json): string | undefined {
  if (validate(json)) return undefined;
  // The first error is the innermost: those behind it say that something inside is wrong.
  const [first] = validate.errors ?? [];
  const extra = first?.params["additionalProperty"];
  const name = typeof extra === "string" ? ` ('${extra}')` : "";
  return `${first?.instancePath.slice(1) || "it"}: ${first?.message ?? "it does not fit its schema"}${name}`;
}

/** The first thing that names an op or a piece of code that is not there. */
function referenceProblem({ ops, code, start }: Program): string | undefined {
  const isSlot = (slot: Slot | null): boolean => slot === null || slot < ops.length;
  const isRoute = (route: Route | null): boolean => route === null || (isSlot(route.otherwise) && route.cases.every(({ when, to }) => when < code.length && isSlot(to)));
  if (!isSlot(start)) return `start: there is no op ${start}`;
  const nodes = new Set<string>();
  for (const [index, op] of ops.entries()) {
    if (nodes.has(op.node)) return `ops/${index}: two ops are called '${op.node}'`;
    nodes.add(op.node);
    if (!targetsOf(op).every(isSlot) || !routesOf(op).every(isRoute)) return `ops/${index}: it leads to an op or code that is not there`;
  }
  return undefined;
}

function targetsOf(op: Op): readonly (Slot | null)[] {
  switch (op.op) {
    case "call": return [op.on_error];
    case "judge": return [op.subject, op.escalate, op.on_error];
    case "fork": return [...op.branches, op.join];
    case "join": return op.wait_for;
    case "suspend": return [op.on_timeout, op.on_rejected];
    case "choose": case "halt": return [];
    default: return unreachable(op, "targetsOf");
  }
}

function routesOf(op: Op): readonly (Route | null)[] {
  switch (op.op) {
    case "call": case "judge": case "join": case "suspend": return [op.next];
    case "choose": return [op.route];
    case "fork": case "halt": return [];
    default: return unreachable(op, "routesOf");
  }
}
