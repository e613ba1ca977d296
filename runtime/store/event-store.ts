import type { ExecutionStatus, StoredEvent } from "../../schemas/event.ts";
import type { FailureCode } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import type { Totals } from "../core/totals.ts";
import type { Outcome } from "../ports.ts";

/*
 * What every store promises; `test/runtime/store/contract.test.ts` holds each one to it.
 *
 * S1. A commit is atomic over all its appends and durable when it returns: what was acknowledged survives a crash.
 * S2. The events of an execution are numbered 1..n without gaps: an append that does not follow the last one is refused,
 *     and the other appends of the commit stand.
 * S3. Only the holder of the latest lease appends: the fence is checked inside the commit, so a process that lost its
 *     lease has every write refused, whatever it believes.
 * S4. A lease is taken over only when its owner is gone, or by its owner. The fence grows with each lease.
 *     It ends with its execution.
 * S5. What is said of an execution is always what folding its log would make, up to the last commit.
 * S6. Events are never changed, and come back as they were written, or not at all: what the medium altered or lost is told
 *     from what was written, and refused by the number of an event concerned.
 * S7. No tenant sees anything of another: an id of another tenant is an id that does not exist.
 * S8. Programs are kept by hash, with the first execution that needs them.
 * S9. A signal is posted by any process, whoever holds the lease, and is durable when `post` returns. It waits until one
 *     append consumes it, in the same transaction: what that append records is recorded once. Its id is remembered for
 *     good, so that whoever is not sure may post again.
 * S10. Open executions are found with what a process needs to know before it takes one up: whether it is held, when
 *     something of it is due, and how many signals wait for it.
 * S11. Whoever watches is told within about a second that another process has written.
 */

export interface ExecutionKey {
  readonly tenant: string;
  readonly id: string;
}

/** Proof of ownership: valid until someone else takes the lease. */
export interface Lease {
  readonly fence: number;
}

/** Events to be added to one execution. */
export interface Append {
  readonly key: ExecutionKey;
  readonly lease: Lease;
  /** In order; the first one's number says which event it follows. Never empty. */
  readonly events: readonly StoredEvent[];
  /** With the first events of an execution: the program they belong to. */
  readonly program?: Program;
  /** Ids of signals that these events record. None twice; one that does not wait (any more) refuses the append. */
  readonly consumed?: readonly string[];
  /** Whether nothing in it goes on without a signal, as the fold of its log says. */
  readonly paused?: boolean;
  /**
   * When something of it is due next: null where only a signal carries it on. Absent while it is under way: then it is
   * due, and has been since it began, so that whoever finds it free takes it up at once.
   */
  readonly wake_at?: number | null;
}

export const signalKinds = ["event", "approval", "cancel", "resolve", "budget"] as const;

/** What somebody outside wants of an execution. */
export interface Signal {
  readonly kind: (typeof signalKinds)[number];
  /** Unique within its execution; the poster chooses it. */
  readonly id: string;
  readonly body: JsonObject;
  readonly at: number;
}

/** A signal that waits. */
export interface Posted extends Signal {
  /** Grows in the order of posting. */
  readonly number: number;
}

/** `refused`: another process holds the lease, the events do not follow the last one, or a signal that they record does not wait. */
export type Verdict = "committed" | "refused";

export type Claim =
  | { readonly ok: true; readonly lease: Lease }
  | { readonly ok: false; readonly why: "unknown" }
  /** Another process that is alive is running it. */
  | { readonly ok: false; readonly why: "live"; readonly owner: string };

/** One line of the table of executions. */
export interface ExecutionRow extends ExecutionKey, Totals {
  readonly workflow_id: string;
  readonly version: string;
  /** The program's hash. */
  readonly program: string;
  readonly status: ExecutionStatus;
  readonly started_at: number;
  readonly updated_at: number;
  readonly ended_at: number | null;
  /** The number of the last event. */
  readonly last_seq: number;
  /** Completed visits. */
  readonly steps: number;
  readonly failure_code: FailureCode | null;
  readonly failure_message: string | null;
  /** What the last append said of it; null once it has ended. The one column that the log does not have. */
  readonly wake_at: number | null;
}

/** An execution that has not ended. */
export interface OpenRow extends ExecutionRow {
  /** Whether a process that is alive holds the lease. */
  readonly held: boolean;
  /** How many signals wait. */
  readonly signals: number;
}

export interface Listing {
  readonly tenant: string;
  /** Only ids that begin with this. */
  readonly prefix?: string;
  readonly status?: ExecutionStatus;
  readonly limit: number;
}

/** A store as one process holds it. Every method is synchronous: the caller decides when its turn is over. */
export interface EventStore {
  /** The one way to write events. One verdict per append, or a failure and nothing is written. */
  readonly commit: (appends: readonly Append[]) => Outcome<readonly Verdict[]>;
  /** The lease of an execution that is yet to be written; its first append must carry it. */
  readonly newLease: () => Lease;
  readonly claim: (key: ExecutionKey) => Outcome<Claim>;
  /** Gives a lease back, so that others need not wait for the end of this process. */
  readonly release: (key: ExecutionKey, lease: Lease) => void;
  /** Whether a process that is alive holds the lease. */
  readonly isHeld: (key: ExecutionKey) => boolean;
  /** The events after number `after`, in order. Unreadable events are a failure: nobody goes on from half a log. */
  readonly events: (key: ExecutionKey, after: number) => Outcome<readonly StoredEvent[]>;
  readonly execution: (key: ExecutionKey) => ExecutionRow | undefined;
  /** Newest first. */
  readonly executions: (listing: Listing) => readonly ExecutionRow[];
  /** Those that nobody holds first, then those with signals, then what is due first. */
  readonly open: (listing: { readonly tenant: string; readonly limit: number }) => readonly OpenRow[];
  /** `duplicate`: a signal of this id was posted before, and stands as it was. Executions that have ended take signals, too. */
  readonly post: (key: ExecutionKey, signal: Signal) => Outcome<"posted" | "duplicate" | "unknown">;
  /** The signals that wait, in the order of posting. */
  readonly inbox: (key: ExecutionKey) => Outcome<readonly Posted[]>;
  /** Calls back after another process may have changed anything here, until the result is called or the store is closed. */
  readonly watch: (look: () => void) => () => void;
  /** The text of a program's JSON. */
  readonly program: (tenant: string, hash: string) => string | undefined;
  readonly close: () => void;
}
