import type { StoredEvent } from "../../schemas/event.ts";
import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { CallSite, Ports } from "../ports.ts";
import type { EventStore, ExecutionKey } from "../store/event-store.ts";
import type { Committer } from "./commit.ts";
import type { Behaviour } from "./perform.ts";

/** Who is told what happens. Must not throw. */
export interface Listener {
  /** After it is durable. */
  readonly onEvent?: (key: ExecutionKey, stored: StoredEvent) => void;
  /** Text of a streaming answer; may be said again by a later attempt. */
  readonly onText?: (key: ExecutionKey, site: CallSite, delta: string) => void;
}

/** What executions share. */
export interface Host {
  readonly ports: Ports;
  readonly behaviour: Behaviour;
  readonly committer: Committer;
  readonly listeners: readonly Listener[];
  readonly store: EventStore;
  /** What the project says of every call. */
  readonly policy: ProjectPolicy | undefined;
}
