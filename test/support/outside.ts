import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseYamlData } from "../../compiler/index.ts";
import { describeRefusal } from "../../runtime/driver/refusal.ts";
import type { Runtime } from "../../runtime/driver/open.ts";
import { parseDuration } from "../../schemas/duration.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";

/** One thing that the world outside does when an execution is paused. */
export type OutsideStep =
  | { readonly event: string; readonly data?: Json; readonly correlation_key?: string }
  | { readonly decision: "approved" | "rejected"; readonly node?: string; readonly user?: string; readonly comment?: string; readonly patch?: JsonObject }
  /** Time passes. */
  | { readonly after: string };

/** A wall clock that can be moved on. */
interface Passing {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
}

/** The world outside one run, whatever becomes of the processes in it. */
export interface Outside {
  /** Does the next thing to a paused execution; false where nothing is left to do. */
  readonly next: (runtime: Runtime, id: string, clock: Passing) => boolean;
  /** When it is, once time has passed; `undefined` before. */
  readonly at: () => number | undefined;
  readonly isOver: () => boolean;
}

export function outsideOf(steps: readonly OutsideStep[]): Outside {
  const left = [...steps];
  let at: number | undefined;
  return {
    at: () => at,
    isOver: () => left.length === 0,
    next: (runtime, id, clock) => {
      const step = left.shift();
      if (step === undefined) return false;
      if ("after" in step) {
        clock.advance(parseDuration(step.after) ?? 0);
        at = clock.now();
        return true;
      }
      const posted = "event" in step
        ? runtime.signal(id, { event: step.event, data: step.data ?? {}, id: `outside-${left.length}`, ...(step.correlation_key === undefined ? {} : { correlationKey: step.correlation_key }) })
        : runtime.approve(id, step);
      if (!posted.ok) throw new Error(describeRefusal(posted.refusal).join("; "));
      return true;
    },
  };
}

/** What `signals.yaml` of a folder says; nothing where there is none. */
export function stepsIn(folder: string): readonly OutsideStep[] {
  const file = join(folder, "signals.yaml");
  if (!existsSync(file)) return [];
  // Examples are ours, and a wrong one fails its test.
  return parseYamlData({ uri: file, text: readFileSync(file, "utf8") }).value.value as unknown as readonly OutsideStep[];
}
