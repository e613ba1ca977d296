import { unreachable } from "../schemas/bug.ts";
import type { NodeStatus, Passed, StoredEvent, Usage } from "../schemas/event.ts";
import type { Failure } from "../schemas/failure.ts";
import type { Json, JsonObject } from "../schemas/json.ts";

/** One attempt at one visit of a node: exactly what it received, and what it returned or how it failed. */
export interface Attempt {
  readonly attempt: number;
  readonly key: string;
  readonly effect: string;
  readonly received: Json;
  readonly returned?: Json;
  /** The state keys it wrote. */
  readonly wrote?: JsonObject;
  readonly failure?: Failure;
  readonly duration_ms?: number;
  readonly usage: readonly Usage[];
}

/** One visit of a node, in the order in which visits began. */
export interface Step {
  readonly node: string;
  readonly visit: number;
  readonly status: NodeStatus;
  /** Milliseconds that its ended attempts took together; absent for a node that only decides. */
  readonly duration_ms?: number;
  /** Where a node that only decides went to. */
  readonly to?: string;
  /** When the next attempt is due, in milliseconds since the epoch. */
  readonly due_at?: number;
  readonly attempts: readonly Attempt[];
}

/** The steps of an execution, told by its log alone. */
export function storyOf(events: readonly StoredEvent[]): readonly Step[] {
  const steps = new Map<string, Step>();
  const change = ({ node, visit }: { readonly node: string; readonly visit: number }, changes: Partial<Step>): void => {
    const id = `${node} ${visit}`;
    steps.set(id, { ...(steps.get(id) ?? { node, visit, status: "pending", attempts: [] }), ...changes });
  };
  const pass = (passed: readonly Passed[]): void => {
    for (const each of passed) change(each, { status: "completed", to: each.to });
  };
  const attempts = ({ node, visit }: { readonly node: string; readonly visit: number }): readonly Attempt[] => steps.get(`${node} ${visit}`)?.attempts ?? [];
  const end = (event: Extract<StoredEvent["event"], { type: "node_completed" | "node_failed" }>, outcome: Partial<Attempt>): void => {
    const ended = attempts(event).map((each) => (each.attempt === event.attempt ? { ...each, ...outcome, duration_ms: event.duration_ms, usage: event.usage } : each));
    const duration_ms = ended.reduce((sum, each) => sum + (each.duration_ms ?? 0), 0);
    change(event, { status: event.type === "node_completed" ? "completed" : "failed", duration_ms, attempts: ended });
  };
  for (const { event } of events) {
    switch (event.type) {
      case "workflow_started":
      case "workflow_cancelled":
        break;
      case "node_scheduled":
        pass(event.passed);
        change(event, { status: "scheduled" });
        break;
      case "node_started": {
        const { attempt, key, effect, input } = event;
        const others = attempts(event).filter((each) => each.attempt !== attempt);
        change(event, { status: "running", attempts: [...others, { attempt, key, effect, received: input, usage: [] }] });
        break;
      }
      case "node_completed":
        end(event, { returned: event.output, wrote: event.patch });
        break;
      case "node_failed":
        end(event, { failure: event.failure });
        break;
      case "retry_scheduled":
        change(event, { status: "scheduled", due_at: event.due_at });
        break;
      case "workflow_completed":
      case "workflow_failed":
      case "workflow_limit_exceeded":
        pass(event.passed);
        break;
      default:
        unreachable(event, "storyOf");
    }
  }
  return [...steps.values()];
}
