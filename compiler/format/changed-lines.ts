/** Lines `[start, end)` of the one text stand where lines `[newStart, newEnd)` of the other stand. */
export interface ChangedLines {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** A way through both texts that costs more steps is not searched for: what is between them is replaced as a whole. */
const mostSteps = 1_000;

/**
 * The fewest lines that must be replaced to make `after` of `before`, in order. Source: Myers, "An O(ND) Difference
 * Algorithm and Its Variations".
 */
export function changedLines(before: readonly string[], after: readonly string[]): readonly ChangedLines[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let newEnd = after.length;
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
  }
  if (start === end && start === newEnd) return [];
  const steps = stepsBetween(before.slice(start, end), after.slice(start, newEnd));
  if (steps === undefined) return [{ start, end, newStart: start, newEnd }];
  return merged(steps.map((step) => ({ start: step.start + start, end: step.end + start, newStart: step.newStart + start, newEnd: step.newEnd + start })));
}

/** The lines of a text, each with its line break. */
export function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** One change per removed and per added line, in order. */
function stepsBetween(before: readonly string[], after: readonly string[]): readonly ChangedLines[] | undefined {
  const most = Math.min(mostSteps, before.length + after.length);
  const middle = most + 1;
  // How far into `before` a way comes on each diagonal `x - y = k`, at `middle + k`.
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let cost = 0; cost <= most; cost += 1) {
    trace.push(furthest.slice(middle - cost - 1, middle + cost + 2));
    for (let k = -cost; k <= cost; k += 2) {
      let x = startOn(furthest, middle, k, cost);
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= before.length && x - k >= after.length) return stepsBack(trace, before.length, after.length);
    }
  }
  return undefined;
}

/** Where a way of this cost begins on diagonal `k`: below an added line, or behind a removed one, whichever is further. */
function startOn(furthest: Int32Array, middle: number, k: number, cost: number): number {
  const added = furthest[middle + k + 1] ?? 0;
  const removed = (furthest[middle + k - 1] ?? 0) + 1;
  if (cost === 0) return 0;
  return k === -cost || (k !== cost && removed - 1 < added) ? added : removed;
}

function stepsBack(trace: readonly Int32Array[], endX: number, endY: number): readonly ChangedLines[] {
  const steps: ChangedLines[] = [];
  let [x, y] = [endX, endY];
  for (let cost = trace.length - 1; cost > 0; cost -= 1) {
    const furthest = trace[cost] as Int32Array;
    const k = x - y;
    const added = furthest[cost + 1 + k + 1] ?? 0;
    const removed = furthest[cost + 1 + k - 1] ?? 0;
    const isAdded = k === -cost || (k !== cost && removed < added);
    x = isAdded ? added : removed;
    y = isAdded ? x - (k + 1) : x - (k - 1);
    steps.push(isAdded ? { start: x, end: x, newStart: y, newEnd: y + 1 } : { start: x, end: x + 1, newStart: y, newEnd: y });
  }
  return steps.reverse();
}

/** Changes that touch each other as one. */
function merged(changes: readonly ChangedLines[]): readonly ChangedLines[] {
  const result: ChangedLines[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (last?.end === change.start && last.newEnd === change.newStart) result[result.length - 1] = { ...last, end: change.end, newEnd: change.newEnd };
    else result.push(change);
  }
  return result;
}
