import { expect, it } from "vitest";
import type { Received } from "../../../runtime/core/receive.ts";
import type { Signal } from "../../../runtime/core/signal.ts";
import { inboxOf } from "../../../runtime/driver/inbox.ts";
import type { Posted } from "../../../runtime/store/event-store.ts";

const signal = (id: string, number: number): Posted => ({ number, id, kind: "event", body: {}, at: 0 });
const early: Received = { as: "early", why: "nobody waits", unmerged: [] };
const effect: Received = { as: "event", event: { type: "workflow_cancelled", v: 1, reason: null }, unmerged: [] };

/** An inbox of these signals that has been read, and what was asked about when `openings` are tried. */
function reading(ids: readonly string[], isWanted: (id: string) => boolean) {
  const posted = ids.map((id, index) => signal(id, index));
  const inbox = inboxOf({ inbox: () => ({ ok: true, value: posted }) }, { tenant: "default", id: "exec_1" });
  inbox.read();
  return {
    post: (id: string) => void posted.push(signal(id, posted.length)),
    read: inbox.read,
    take: (openings: number): { readonly asked: readonly string[]; readonly taken: string | undefined } => {
      const asked: string[] = [];
      const taken = inbox.take(openings, ({ id }: Signal) => (asked.push(id), isWanted(id) ? effect : early));
      return { asked, taken: taken?.id };
    },
  };
}

it("asks about an early signal once for everything that the execution begins to wait for", () => {
  const { take } = reading(["a", "b", "c"], (id) => id === "b");
  expect(take(0)).toEqual({ asked: ["a", "b"], taken: "b" });
  expect(take(0)).toEqual({ asked: ["c"], taken: undefined });
  expect(take(0)).toEqual({ asked: [], taken: undefined });
  expect(take(1)).toEqual({ asked: ["a", "c"], taken: undefined });
});

it("asks about what came since, and never again about what was taken", () => {
  const { take, post, read } = reading(["a", "b"], (id) => id === "a");
  expect(take(0).taken).toBe("a");
  expect(take(0)).toEqual({ asked: ["b"], taken: undefined });
  expect(read()).toBe(false);
  post("c");
  expect(read()).toBe(true);
  expect(take(0)).toEqual({ asked: ["b", "c"], taken: undefined });
});
