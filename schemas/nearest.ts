/**
 * The candidate that `word` was most likely meant to be, if any is near enough: at most one edit where the longer of the
 * two has up to four characters, two up to eight, three beyond. Case alone counts half an edit, and is all that two
 * characters may differ in. Of equally near candidates the one that comes first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const limit = Math.min(toleratedEdits(Math.max(word.length, candidate.length)), least);
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = candidate.toLowerCase() === word.toLowerCase() ? 0.5 : editDistance(word, candidate);
    if (edits <= limit && edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** Whether `word` is one slip away from `candidate` and from no other of `candidates`: there is no doubt what was meant. */
export function isSlipOf(candidate: string, word: string, candidates: Iterable<string>): boolean {
  return [...candidates].every((each) => (each === candidate) === (editDistance(word, each) <= 1));
}

function toleratedEdits(length: number): number {
  if (length <= 2) return 0.5;
  return length <= 4 ? 1 : length <= 8 ? 2 : 3;
}

/** Insertions, deletions, substitutions and swaps of neighbours. Source: optimal string alignment (Damerau 1964). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
