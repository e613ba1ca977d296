import type { ExecutionStatus, StoredEvent } from "../../schemas/event.ts";
import type { FailureCode } from "../../schemas/failure.ts";
import type { Program } from "../../schemas/program.ts";
import type { Totals } from "../core/totals.ts";
import type { Outcome } from "../ports.ts";

/*
 * What every store promises; `test/runtime/store-contract.test.ts` holds each one to it.
 *
 * S1. A commit is atomic over all its appends and durable when it returns: what was acknowledged survives a crash.
 * S2. The events of an execution are numbered 1..n without gaps: an append that does not follow the last one is refused,
 *     and the other appends of the commit stand.
 * S3. Only the holder of the latest lease appends: the fence is checked inside the commit, so a process that lost its
 *     lease has every write refused, whatever it believes.
 * S4. A lease is taken over only when its owner is gone, or by its owner. The fence grows with each lease.
 * S5. The table of executions changes in the transaction of the append, and is always what folding the log would make.
 * S6. Events are never changed, and come back as they were written.
 * S7. No tenant sees anything of another: an id of another tenant is an id that does not exist.
 * S8. Programs are kept by hash, with the first execution that needs them.
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
}

/** `refused`: another process holds the lease, or the events do not follow the last one. */
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
  /** The text of a program's JSON. */
  readonly program: (tenant: string, hash: string) => string | undefined;
  readonly close: () => void;
}
