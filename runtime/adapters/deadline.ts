/** A signal of its own that follows another and ends after a time. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Ends it before its time. */
  readonly end: () => void;
  /** Lets go of the other signal and of the clock. */
  readonly release: () => void;
}

/**
 * `signal`, but no longer than `ms`, then with a `TimeoutError` as `AbortSignal.timeout` has it. Made by hand: Node 20
 * collects what `AbortSignal.any` makes of a timeout before the timeout comes, and then it never comes.
 */
export function deadline(signal: AbortSignal, ms: number | undefined): Deadline {
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal.reason);
  const timer = ms === undefined ? undefined : setTimeout(() => controller.abort(new DOMException("the time is up", "TimeoutError")), Math.min(ms, longestTimerMs));
  if (signal.aborted) follow();
  else signal.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    end: () => controller.abort(),
    release: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", follow);
    },
  };
}

/** Node's timers hold no more. */
const longestTimerMs = 2_147_483_647;
