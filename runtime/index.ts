import { judge } from "./activities/eval.ts";
import { activities } from "./activities/index.ts";
import { merge } from "./activities/merge.ts";
import type { Runtime, RuntimeOptions } from "./driver/open.ts";
import { runtimeOn } from "./driver/open.ts";

/** A runtime over a store and ports. Both stay the caller's, who closes them after the runtime. */
export function openRuntime(options: Omit<RuntimeOptions, "behaviour">): Runtime {
  return runtimeOn({ ...options, behaviour: { activities, judge, merge } });
}

export type { Listener } from "./driver/host.ts";
export type { ExecutionResult } from "./driver/result.ts";
export type { CheckedInput, InputProblem } from "./driver/input.ts";
export { checkInput } from "./driver/input.ts";
export type { About, CallLine, Inspection, StepLine } from "./driver/inspect.ts";
export type { ListOptions, Runtime } from "./driver/open.ts";
export { defaultTenant } from "./driver/open.ts";
export type { Replay, ReplayCheck } from "./driver/replay.ts";
export type { Found, Refusal } from "./driver/refusal.ts";
export { describeRefusal } from "./driver/refusal.ts";
export type { GivenBudget, GivenDecision, GivenResolution, OutsideEvent, PendingApproval, Receipt } from "./driver/signals.ts";
export type { Started } from "./driver/start.ts";
export type { WaitLine } from "./driver/waits.ts";
export type { Work, WorkOptions } from "./driver/work.ts";
export type { BudgetKind, Resolution } from "../schemas/event.ts";
export type { Totals } from "./core/totals.ts";
export { knownCost } from "./core/totals.ts";
export { hashOf, loadProgram, refusals, supportedFeatures } from "./load.ts";
export type { Outcome, Ports, ToolAnswer, ToolInfo } from "./ports.ts";
export { pricesAsOf } from "../schemas/prices.ts";
export type { EventStore, ExecutionRow, OpenRow, Posted, Signal } from "./store/event-store.ts";
export type { MemoryShelf, MemoryStore } from "./store/memory.ts";
export { memoryShelf } from "./store/memory.ts";
export { examineSqlite, type DatabaseFacts, type SqliteFacts } from "./store/examine.ts";
export type { SqliteOptions } from "./store/sqlite.ts";
export { diskProblem } from "./store/sqlite-driver.ts";
export { openSqliteStore } from "./store/sqlite.ts";
export { readInside, type InsideRead } from "./adapters/inside.ts";
export { declaredIn, projectNames } from "./adapters/declared.ts";
export { type LocalPorts, localPorts } from "./adapters/local.ts";
export { lockFileName, projectFileName, readProject, type ProjectOptions, type ProjectRead } from "./adapters/project.ts";
export { describeSite, readReplies, type Replies } from "./adapters/replies.ts";
export { writeToolLock } from "./adapters/tool-lock.ts";
export { secretIn } from "./secrets.ts";
export { namesUsedIn } from "./project/secret-names.ts";
export { modelCostIn } from "./project/model-cost.ts";
export { factsOf, storePath, type Project, type ProjectFacts, type ProjectProblem } from "./project/project.ts";
