/** Bytes of V8's young generation from which on it does not grow any more: both halves of it. */
const largestYoung = 8 * 2 ** 20;

/** By so much of what lives the old generation may grow before it is looked through again. */
const growth = "--heap-growing-percent=40";

/** Makes V8 keep little more than what lives, for a process that lives as long as its editor and mostly waits: see decision 29. */
export function keepHeapSmall(): void {
  // Not imported: loading it takes longer than checking a small document, and only what runs for long is worth that.
  const { getHeapSpaceStatistics, setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString(growth);
  // It begins small, and nobody may say how large it gets once V8 runs: but how fast, and that may be not at all. Only a collection makes it grow.
  const watch = new PerformanceObserver(() => {
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    if ((young?.space_size ?? 0) < largestYoung) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    watch.disconnect();
  });
  watch.observe({ entryTypes: ["gc"] });
}
