import { unreachable } from "../../schemas/bug.ts";
import type { Listener } from "../../runtime/index.ts";
import { formatDuration } from "../../schemas/duration.ts";
import type { RunEvent } from "../../schemas/event.ts";
import type { Io } from "../io.ts";
import { colourOf } from "../tell.ts";
import { budgetText, decisionText, usageText, verdictText, waitText } from "./events.ts";
import { fitted } from "./fit.ts";
import { type Line, page, type Piece } from "./page.ts";

/** Tells on standard error what an execution does as it does it; with `text` also what models say, as they say it. */
export function progressOn(io: Io, show: "steps" | "text"): Listener {
  const colour = colourOf(io.err, io);
  // Where the text of a model stands: a line of ours begins behind its end.
  let speaker: string | undefined;
  const hush = (): void => {
    if (speaker !== undefined) io.err.write("\n");
    speaker = undefined;
  };
  return {
    onEvent: (_, { event }) => {
      const lines = fitted(linesOf(event), io.err.columns);
      if (lines.length === 0) return;
      hush();
      io.err.write(page(lines, colour));
    },
    ...(show === "steps" ? {} : {
      onText: (_, { node, attempt }, delta) => {
        const name = `${node} ${attempt}`;
        if (speaker !== name) hush();
        speaker = name;
        // Line breaks are the model's; everything else that could steer a terminal is made visible.
        io.err.write(page(delta.split("\n"), colour).slice(0, -1));
      },
    }),
  };
}

/** The routes that were chosen on the way, and then what the event itself says. */
function linesOf(event: RunEvent): readonly Line[] {
  const passed: readonly Line[] = "passed" in event ? event.passed.map(({ node, visit, to }) => [{ tone: "dim", text: `· ${visitOf({ node, visit })} → ${to}` }]) : [];
  const own = lineOf(event);
  return own === undefined ? passed : [...passed, own];
}

function lineOf(event: RunEvent): Line | undefined {
  switch (event.type) {
    case "workflow_started":
      return [{ tone: "strong", text: event.workflow_id }, ` ${event.version}`];
    case "node_started":
      return [{ tone: "dim", text: `→ ${nameOf(event)}` }];
    case "node_completed": {
      const used = usageText(event.usage);
      const verdict = verdictText(event.output);
      const mark: Piece = verdict.startsWith("not") ? { tone: "warn", text: "✗" } : { tone: "good", text: "✓" };
      return [mark, ` ${nameOf(event)}  ${Math.round(event.duration_ms)}ms`, verdict === "" ? "" : `  ${verdict}`, { tone: "dim", text: used === "" ? "" : `  ${used}` }];
    }
    case "node_failed":
      return [{ tone: "bad", text: "✗" }, ` ${nameOf(event)}  ${Math.round(event.duration_ms)}ms  ${event.failure.code}: ${event.failure.message}`];
    case "step_started":
      return [{ tone: "dim", text: `  ${event.step}. ${event.call}` }];
    case "step_completed": {
      const said = [event.failure === null ? "" : `${event.failure.code}: ${event.failure.message}`, usageText(event.usage)].filter((part) => part !== "");
      return [{ tone: "dim", text: [`     ${Math.round(event.duration_ms)}ms`, ...said].join("  ") }];
    }
    case "retry_scheduled":
      return [{ tone: "warn", text: "…" }, ` ${event.node}  attempt ${event.attempt} in ${formatDuration(event.delay_ms)}`];
    case "wait_started":
      return [{ tone: "warn", text: "…" }, ` ${visitOf(event)}  waits ${waitText(event)}`];
    case "timer_fired":
      return [{ tone: "good", text: "✓" }, ` ${visitOf(event)}  the moment has come`];
    case "event_received":
      return [{ tone: "good", text: "✓" }, ` ${visitOf(event)}  received '${event.event}'`];
    case "wait_timed_out":
      return [{ tone: "warn", text: "✗" }, ` ${visitOf(event)}  nobody answered in time`];
    case "approval_requested":
      return [{ tone: "warn", text: "…" }, ` ${visitOf(event)}  waits for a decision: ${event.reason}`];
    case "approval_received":
      return [event.decision === "approved" ? { tone: "good", text: "✓" } : { tone: "bad", text: "✗" }, ` ${visitOf(event)}  ${decisionText(event)}`];
    case "workflow_retried":
      return [{ tone: "strong", text: "tried again" }, ` at ${visitOf(event)}`];
    case "node_uncertain":
      return [{ tone: "warn", text: "?" }, ` ${visitOf(event)}  ${event.failure.message}`];
    case "budget_exceeded":
      return [{ tone: "warn", text: "!" }, ` ${visitOf(event)}  ${budgetText(event)}`];
    case "branches_forked":
      return [{ tone: "dim", text: `· ${visitOf(event)}: its branches begin` }];
    case "branches_joined":
      return [{ tone: "dim", text: `· ${visitOf(event)} → ${event.join}${event.cancelled.length === 0 ? "" : `, cancelled ${event.cancelled.join(", ")}`}` }];
    case "workflow_completed":
      return [{ tone: "good", text: "■" }, ` ${event.node}`];
    case "workflow_limit_exceeded":
      return [{ tone: "bad", text: "■" }, ` ${event.node}  ${event.limit} reached`];
    case "workflow_failed":
      return event.node === null ? undefined : [{ tone: "bad", text: "■" }, ` ${event.node}`];
    case "uncertainty_resolved": case "budget_raised": case "policy_adopted": case "tool_seen":
    case "node_scheduled": case "branch_ended": case "workflow_cancelled":
      return undefined;
    default:
      return unreachable(event, "lineOf");
  }
}

function visitOf({ node, visit }: { readonly node: string; readonly visit: number }): string {
  return `${node}${visit === 1 ? "" : ` #${visit}`}`;
}

function nameOf({ node, visit, attempt }: { readonly node: string; readonly visit: number; readonly attempt: number }): string {
  return `${node}${visit === 1 ? "" : ` #${visit}`}${attempt === 1 ? "" : ` (attempt ${attempt})`}`;
}
