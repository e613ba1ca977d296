import type { EventStore, ExecutionKey, Lease } from "../store/event-store.ts";

/** The right to write an execution, as this process has it. */
export interface Hold {
  readonly lease: Lease;
  readonly release: () => void;
  /** Takes what was released once more, if nobody held it in the meantime: then the log is as we left it. */
  readonly reclaim: () => boolean;
}

/** Holds `key` by a lease that was claimed. */
export function holdOf(store: EventStore, key: ExecutionKey, claimed: Lease): Hold {
  let lease = claimed;
  return {
    get lease() {
      return lease;
    },
    release: () => store.release(key, lease),
    reclaim: () => {
      const claim = store.claim(key);
      if (!claim.ok || !claim.value.ok) return false;
      const again = claim.value.lease;
      if (again.fence !== lease.fence + 1) {
        store.release(key, again);
        return false;
      }
      lease = again;
      return true;
    },
  };
}
