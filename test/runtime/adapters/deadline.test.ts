import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { abortFailure } from "../../../runtime/ports.ts";
import { deadline } from "../../../runtime/adapters/deadline.ts";
import { patience } from "../../support/signals.ts";

it("comes, however often memory is collected before it", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const { signal } = deadline(patience(), 50);
  const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  for (let time = 0; time < 5; time += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await ended;
  expect(abortFailure(signal)).toMatchObject({ code: "timeout" });
});

it("follows the signal that it is made from, also one that has ended", () => {
  const controller = new AbortController();
  const { signal } = deadline(controller.signal, undefined);
  controller.abort("why");
  expect([signal.aborted, signal.reason]).toEqual([true, "why"]);
  expect(deadline(controller.signal, 1_000).signal.aborted).toBe(true);
});

it("follows nothing any more once it is released, and ends when it is told to", () => {
  const controller = new AbortController();
  const released = deadline(controller.signal, 0);
  released.release();
  controller.abort();
  expect(released.signal.aborted).toBe(false);
  released.end();
  expect(released.signal.aborted).toBe(true);
});
