import type { Program } from "../../schemas/program.ts";
import type { Plan } from "../core/plan.ts";
import { planOf } from "../core/plan.ts";
import type { RunState } from "../core/state.ts";
import { storedProgram } from "../load.ts";
import type { EventStore, ExecutionRow } from "../store/event-store.ts";
import { foldLog } from "./inspect.ts";
import type { Found } from "./refusal.ts";
import { refuse } from "./refusal.ts";

/** The plans that a runtime has made so far, one per program. */
export interface Plans {
  readonly of: (program: Program) => Plan;
  /** The plan of the program that an execution is pinned to. */
  readonly in: (row: ExecutionRow) => Found<Plan>;
  /** An execution as its log tells it now. */
  readonly fold: (row: ExecutionRow) => Found<{ readonly plan: Plan; readonly state: RunState }>;
}

/** No plans yet; programs are read from `store`. */
export function plansFrom(store: EventStore): Plans {
  const plans = new Map<string, Plan>();
  const of = (program: Program): Plan => {
    const plan = plans.get(program.hash) ?? planOf(program);
    plans.set(program.hash, plan);
    return plan;
  };
  const stored = (row: ExecutionRow): Found<Plan> => {
    const known = plans.get(row.program);
    if (known !== undefined) return { ok: true, value: known };
    const text = store.program(row.tenant, row.program);
    if (text === undefined) return refuse({ why: "program", message: `the program of '${row.id}' is not in the database` });
    const program = storedProgram(text, row.program);
    return program.ok ? { ok: true, value: of(program.value) } : refuse({ why: "program", message: program.failure.message });
  };
  return {
    of,
    in: stored,
    fold: (row) => {
      const plan = stored(row);
      if (!plan.ok) return plan;
      const events = store.events(row, 0);
      if (!events.ok) return refuse({ why: "store", message: events.failure.message });
      return { ok: true, value: { plan: plan.value, state: foldLog(plan.value, row.id, events.value) } };
    },
  };
}
