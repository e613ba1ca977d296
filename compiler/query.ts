import { Bug } from "../schemas/bug.ts";

/**
 * Memoised functions over versioned inputs. Pull-only: nothing runs until asked for.
 *
 * Q1. A result is reused while none of its recorded dependencies changed after it was last verified.
 * Q2. A recomputed result that is `same` as the old one keeps its old `changedAt`, so dependants are not re-run.
 * Q3. A query that reaches itself is a bug: stages form a ladder, never a loop.
 */
export interface Db {
  revision: number;
  /** By the name of an input or a query, and by key: words put together would be hashed anew each time. */
  readonly cells: Map<string, Map<string, Cell>>;
  readonly stack: Cell[];
}

interface Cell {
  readonly name: string;
  value: unknown;
  changedAt: number;
  verifiedAt: number;
  deps: Set<Cell>;
  compute: (() => unknown) | undefined;
  same: (a: unknown, b: unknown) => boolean;
}

export function createDb(): Db {
  return { revision: 1, cells: new Map(), stack: [] };
}

/** A value that is set from outside, such as the text of a file. */
export interface Input<V> {
  readonly set: (db: Db, key: string, value: V) => void;
  readonly get: (db: Db, key: string) => V | undefined;
}

export function input<V>(name: string): Input<V> {
  return {
    set: (db, key, value) => {
      const cell = cellFor(db, name, key);
      if (Object.is(cell.value, value)) return;
      db.revision += 1;
      cell.value = value;
      cell.changedAt = db.revision;
    },
    get: (db, key) => {
      const cell = cellFor(db, name, key);
      db.stack.at(-1)?.deps.add(cell);
      return cell.value as V | undefined;
    },
  };
}

/**
 * A function of inputs and other queries. `same` decides whether a new result is news to its dependants. `before` is the
 * last result, of which a new one may take over parts; what is computed must not depend on it.
 */
export function query<V>(name: string, compute: (db: Db, key: string, before: V | undefined) => V, same: (a: V, b: V) => boolean = Object.is): (db: Db, key: string) => V {
  return (db, key) => {
    const cell = cellFor(db, name, key);
    // A cell holds values of one query only, by its name.
    cell.compute ??= () => compute(db, key, cell.value as V | undefined);
    // A cell holds values of one query only, by its name.
    cell.same = same as Cell["same"];
    db.stack.at(-1)?.deps.add(cell);
    refresh(db, cell);
    return cell.value as V;
  };
}

function refresh(db: Db, cell: Cell): void {
  if (cell.compute === undefined || cell.verifiedAt === db.revision) return;
  if (db.stack.includes(cell)) throw new Bug(`query cycle: ${[...db.stack, cell].map((each) => each.name).join(" -> ")}`);
  const isKnown = cell.verifiedAt > 0;
  if (!isKnown || hasNewerDependency(db, cell)) recompute(db, cell, isKnown);
  cell.verifiedAt = db.revision;
}

function hasNewerDependency(db: Db, cell: Cell): boolean {
  for (const dep of cell.deps) {
    refresh(db, dep);
    if (dep.changedAt > cell.verifiedAt) return true;
  }
  return false;
}

function recompute(db: Db, cell: Cell, isKnown: boolean): void {
  cell.deps = new Set();
  db.stack.push(cell);
  try {
    const next = cell.compute?.();
    if (isKnown && cell.same(cell.value, next)) return;
    cell.value = next;
    cell.changedAt = db.revision;
  } finally {
    db.stack.pop();
  }
}

function cellFor(db: Db, of: string, key: string): Cell {
  let cells = db.cells.get(of);
  if (cells === undefined) db.cells.set(of, (cells = new Map()));
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = { name: `${of}:${key}`, value: undefined, changedAt: 0, verifiedAt: 0, deps: new Set(), compute: undefined, same: Object.is };
    cells.set(key, cell);
  }
  return cell;
}
