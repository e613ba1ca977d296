import { activities } from "../../runtime/activities/index.ts";
import { judge } from "../../runtime/activities/eval.ts";
import { merge } from "../../runtime/activities/merge.ts";
import type { Runtime } from "../../runtime/driver/open.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import { describeRefusal } from "../../runtime/driver/refusal.ts";
import type { ExecutionResult } from "../../runtime/driver/result.ts";
import type { Started } from "../../runtime/driver/start.ts";
import { memoryShelf } from "../../runtime/store/memory.ts";
import type { Compiled, Workspace } from "../../compiler/index.ts";
import { createWorkspace } from "../../compiler/index.ts";
import type { StoredEvent } from "../../schemas/event.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { types } from "../../schemas/type.ts";
import type { ManualClock } from "./fake-ports.ts";
import { manualClock, turns } from "./fake-ports.ts";
import { yamlOf } from "./mutate-tree.ts";
import { randomFrom } from "./random.ts";
import { valueOf } from "./random-value.ts";
import type { RandomWorkflow } from "./random-workflow.ts";
import type { ToldArguments, Weather } from "./scripted-world.ts";
import { scriptedPorts } from "./scripted-world.ts";

/** A workflow that was judged, and all that is known of it. */
export interface JudgedWorkflow {
  readonly document: RandomWorkflow;
  readonly text: string;
  readonly compiled: Compiled;
  readonly workspace: Workspace;
}

/** How one execution of it went. */
export interface WitnessedRun {
  readonly result: ExecutionResult | undefined;
  readonly events: readonly StoredEvent[];
  readonly told: readonly ToldArguments[];
  /** What the runtime refused of what fits. */
  readonly refused: readonly string[];
}

export const uri = "file:///random.yaml";

export function judgedWorkflow(document: RandomWorkflow): JudgedWorkflow {
  const text = yamlOf({ workflow: document.workflow, nodes: document.nodes });
  const workspace = createWorkspace({ project: { servers: ["s"], fileExists: () => true } });
  workspace.setText({ uri, text });
  // The text was just set, so there is a result.
  return { document, text, workspace, compiled: workspace.compiled(uri) as Compiled };
}

/** Runs a program with well-typed inputs in a world of chance, where events come and people decide, until nothing goes on. */
export async function witnessed({ document, workspace }: Pick<JudgedWorkflow, "document" | "workspace">, program: Program, seed: number, weather: Weather = "stormy"): Promise<WitnessedRun> {
  const random = randomFrom(seed);
  const clock = manualClock();
  const told: ToldArguments[] = [];
  const refused: string[] = [];
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: scriptedPorts(clock, { document, program, seed, weather }, told), behaviour: { activities, judge, merge } });
  const inputs = (workspace.inputs(uri) ?? []).filter(({ required }) => required || random() < 0.5).map(({ key, type }): [string, Json] => [key, valueOf(type, random)]);
  // A payload has what the wait's `data` declares.
  const payload = (node: string): JsonObject => Object.fromEntries(Object.keys(document.nodes[node]?.["data"] ?? {}).map((key) => [key, valueOf(program.state[key]?.type ?? types.any, random)]));
  const eventOf = (node: string): string => String(document.nodes[node]?.["event"]);
  const answers = (chance: number): Answering => ({ random, chance, eventOf, payload, refused });
  let started = runtime.start(program, Object.fromEntries(inputs));
  const id = started.ok ? started.id : "";
  let result: ExecutionResult | undefined;
  for (let round = 0; round < 60; round += 1) {
    if (!started.ok) {
      refused.push(describeRefusal(started.refusal).join("; "));
      break;
    }
    result = await settled(clock, started, () => answered(runtime, id, answers(0.5)));
    if (result?.status !== "paused") break;
    if (!answered(runtime, id, answers(1))) {
      refused.push("it is paused, and nothing in it waits");
      break;
    }
    started = runtime.resume(id);
  }
  const events = id === "" ? undefined : runtime.events(id);
  return { result, told, refused, events: events?.ok ? events.value : [] };
}

/** What an execution comes to; time passes where nothing else happens, unless somebody answers first. Undefined where it comes to nothing. */
async function settled(clock: ManualClock, { done }: Extract<Started, { ok: true }>, answer: () => boolean): Promise<ExecutionResult | undefined> {
  let result: ExecutionResult | undefined;
  let broken: unknown;
  done.then((value) => (result = value), (error: unknown) => (broken = error));
  for (let idle = 0; idle < 200; ) {
    await turns(3);
    if (broken !== undefined) throw broken;
    if (result !== undefined) return result;
    const ms = clock.untilNext();
    idle = ms === undefined ? idle + 1 : 0;
    if (ms !== undefined && !answer()) clock.advance(ms);
  }
  return undefined;
}

/** How those outside answer: with which chance, and with what. */
interface Answering {
  readonly random: () => number;
  readonly chance: number;
  readonly eventOf: (node: string) => string;
  readonly payload: (node: string) => JsonObject;
  readonly refused: string[];
}

/** Answers some of what is waited for, each with what it takes; whether there was anything. */
function answered(runtime: Runtime, id: string, { random, chance, eventOf, payload, refused }: Answering): boolean {
  let any = false;
  for (const { node, visit, until, input } of openWaits(runtime, id)) {
    if (random() >= chance) continue;
    any = true;
    const key = input["correlation_key"];
    const answer = until === "approval"
      ? runtime.approve(id, { node, visit, decision: random() < 0.7 ? "approved" : "rejected", ...(random() < 0.5 ? { user: "ann" } : {}) })
      : runtime.signal(id, { event: eventOf(node), data: payload(node), ...(typeof key === "string" ? { correlationKey: key } : {}) });
    if (!answer.ok) refused.push(`${node}: ${describeRefusal(answer.refusal).join("; ")}`);
  }
  return any;
}

function openWaits(runtime: Runtime, id: string) {
  const events = runtime.events(id);
  if (!events.ok) return [];
  const open = new Map<string, Extract<StoredEvent["event"], { type: "wait_started" }>>();
  for (const { event } of events.value) {
    if (event.type === "wait_started" && (event.until === "approval" || event.due_at === null)) open.set(`${event.node}#${event.visit}`, event);
    else if ("visit" in event && event.type !== "approval_requested") open.delete(`${event.node}#${event.visit}`);
  }
  // A join that does not wait for a branch cancels what stands in it: only the runtime knows which decisions are still asked for.
  const pending = runtime.approvals({ id });
  const asked = new Set(pending.ok ? pending.value.map(({ wait: { node, visit } }) => `${node}#${visit}`) : []);
  return [...open.values()].filter(({ node, visit, until }) => until !== "approval" || asked.has(`${node}#${visit}`));
}
