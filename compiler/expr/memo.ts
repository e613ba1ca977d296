/**
 * `compute`, remembering the answers for the `size` to `2 * size` texts asked for last. For pure functions only, so that
 * nobody can tell but by the clock. Keep `size` small: V8 takes thousands of answers for lasting ones, makes every later
 * one among the old, and parsing costs a third more.
 */
export function memoByText<T>(size: number, compute: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = older.get(text) ?? compute(text);
    if (recent.size >= size) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
