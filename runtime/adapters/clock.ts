import type { Clock } from "../ports.ts";

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, callback) => later(performance.now() + ms, callback),
};

/** Node's timers hold at most 2^31-1 ms and fire at once beyond it; longer waits are taken in steps. */
const longestTimerMs = 2_147_483_647;

function later(dueAt: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = dueAt - performance.now();
    timer = left > longestTimerMs ? setTimeout(wait, longestTimerMs) : setTimeout(callback, Math.max(0, left));
  };
  wait();
  return () => clearTimeout(timer);
}
