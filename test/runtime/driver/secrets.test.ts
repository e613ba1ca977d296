import { expect, it } from "vitest";
import { runtimeOn } from "../../../runtime/driver/open.ts";
import { describeRefusal } from "../../../runtime/driver/refusal.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { fakePorts, world } from "../../support/fake-ports.ts";
import { call, equals, get, halt, lit, program } from "../../support/programs.ts";

it.each([["SHOP_TOKEN", []], ["SHOP_PLAN", ["SHOP_PLAN"]]])("refuses a condition that reads the secret %s, before anything starts", (name, secrets) => {
  const subject = program({ env: [name], recorded_env: [name], nodes: { one: call({ next: { cases: [[equals(get("env", name), lit("gold")), "end"]], otherwise: "end" } }), end: halt() } });
  const store = memoryShelf().open();
  const started = runtimeOn({ store, ports: fakePorts({ env: { [name]: "gold" }, secrets }), behaviour: world().behaviour }).start(subject, {});
  expect(started.ok ? [] : describeRefusal(started.refusal)).toEqual([`a condition reads '${name}', which holds a secret, and what conditions read is recorded: compare something else, or use it in a template`]);
  expect(store.executions({ tenant: "default", limit: 9 })).toEqual([]);
});
