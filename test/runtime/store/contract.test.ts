import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { RunEvent, StoredEvent } from "../../../schemas/event.ts";
import type { Append, EventStore, ExecutionKey, Lease, OpenRow, Signal } from "../../../runtime/store/event-store.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { rowAfter } from "../../../runtime/store/projections.ts";
import type { DriverName } from "../../../runtime/store/sqlite-driver.ts";
import { openSqliteStore } from "../../../runtime/store/sqlite.ts";
import { usage } from "../../support/fake-ports.ts";
import { halt, program } from "../../support/programs.ts";
import { sqliteDrivers } from "../../support/sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-contract-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const places = {
  memory: () => {
    const shelf = memoryShelf();
    return () => Promise.resolve(shelf.open());
  },
  ...Object.fromEntries((await sqliteDrivers()).map(({ name }) => [`sqlite of ${name}`, sqliteOf(name)])),
} satisfies { readonly [name: string]: () => () => Promise<EventStore> };

function sqliteOf(driver: DriverName): () => () => Promise<EventStore> {
  return () => {
    const path = join(folder, `${(files += 1)}.db`);
    return async () => {
      const store = await openSqliteStore(path, { use: "write", driver });
      if (!store.ok) throw new Error(store.failure.message);
      return store.value;
    };
  };
}

const subject = program({ nodes: { end: halt() } });
const key = (id = "exec_1", tenant = "default"): ExecutionKey => ({ tenant, id });
const at = (seq: number, event: RunEvent): StoredEvent => ({ seq, at: 1_000 + seq, event });
const begun = (tenant = "default"): StoredEvent => at(1, { type: "workflow_started", v: 1, program: subject.hash, workflow_id: "test", version: "1.0.0", tenant, input: { text: "ä\u0000\ud800" }, env: {} });
const worked = (seq: number): StoredEvent => at(seq, { type: "node_completed", v: 1, node: "a", visit: seq, attempt: 1, output: 1, writes: [], duration_ms: 3, usage: [usage({ cost_usd: 0.1 }), usage({ cost_usd: null })] });
const failed = (seq: number): StoredEvent => at(seq, { type: "workflow_failed", v: 1, node: "a", passed: [], failure: { code: "timeout", message: "late", retryable: true } });

