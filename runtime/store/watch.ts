/** How often a process looks whether another one has written: what it posts has its effect within about a second. */
const lookMs = 400;

/** Calls back whenever `version` has become another one; the result ends that. Reading it must be cheap. */
export function watchVersion(version: () => number | undefined, look: () => void): () => void {
  let known = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === known) return;
    known = now;
    look();
  }, lookMs);
  return () => clearInterval(timer);
}
