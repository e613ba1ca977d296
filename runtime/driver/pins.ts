import { hash } from "node:crypto";
import type { RunEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import { canonicalJson } from "../../schemas/json.ts";
import { partsOf } from "../../schemas/tool-changes.ts";
import type { ToolDefinition, ToolLock } from "../../schemas/tool-lock.ts";
import type { ActivityContext } from "../activity.ts";
import type { RunState, ToolPrint } from "../core/state.ts";
import { toolKey } from "../core/state.ts";
import { driftFromLock, driftSinceSeen, shadowOf } from "../core/tool-drift.ts";
import type { Prepared } from "./prepare.ts";

/*
 * T1. A tool is called only while its server describes it as the lock does or, where its server is not locked, as it did
 *     when this execution used it first.
 * T2. What was seen first is durable before the tool is called, so that a crash makes nothing new of it.
 * T3. A lock that came later wins over what was seen: a person has looked at it.
 */

/** Holds the tools of one execution against what is known of them. */
export interface ToolPins {
  readonly of: (prepared: Prepared, append: (event: RunEvent) => Promise<void>) => ActivityContext["pin"];
}

/** `tools` is what the execution has seen by now. */
export function toolPins(lock: ToolLock | undefined, tools: () => RunState["tools"]): ToolPins {
  /** First sights that are recorded and not durable yet: nobody else may build on them before (T2). */
  const underWay = new Map<string, Promise<void>>();
  const see = async (key: string, event: RunEvent, append: (event: RunEvent) => Promise<void>): Promise<void> => {
    const durable = append(event);
    underWay.set(key, durable);
    await durable;
    underWay.delete(key);
  };
  return {
    of: ({ at, node }, append) => async (server, tool, listed): Promise<Failure | undefined> => {
      const name = { server, tool };
      const found = listed.find((each) => each.name === tool);
      const shadow = shadowOf(name, listed);
      if (shadow !== undefined) return shadow;
      const locked = lock?.get(server);
      if (locked !== undefined) return driftFromLock(name, locked, found);
      // What nobody lists has no definition that could change.
      if (found === undefined) return undefined;
      const key = toolKey(name);
      const parts = printOf(found);
      const seen = tools().get(key);
      if (seen === undefined) await see(key, { type: "tool_seen", v: 1, node, visit: at.visit, attempt: at.attempt, server, tool, parts }, append);
      else await underWay.get(key);
      const changed = seen === undefined ? [] : changedParts(seen, parts);
      return changed.length === 0 ? undefined : driftSinceSeen(name, changed);
    },
  };
}

/** The parts of a definition as hashes: enough to know each again. */
function printOf(tool: ToolDefinition): ToolPrint {
  return Object.fromEntries([...partsOf(tool)].map(([part, value]) => [part, hash("sha256", canonicalJson(value))]));
}

function changedParts(before: ToolPrint, after: ToolPrint): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((part) => before[part] !== after[part]);
}