function verdicts(store: EventStore, ...appends: readonly Append[]): readonly string[] {
  const outcome = store.commit(appends);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

function begin(store: EventStore, which = key()): Lease {
  const lease = store.newLease();
  expect(verdicts(store, { key: which, lease, events: [begun(which.tenant)], program: subject })).toEqual(["committed"]);
  return lease;
}

function read(store: EventStore, which = key(), after = 0): readonly StoredEvent[] {
  const events = store.events(which, after);
  if (!events.ok) throw new Error(events.failure.message);
  return events.value;
}

const signal = (id: string): Signal => ({ kind: "event", id, body: { text: "ä\ud800" }, at: 7 });

function waiting(store: EventStore, which = key()): readonly Signal[] {
  const inbox = store.inbox(which);
  if (!inbox.ok) throw new Error(inbox.failure.message);
  expect(inbox.value.map(({ number }) => number)).toEqual(inbox.value.map(({ number }) => number).toSorted((a, b) => a - b));
  return inbox.value.map(({ number: _, ...rest }) => rest);
}

describe.each(Object.entries(places))("%s", (_, place) => {
  it("S1 keeps what is acknowledged for whoever opens it next", async () => {
    const open = place();
    const store = await open();
    const lease = begin(store);
    verdicts(store, { key: key(), lease, events: [worked(2), worked(3)] });
    store.close();
    expect(read(await open())).toEqual([begun(), worked(2), worked(3)]);
  });

  it("S2 refuses events that do not follow the last one, and keeps the rest of the commit", async () => {
    const store = await place()();
    const [one, two] = [begin(store, key("exec_1")), begin(store, key("exec_2"))];
    const appends = [
      { key: key("exec_1"), lease: one, events: [worked(3)] },
      { key: key("exec_2"), lease: two, events: [worked(2)] },
      { key: key("exec_1"), lease: one, events: [worked(2)] },
      { key: key("exec_1"), lease: one, events: [worked(2)] },
    ];
    expect(verdicts(store, ...appends)).toEqual(["refused", "committed", "committed", "refused"]);
    expect(verdicts(store, { key: key("exec_3"), lease: one, events: [worked(1)] })).toEqual(["refused"]);
    expect(verdicts(store, { key: key("exec_1"), lease: one, events: [begun()], program: subject })).toEqual(["refused"]);
    expect(read(store, key("exec_1")).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(read(store, key("exec_3"))).toEqual([]);
    store.close();
  });

  it("S3 refuses every write of an owner that lost its lease", async () => {
    const open = place();
    const [old, young] = [await open(), await open()];
    const lease = begin(old);
    old.release(key(), lease);
    const claim = young.claim(key());
    if (!claim.ok || !claim.value.ok) throw new Error("no claim");
    expect(claim.value.lease.fence).toBeGreaterThan(lease.fence);
    expect(verdicts(old, { key: key(), lease, events: [worked(2)] })).toEqual(["refused"]);
    expect(verdicts(old, { key: key(), lease: claim.value.lease, events: [worked(2)] })).toEqual(["refused"]);
    expect(verdicts(young, { key: key(), lease: claim.value.lease, events: [worked(2)] })).toEqual(["committed"]);
    old.close();
    young.close();
  });

  it("S3 refuses an old lease of its own, too", async () => {
    const store = await place()();
    const lease = begin(store);
    const claim = store.claim(key());
    if (!claim.ok || !claim.value.ok) throw new Error("no claim");
    expect(verdicts(store, { key: key(), lease, events: [worked(2)] })).toEqual(["refused"]);
    expect(verdicts(store, { key: key(), lease: claim.value.lease, events: [worked(2)] })).toEqual(["committed"]);
    store.close();
  });

  it("S4 gives no lease away whose owner is there, and any whose owner is gone", async () => {
    const open = place();
    const [one, two] = [await open(), await open()];
    begin(one);
    expect(two.claim(key())).toMatchObject({ ok: true, value: { ok: false, why: "live" } });
    expect(two.claim(key("exec_9"))).toMatchObject({ ok: true, value: { ok: false, why: "unknown" } });
    expect(one.claim(key())).toMatchObject({ ok: true, value: { ok: true, lease: { fence: 2 } } });
    one.close();
    expect(two.claim(key())).toMatchObject({ ok: true, value: { ok: true, lease: { fence: 3 } } });
    two.close();
  });

  it("S5 has in the table of executions what folding the log makes", async () => {
    const store = await place()();
    const lease = begin(store);
    verdicts(store, { key: key(), lease, events: [worked(2), worked(3)] });
    expect(store.execution(key())).toEqual(rowAfter(undefined, { key: key(), events: read(store) }));
    verdicts(store, { key: key(), lease, events: [worked(4), failed(5)] });
    expect(store.execution(key())).toEqual(rowAfter(undefined, { key: key(), events: read(store) }));
    expect(store.execution(key())).toMatchObject({ status: "failed", steps: 3, input_tokens: 60, unpriced: 3, ended_at: 1_005, failure_code: "timeout", last_seq: 5 });
    store.close();
  });

  it("S6 gives events back as they were written, and only those after a number", async () => {
    const store = await place()();
    const lease = begin(store);
    verdicts(store, { key: key(), lease, events: [worked(2), worked(3)] });
    expect(read(store, key(), 2)).toEqual([worked(3)]);
    expect(read(store)[0]).toEqual(begun());
    store.close();
  });

  it("S7 shows no tenant anything of another", async () => {
    const store = await place()();
    const lease = begin(store, key("exec_1", "a"));
    const foreign = key("exec_1", "b");
    expect(store.execution(foreign)).toBeUndefined();
    expect(read(store, foreign)).toEqual([]);
    expect(store.claim(foreign)).toEqual({ ok: true, value: { ok: false, why: "unknown" } });
    expect(store.program("b", subject.hash)).toBeUndefined();
    expect(store.executions({ tenant: "b", limit: 10 })).toEqual([]);
    expect(verdicts(store, { key: foreign, lease, events: [worked(2)] })).toEqual(["refused"]);
    begin(store, foreign);
    expect(JSON.parse(store.program("b", subject.hash) ?? "")).toEqual(JSON.parse(JSON.stringify(subject)));
    store.close();
  });

  it("S8 keeps the program with the execution that needs it", async () => {
    const store = await place()();
    begin(store);
    expect(JSON.parse(store.program("default", subject.hash) ?? "")).toEqual(JSON.parse(JSON.stringify(subject)));
    expect(store.program("default", "0")).toBeUndefined();
    store.close();
  });

  it("S9 keeps a signal for whoever holds the execution, until an append consumes it", async () => {
    const open = place();
    const [holder, other] = [await open(), await open()];
    const lease = begin(holder);
    expect(other.post(key("exec_9"), signal("one"))).toEqual({ ok: true, value: "unknown" });
    expect(["one", "two", "one"].map((id) => other.post(key(), signal(id)))).toEqual(["posted", "posted", "duplicate"].map((value) => ({ ok: true, value })));
    expect(waiting(holder)).toEqual([signal("one"), signal("two")]);
    expect(verdicts(holder, { key: key(), lease, events: [worked(2)], consumed: ["one"] })).toEqual(["committed"]);
    expect(waiting(other)).toEqual([signal("two")]);
    expect(other.post(key(), signal("one"))).toEqual({ ok: true, value: "duplicate" });
    holder.close();
    other.close();
    const next = await open();
    expect(waiting(next)).toEqual([signal("two")]);
    next.close();
  });

  it("S9 refuses to consume what does not wait, and leaves nothing of that append", async () => {
    const store = await place()();
    const [lease, second] = [begin(store), begin(store, key("exec_2"))];
    for (const id of ["one", "two"]) store.post(key(), signal(id));
    verdicts(store, { key: key(), lease, events: [worked(2)], consumed: ["one"] });
    const again = { key: key(), lease, events: [worked(3)], consumed: ["two", "one"] };
    expect(verdicts(store, again, { key: key("exec_2"), lease: second, events: [worked(2)], consumed: ["two"] })).toEqual(["refused", "refused"]);
    expect(verdicts(store, { key: key("exec_3"), lease: store.newLease(), events: [begun()], consumed: ["two"] })).toEqual(["refused"]);
    expect(waiting(store)).toEqual([signal("two")]);
    expect(store.execution(key())).toMatchObject({ last_seq: 2 });
    expect(store.execution(key("exec_3"))).toBeUndefined();
    expect(verdicts(store, { ...again, consumed: ["two"] })).toEqual(["committed"]);
    store.close();
  });

  it("S9 takes signals for an execution that has ended, and none from another tenant", async () => {
    const store = await place()();
    const lease = begin(store);
    verdicts(store, { key: key(), lease, events: [failed(2)] });
    expect(store.post(key(), signal("retry"))).toEqual({ ok: true, value: "posted" });
    expect(store.post(key("exec_1", "b"), signal("retry"))).toEqual({ ok: true, value: "unknown" });
    expect(waiting(store, key("exec_1", "b"))).toEqual([]);
    begin(store, key("exec_1", "b"));
    expect(waiting(store, key("exec_1", "b"))).toEqual([]);
    expect(waiting(store)).toEqual([signal("retry")]);
    store.close();
  });

  it("S10 lists what has not ended: free before held, signalled before quiet, then by when it is due", async () => {
    const open = place();
    const [holder, worker] = [await open(), await open()];
    const ids = ["exec_held", "exec_ended", "exec_quiet", "exec_late", "exec_early", "exec_cut", "exec_called"];
    const leases = new Map(ids.map((id) => [id, begin(holder, key(id))]));
    const wake = (id: string, wake_at: number | null, event = worked(2)): void => {
      const lease = leases.get(id);
      if (lease === undefined) throw new Error(`no ${id}`);
      expect(verdicts(holder, { key: key(id), lease, events: [event], wake_at })).toEqual(["committed"]);
      holder.release(key(id), lease);
    };
    wake("exec_ended", 5, failed(2));
    wake("exec_quiet", null);
    wake("exec_late", 9_000);
    wake("exec_early", 2_000);
    wake("exec_called", null);
    holder.release(key("exec_cut"), leases.get("exec_cut") ?? { fence: 0 });
    holder.post(key("exec_called"), signal("one"));
    const line = ({ id, held, wake_at, signals }: OpenRow) => `${id} ${held ? "held" : "free"} ${wake_at} ${signals}`;
    const listed = worker.open({ tenant: "default", limit: 10 }).map(line);
    expect(listed).toEqual(["exec_called free null 1", "exec_cut free 1001 0", "exec_early free 2000 0", "exec_late free 9000 0", "exec_quiet free null 0", "exec_held held 1001 0"]);
    expect(worker.open({ tenant: "default", limit: 2 }).map(line)).toEqual(listed.slice(0, 2));
    expect(worker.open({ tenant: "b", limit: 10 })).toEqual([]);
    expect(holder.execution(key("exec_ended"))).toMatchObject({ wake_at: null });
    holder.close();
    expect(worker.open({ tenant: "default", limit: 10 }).some(({ held }) => held)).toBe(false);
    worker.close();
  });

  it("S11 tells whoever watches that another process has written, and nobody any more who has stopped", async () => {
    const open = place();
    const [one, two] = [await open(), await open()];
    begin(one, key());
    let ignored = 0;
    two.watch(() => (ignored += 1))();
    const told = new Promise<void>((resolve) => two.watch(resolve));
    one.post(key(), signal("one"));
    await told;
    expect(ignored).toBe(0);
    expect(two.inbox(key())).toMatchObject({ ok: true, value: [{ id: "one" }] });
    // A watch ends with its store.
    one.close();
    two.close();
  });

  it("keeps that an execution is paused until the next append, over whatever has read the row", async () => {
    const open = place();
    const store = await open();
    const lease = begin(store, key());
    const append = (event: StoredEvent, rest: Partial<Append>): void => expect(verdicts(store, { key: key(), lease, events: [event], ...rest })).toEqual(["committed"]);
    append(worked(2), { paused: true, wake_at: null });
    store.release(key(), lease);
    const other = await open();
    expect([other.execution(key())?.status, other.open({ tenant: "default", limit: 1 })[0]?.status]).toEqual(["paused", "paused"]);
    other.close();
    store.close();
  });

  it("knows which executions a living process holds, this one or another", async () => {
    const open = place();
    const [one, two] = [await open(), await open()];
    const held = (): readonly boolean[] => [one, two].map((store) => store.isHeld(key()));
    expect(held()).toEqual([false, false]);
    const lease = begin(one);
    expect(held()).toEqual([true, true]);
    one.release(key(), lease);
    expect(held()).toEqual([false, false]);
    expect(two.claim(key())).toMatchObject({ ok: true, value: { ok: true } });
    expect(held()).toEqual([true, true]);
    two.close();
    expect(one.isHeld(key())).toBe(false);
    const claim = one.claim(key());
    if (!claim.ok || !claim.value.ok) throw new Error("no claim");
    expect(one.isHeld(key())).toBe(true);
    verdicts(one, { key: key(), lease: claim.value.lease, events: [failed(2)] });
    expect(one.isHeld(key())).toBe(false);
    expect(one.isHeld(key("exec_1", "b"))).toBe(false);
    one.close();
  });

  it("lists executions newest first, by the beginning of their id and by status", async () => {
    const store = await place()();
    const leases = ["exec_a1", "exec_a2", "exec_b1"].map((id) => [id, begin(store, key(id))] as const);
    for (const [id, lease] of leases.slice(0, 1)) verdicts(store, { key: key(id), lease, events: [failed(2)] });
    const ids = (listing: { readonly prefix?: string; readonly status?: "failed"; readonly limit?: number }): readonly string[] => store.executions({ tenant: "default", limit: 10, ...listing }).map(({ id }) => id);
    expect(ids({})).toEqual(["exec_b1", "exec_a2", "exec_a1"]);
    expect(ids({ prefix: "exec_a" })).toEqual(["exec_a2", "exec_a1"]);
    expect(ids({ status: "failed" })).toEqual(["exec_a1"]);
    expect(ids({ limit: 1 })).toEqual(["exec_b1"]);
    store.close();
  });
});
