import type { ActivityContext } from "../../runtime/activity.ts";
import type { Models, Outcome, Ports } from "../../runtime/ports.ts";
import { failure } from "../../schemas/failure.ts";
import type { Type } from "../../schemas/type.ts";
import { fakeClock } from "./ports.ts";
import { patience } from "./signals.ts";

/** Models that answer so, of which none has a fallback or a price. */
export function modelsThat(generate: Models["generate"]): Models {
  return { generate, fallbacks: () => [], estimate: () => ({ input_tokens: 0, output_tokens: 0, cost_usd: null }) };
}

/** The first attempt of the first visit of node `n`, over ports of which only the given ones answer. */
export function contextOf(ports: Partial<Ports>, more: Partial<Omit<ActivityContext, "ports" | "wanted">> & { readonly wanted?: Type } = {}): ActivityContext {
  const { wanted, ...rest } = more;
  const silent = async (): Promise<Outcome<never>> => ({ ok: false, failure: failure("io_error", "no such port in this test") });
  return {
    site: { node: "n", visit: 1, attempt: 1 },
    ports: {
      clock: fakeClock(),
      ids: { execution: () => "exec_1", event: () => "evt_1" },
      env: () => undefined,
      secrets: [],
      http: { send: silent },
      models: modelsThat(silent),
      tools: { call: silent, list: silent, close: async () => {} },
      functions: { call: silent, close: async () => {} },
      ...ports,
    },
    signal: patience(),
    idempotencyKey: "key-1",
    wanted: wanted === undefined ? undefined : { type: wanted },
    // As on the first attempt of a visit: nothing is recorded yet, so every step is made.
    step: async (_, make) => {
      const result = await make("key-of-a-step");
      return result.ok ? { ok: true, value: result.value } : { ok: false, failure: result.failure };
    },
    offers: () => true,
    pin: async () => undefined,
    isBudgeted: false,
    isSteered: false,
    ...rest,
  };
}
