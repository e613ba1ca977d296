import { expect, it } from "vitest";
import { failure } from "../../../schemas/failure.ts";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import type { ActivityResult } from "../../../runtime/activity.ts";
import type { Json } from "../../../schemas/json.ts";
import { run } from "../../support/executions.ts";
import { fakePorts, gives, world } from "../../support/fake-ports.ts";
import { anyState, call, equals, get, halt, lit, program, text } from "../../support/programs.ts";

it.each([["SHOP_TOKEN", [], "gold"], ["SHOP_PLAN", ["SHOP_PLAN"], "gold"], ["SHOP_BASE", [], "postgres://shop:gold@db.internal"]])("refuses a condition that reads the secret %s, before anything starts", (name, secrets, value) => {
  const subject = program({ env: [name], recorded_env: [name], nodes: { one: call({ next: { cases: [[equals(get("env", name), lit("gold")), "end"]], otherwise: "end" } }), end: halt() } });
  const store = memoryShelf().open();
  const started = runtimeOn({ store, ports: fakePorts({ env: { [name]: value }, secrets }), behaviour: world().behaviour }).start(subject, {});
  expect(started.ok ? [] : describeRefusal(started.refusal)).toEqual([`a condition reads '${name}', which holds a secret, and what conditions read is recorded: compare something else, or use it in a template`]);
  expect(store.executions({ tenant: "default", limit: 9 })).toEqual([]);
});

const env = { SHOP_TOKEN: "s3cret/t0ken", SHOP_URL: "https://shop.internal", FAST_PASS: "fast-pass" };
const says = (message: string): ActivityResult => ({ ok: false, failure: failure("http_status", message), usage: [] });

/** What is recorded of a call that read SHOP_TOKEN and SHOP_URL, where it came to `result`; FAST_PASS is a secret of the project. */
async function check(result: ActivityResult, expected: Json): Promise<void> {
  const one = call({ writes: "a", fields: (code) => ({ arguments: { t: { code: code(text(get("env", "SHOP_URL"), "?t=", get("env", "SHOP_TOKEN"))) } } }) });
  const subject = program({ state: anyState("a"), env: ["SHOP_TOKEN", "SHOP_URL"], nodes: { one, end: halt() } });
  const { events } = await run(subject, { env, secrets: ["FAST_PASS", "UNSET"], world: world({ one: () => result }) });
  const event = events.map((each) => each.event).find(({ type }) => type === "node_completed" || type === "node_failed");
  expect(event?.type === "node_completed" ? event.output : event?.type === "node_failed" ? event.failure.message : undefined).toEqual(expected);
}

it("strikes out of a failure's message whatever the call took from the environment, and what the project keeps secret", async () => {
  await check(says("SHOP.INTERNAL refused; https://shop.internal/?t=s3cret%2Ft0ken answered 404: fast-pass on gold-plan, s3cre…"), "SHOP.INTERNAL refused; {{ env.SHOP_URL }}/?t={{ env.SHOP_TOKEN }} answered 404: {{ env.FAST_PASS }} on gold-plan, {{ env.SHOP_TOKEN }}…");
});

it("strikes secrets out of an output, and leaves what is none", async () => {
  const echo = { headers: { authorization: "Bearer s3cret/t0ken" }, url: "https://shop.internal/?t=s3cret%2Ft0ken", lines: ["fast-pass", 3] };
  await check(gives(echo), { headers: { authorization: "Bearer {{ env.SHOP_TOKEN }}" }, url: "https://shop.internal/?t={{ env.SHOP_TOKEN }}", lines: ["{{ env.FAST_PASS }}", 3] });
});
