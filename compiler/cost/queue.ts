/** A place and what it weighs. */
interface Queued {
  readonly place: number;
  readonly weight: number;
}

/** Places by weight. */
export interface Queue {
  readonly push: (place: number, weight: number) => void;
  readonly pop: () => Queued | undefined;
}

/** A queue that gives the lightest first; of equals, the one that came first. */
export function openQueue(): Queue {
  const heap: (Queued & { readonly turn: number })[] = [];
  let turns = 0;
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return one !== undefined;
    return one.weight < other.weight || (one.weight === other.weight && one.turn < other.turn);
  };
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(right, left) ? right : left;
      if (child >= heap.length || !isBefore(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push: (place, weight) => {
      heap.push({ place, weight, turn: (turns += 1) });
      for (let at = heap.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop: () => {
      swap(0, heap.length - 1);
      const first = heap.pop();
      sink();
      return first;
    },
  };
}
