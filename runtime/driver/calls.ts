import type { RunEvent } from "../../schemas/event.ts";
import { isBudgeted } from "../core/permit.ts";
import type { Plan } from "../core/plan.ts";
import type { AttemptAt } from "../core/settle.ts";
import { settle } from "../core/settle.ts";
import { isUnderWay, visitName } from "../core/state.ts";
import type { RecordedStep } from "../core/steps.ts";
import type { ExecutionKey } from "../store/event-store.ts";
import type { Host } from "./host.ts";
import type { Folding } from "./folding.ts";
import type { Attempt } from "./perform.ts";
import { perform } from "./perform.ts";
import { isOffered, permitStep } from "./permits.ts";
import { toolPins } from "./pins.ts";
import type { Prepared } from "./prepare.ts";

/** An attempt to be made once its beginning is durable, and the steps that it made before a crash. */
export interface Launch {
  readonly prepared: Prepared;
  readonly steps: readonly RecordedStep[];
}

/** The calls of one execution that are under way in this process: at most one for each visit (D3). */
export interface Calls {
  readonly count: () => number;
  readonly isUnderWay: (visit: string) => boolean;
  /** Nobody else makes a call for this visit, though the beginning of ours is not durable yet. */
  readonly reserve: (visit: string) => void;
  /** Makes it, unless the log has given it up meanwhile. */
  readonly launch: (launch: Launch) => void;
  /** Aborts those of visits that are not among these (D5). */
  readonly keep: (visits: ReadonlySet<string>) => void;
}

/** What calls need of the execution that they are made for. */
export interface Making {
  readonly plan: Plan;
  readonly key: ExecutionKey;
  readonly folding: Folding;
  /** Does the work, unless the execution was let go of; what goes wrong in it is the end of the execution. */
  readonly guarded: (work: () => void) => void;
  /** `recorded` is called once the events are durable, and never if they will not be. */
  readonly advance: (events: readonly RunEvent[], recorded: () => void) => void;
}

/** No calls yet. */
export function callsOf(host: Host, { plan, key, folding, guarded, advance }: Making): Calls {
  /** What aborts the call of a visit. */
  const underWay = new Map<string, () => void>();
  const pins = toolPins(host.ports.lock, () => folding.state.tools);
  const streams = host.listeners.some((listener) => listener.onText !== undefined);

  /** What comes for an attempt that the log has given up is dropped. */
  const whileWanted = (at: AttemptAt, work: () => void): void => guarded(() => (isUnderWay(folding.state, at) ? work() : undefined));

  const begin = ({ prepared, steps }: Launch): Attempt => {
    const { at, node } = prepared;
    const append = (events: readonly RunEvent[]): Promise<void> => new Promise((resolve) => whileWanted(at, () => advance(events, resolve)));
    return perform(prepared, {
      ports: host.ports,
      behaviour: host.behaviour,
      offers: (tool) => isOffered(plan, folding.state, at, tool),
      pin: pins.of(prepared, (event) => append([event])),
      isBudgeted: isBudgeted(folding.state),
      journal: { recorded: steps, permit: (step) => permitStep(plan, folding.state, at, step), append },
      verdict: (folding.state.rejections.get(at.slot) ?? 0) + 1,
      onText: streams ? (delta) => host.listeners.forEach((listener) => listener.onText?.(key, { node, visit: at.visit, attempt: at.attempt }, delta)) : undefined,
    });
  };

  return {
    count: () => underWay.size,
    isUnderWay: (visit) => underWay.has(visit),
    reserve: (visit) => void underWay.set(visit, nothing),
    launch: (launch) => {
      const { at } = launch.prepared;
      if (!isUnderWay(folding.state, at)) return;
      const attempt = begin(launch);
      underWay.set(visitName(at), attempt.abort);
      void attempt.end.then((end) =>
        whileWanted(at, () => {
          underWay.delete(visitName(at));
          advance([settle(plan, at, end)], nothing);
        }),
      );
    },
    keep: (visits) => {
      for (const [visit, abort] of underWay) {
        if (visits.has(visit)) continue;
        underWay.delete(visit);
        abort();
      }
    },
  };
}

const nothing = (): void => {};
