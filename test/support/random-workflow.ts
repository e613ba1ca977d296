import type { Json, JsonObject } from "../../schemas/json.ts";
import { pick } from "./mutate.ts";
import type { CodeKey, CodeKind } from "./random-code.ts";
import { codeState, codeText, typedCode, wildCode } from "./random-code.ts";

/** A document as data, so that it can be changed and made smaller. */
export interface RandomWorkflow {
  readonly workflow: JsonObject;
  readonly nodes: { readonly [id: string]: JsonObject };
}

/** Where a node leads: undefined ends a branch. */
type Next = string | undefined;

const keys = Object.keys(codeState) as readonly CodeKey[];
/** What a model may be asked for, and the key that takes it. */
const structures: readonly (readonly [CodeKey, string])[] = [["rec", codeState.rec], ["l", "list[str]"], ["n", "int"], ["mode", codeState.mode], ["rs", codeState.rs], ["p", "int | None"]];

/** A workflow with every kind of node: branches, loops, parallels within parallels, waits, decisions, evals. Its graph is in order; its code is of the right types, or with `wild` of any. */
export function randomWorkflow(random: () => number, wild: boolean): RandomWorkflow {
  const nodes: { [id: string]: JsonObject } = {};
  let made = 0;
  let left = 8;
  const named = (kind: string): string => {
    left -= 1;
    return `${kind}${(made += 1)}`;
  };
  const chance = (of: number): boolean => random() < of;
  const code = (kind: CodeKind): string => (wild && chance(0.5) ? wildCode(random) : typedCode(kind, random));
  const value = (): string => (chance(0.7) ? `{{ ${code(pick(["str", "int", "float", "bool", "list[str]", "list[int]"], random))} }}` : codeText(random, code));
  const led = (next: Next): JsonObject => (next === undefined ? {} : { next });

  /** Where a result leads: one node, or several by tests of it. */
  const routed = (next: Next): JsonObject => {
    if (next === undefined || left < 2 || chance(0.8)) return led(next);
    return { next: [{ when: chance(0.3) ? "output is not None" : code("bool"), to: step(next) }, ...(chance(0.3) ? [{ when: code("bool"), to: next }] : []), { else: next }] };
  };
  const attempts = (next: Next): JsonObject => ({
    ...(chance(0.2) ? { retry: { max_attempts: 2, delay_ms: 10 } } : {}),
    ...(chance(0.25) && left > 0 ? { on_error: chance(0.5) && next !== undefined ? next : step(next) } : {}),
  });

  const call = (next: Next): string => {
    const id = named("c");
    const key = pick(keys, random);
    nodes[id] = pick<() => JsonObject>([
      () => ({ type: "tool", server: "s", tool: "t", arguments: { a: value(), b: value() }, ...(chance(0.8) ? { output_key: key } : {}), ...attempts(next), ...routed(next) }),
      () => ({ type: "http", url: "https://example.com/", method: pick(["GET", "PUT"], random), query: { q: value() }, headers: { "x-node": "{{ node.id }}", "x-attempt": "{{ node.attempt }}" }, output_key: key, ...attempts(next), ...routed(next) }),
      () => ({ type: "model", model: "gpt-4o", prompt: codeText(random, code), output_key: pick(["s", "t", "o", "x"], random), ...attempts(next), ...routed(next) }),
      () => {
        const [to, schema] = pick(structures, random);
        return { type: "model", model: "gpt-4o", prompt: codeText(random, code), output_schema: schema, output_key: to, ...attempts(next), ...routed(next) };
      },
    ], random)();
    return id;
  };

  const waits = (next: Next): string => {
    const id = named("w");
    const late = chance(0.4) && next !== undefined ? { timeout: "1h", on_timeout: next } : {};
    nodes[id] = pick<() => JsonObject>([
      () => ({ type: "wait", timer: "5m", ...led(next) }),
      () => ({ type: "wait", event: `told-${id}`, data: Object.fromEntries([pick(keys, random), pick(keys, random)].map((key) => [key, codeState[key]])), ...late, ...routed(next) }),
      () => ({ type: "wait", event: `told-${id}`, correlation_key: codeText(random, code), output_key: "x", ...late, ...led(next) }),
      () => ({ type: "human_approval", message: codeText(random, code), output_key: "ap", ...late, ...(next === undefined ? {} : { on_rejected: next }), ...led(next) }),
    ], random)();
    return id;
  };

  const branch = (next: string): string => {
    const id = named("b");
    const to = (): string => (left > 0 && chance(0.7) ? region(next) : next);
    const conditions = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({ if: code("bool"), next: to() }));
    nodes[id] = { type: "branch", conditions, ...(chance(0.85) ? { default: to() } : {}) };
    return id;
  };

  const loop = (next: string): string => {
    const id = named("b");
    nodes[id] = { type: "branch", max_visits: 3, conditions: [{ if: code("bool"), next }], default: region(id) };
    return id;
  };

  const judged = (next: Next): string => {
    const draft = named("d");
    const check = named("j");
    nodes[draft] = { type: "model", model: "gpt-4o", prompt: chance(0.5) ? codeText(random, code) : "{% for each in feedback or [] %}{{ each.message }}{% endfor %}", output_key: "s", next: check };
    const scorers = [{ type: "assertion", check: [pick(["len(output.s) > 3", "output.s == state.s", "'a' in output.s", "state.n < len(output.s)"], random), ...(chance(0.5) ? [code("bool")] : [])] }, ...(chance(0.3) ? [{ type: "latency", max_ms: 1_000 }] : [])];
    const route = next !== undefined && chance(0.3) ? { next: [{ when: "output.passed and output.score > 0.5", to: next }, { else: next }] } : led(next);
    nodes[check] = { type: "eval", node: draft, scorers, ...pick([{ on_fail: "retry_with_feedback", max_retries: 2 }, { on_fail: "log_and_continue" }, { on_fail: "halt" }], random), ...(chance(0.3) ? { output_key: "x" } : {}), ...route };
    return draft;
  };

  const parallel = (next: Next): string => {
    const id = named("p");
    const merge = pick(["last_writer", "first", "collect", undefined], random);
    const meet = merge === undefined ? call(next) : named("m");
    const branches = Array.from({ length: 1 + Math.floor(random() * 3) }, () => region(chance(0.5) ? meet : undefined));
    if (merge !== undefined) nodes[meet] = { type: "join", wait_for: branches, merge, ...(merge === "collect" ? { output_key: "x" } : {}), ...led(next) };
    nodes[id] = { type: "parallel", branches, join: meet };
    return id;
  };

  const step = (next: Next): string => {
    const luck = random();
    if (left <= 0 || luck < 0.45) return call(next);
    if (luck < 0.6) return waits(next);
    if (luck < 0.7) return judged(next);
    if (luck < 0.82 || next === undefined) return parallel(next);
    return luck < 0.92 ? branch(next) : loop(next);
  };

  function region(next: Next): string {
    return left > 0 && chance(0.5) ? step(region(next)) : step(next);
  }

  const start = region("end");
  nodes["end"] = { type: "end" };
  const inputs = chance(0.5) ? { inputs: [...keys] } : {};
  const schema = Object.fromEntries(keys.map((key) => [key, codeState[key]]));
  return detoured({ workflow: { id: "random", version: "1.0.0", start, state_schema: schema, ...inputs }, nodes }, random);
}

/** Now and then one way leads to another node than it did; the checker says whether that is still a workflow. */
function detoured({ workflow, nodes }: RandomWorkflow, random: () => number): RandomWorkflow {
  const ids = Object.keys(nodes);
  const id = pick(ids, random);
  const node = nodes[id] ?? {};
  const targets = Object.entries(node).filter(([key, to]) => ["next", "default", "on_error", "on_timeout", "on_rejected", "join"].includes(key) && typeof to === "string");
  if (targets.length === 0 || random() < 0.6) return { workflow, nodes };
  const [key] = pick<readonly [string, Json]>(targets, random);
  return { workflow, nodes: { ...nodes, [id]: { ...node, [key]: pick(ids, random) } } };
}
