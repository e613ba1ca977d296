/** Runs `action` while whatever an escape needs is replaced by a trap; gives the names of the traps that were sprung. */
export function sprung(action: () => void): readonly string[] {
  const trips: string[] = [];
  const traps = ["constructor", "__proto__", "toString", "valueOf", "toLocaleString", "__defineGetter__", "__lookupGetter__", "toJSON", "then"];
  const before = traps.map((name) => [name, Object.getOwnPropertyDescriptor(Object.prototype, name)] as const);
  const { Function: realFunction, eval: realEval } = globalThis;
  for (const name of traps) Object.defineProperty(Object.prototype, name, { configurable: true, get: () => trips.push(name) });
  globalThis.Function = new Proxy(realFunction, { apply: () => trips.push("Function"), construct: () => ({ trip: trips.push("Function") }) });
  globalThis.eval = () => trips.push("eval");
  try {
    action();
  } finally {
    globalThis.Function = realFunction;
    globalThis.eval = realEval;
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(Object.prototype, name);
      else Object.defineProperty(Object.prototype, name, descriptor);
    }
  }
  return trips;
}
