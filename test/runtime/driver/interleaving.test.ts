import fc from "fast-check";
import { expect, it } from "vitest";
import type { Runtime } from "../../../runtime/driver/open.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { ended, eventsOf } from "../../support/executions.ts";
import { fakePorts, gives, manualClock, turns, world } from "../../support/fake-ports.ts";
import { anyState, call, fork, halt, program, wait } from "../../support/programs.ts";

const names = ["a", "b", "c", "d"] as const;

/** Two waits in a row, then two at the same time, each of which takes what its own event brings. */
const subject = program({
  state: anyState(...names, "seen"),
  nodes: {
    first: wait({ event: "a" }, { next: "look" }),
    look: call({ writes: "seen", next: "second" }),
    second: wait({ event: "b" }, { next: "both" }),
    both: fork(["third", "fourth"], "end"),
    third: wait({ event: "c" }, { next: null }),
    fourth: wait({ event: "d" }, { next: null }),
    end: halt(),
  },
});

type Step = { readonly do: "post"; readonly event: (typeof names)[number]; readonly from: "here" | "elsewhere" } | { readonly do: "resume" } | { readonly do: "die" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("post" as const), event: fc.constantFrom(...names), from: fc.constantFrom("here" as const, "elsewhere" as const) }) },
  { weight: 2, arbitrary: fc.constant({ do: "resume" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "die" as const }) },
);

it("comes to the same state whenever events come, and however often", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const shelf = memoryShelf();
      const clock = manualClock();
      const open = (): { readonly runtime: Runtime; readonly die: () => void } => {
        const store = shelf.open();
        return { runtime: runtimeOn({ store, ports: fakePorts({ clock }), behaviour: world({ look: () => gives("looked") }).behaviour }), die: store.die };
      };
      let here = open();
      const elsewhere = open();
      const { id } = await ended(clock, here.runtime.start(subject, {}));
      const post = (runtime: Runtime, event: string): void => {
        const posted = runtime.signal(id, { event, id: `${event}-1`, data: { [event]: `${event}!` } });
        // The last one may have been there already.
        if (!posted.ok && posted.refusal.why !== "signal") throw new Error(posted.refusal.why);
      };
      for (const each of steps) {
        if (each.do === "post") post((each.from === "here" ? here : elsewhere).runtime, each.event);
        if (each.do === "die") {
          here.die();
          here = open();
        }
        if (each.do === "resume") {
          const started = here.runtime.resume(id);
          if (started.ok) await ended(clock, started);
        }
        await turns(1);
      }
      for (const name of names.toReversed()) post(elsewhere.runtime, name);
      const result = await ended(clock, open().runtime.resume(id));

      expect(result).toMatchObject({ status: "completed", state: { a: "a!", b: "b!", c: "c!", d: "d!", seen: "looked" } });
      const received = eventsOf(here.runtime, id).flatMap(({ event }) => (event.type === "event_received" ? [event.id] : []));
      expect(received.toSorted()).toEqual(["a-1", "b-1", "c-1", "d-1"]);
    }),
    { numRuns: 300 },
  );
});
