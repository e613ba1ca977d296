import type { LaneId, RunEvent } from "../../schemas/event.ts";
import { leadsOut } from "../core/lanes.ts";
import { rootLane } from "../core/state.ts";

/** Where visits stand among the branches of forks, as a log is read. */
export interface BranchPlaces {
  /** Takes the next event of the log. */
  readonly follow: (event: RunEvent) => void;
  /** The branches that a visit runs in, each by its first node, the outermost first. */
  readonly of: (node: string, visit: number) => readonly string[];
}

/** At the beginning of a log. */
export function branchPlaces(): BranchPlaces {
  const lanes = new Map<LaneId, readonly string[]>([[rootLane, []]]);
  const visits = new Map<string, readonly string[]>();
  let opened = 1;

  return {
    follow: (event) => {
      if (event.type !== "node_scheduled" && event.type !== "branches_forked" && event.type !== "branch_ended") return;
      const place = "via" in event && leadsOut(event.via) ? [] : (lanes.get(event.lane ?? rootLane) ?? []);
      if (event.type !== "branch_ended") visits.set(`${event.node}/${event.visit}`, place);
      for (const { node, visit } of event.passed) visits.set(`${node}/${visit}`, place);
      if (event.type === "branches_forked") for (const branch of event.branches) lanes.set(opened++, [...place, branch]);
    },
    of: (node, visit) => visits.get(`${node}/${visit}`) ?? [],
  };
}
