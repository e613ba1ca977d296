import type { CallSite, Ports } from "../../runtime/ports.ts";
import { failure } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { types } from "../../schemas/type.ts";
import type { ManualClock } from "./fake-ports.ts";
import { fakePorts, usage } from "./fake-ports.ts";
import { randomFrom } from "./random.ts";
import type { RandomWorkflow } from "./random-workflow.ts";
import { valueOf } from "./random-value.ts";

/** A tool's arguments, as they came to its server. */
export interface ToldArguments {
  readonly node: string;
  readonly arguments: JsonObject;
}

/** In a `stormy` world calls fail now and then, or are answered with something else than the state takes. */
export type Weather = "calm" | "stormy";

/** What a world of chance is made for. */
export interface WorldSpec {
  readonly document: RandomWorkflow;
  readonly program: Program;
  readonly seed: number;
  readonly weather: Weather;
}

/** Ports behind which everybody answers with what the state takes; the same for the same seed. Tools are `told` arguments. */
export function scriptedPorts(clock: ManualClock, { document: { nodes }, program, seed, weather }: WorldSpec, told: ToldArguments[]): Ports {
  const luckAt = ({ node, visit, attempt }: CallSite): (() => number) => randomFrom([...node].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), seed + visit * 7 + attempt * 131));
  const typeAt = (node: string) => program.state[String(nodes[node]?.["output_key"])]?.type ?? types.any;
  const lost = { ok: false, failure: failure("io_error", "it is not there") } as const;
  const answer = (site: CallSite): { readonly value: Json } | undefined => {
    const random = luckAt(site);
    const luck = weather === "calm" ? 1 : random();
    return luck < 0.08 ? undefined : { value: valueOf(luck < 0.12 ? types.any : typeAt(site.node), random) };
  };
  return {
    ...fakePorts({ clock }),
    models: {
      generate: async ({ site, schema }) => {
        const said = answer(site);
        if (said === undefined) return lost;
        const text = schema === undefined ? String(valueOf(types.str, luckAt(site)) || "text") : JSON.stringify(typeof said.value === "object" && said.value !== null && !Array.isArray(said.value) ? said.value : { value: said.value });
        return { ok: true, value: { text, calls: [], usage: usage() } };
      },
      fallbacks: () => [],
      estimate: () => ({ input_tokens: 1, output_tokens: 1, cost_usd: 0 }),
    },
    tools: {
      call: async ({ site, arguments: given }) => {
        told.push({ node: site.node, arguments: given });
        const said = answer(site);
        return said === undefined ? lost : { ok: true, value: { content: [], structured: { result: said.value } } };
      },
      list: async () => ({ ok: true, value: [{ name: "t", description: "", inputSchema: { type: "object" } }] }),
      close: () => Promise.resolve(),
    },
    http: {
      send: async ({ headers }) => {
        const said = answer({ node: headers["x-node"] ?? "", visit: 1, attempt: Number(headers["x-attempt"]) });
        return said === undefined ? lost : { ok: true, value: { status: 200, headers: { "content-type": "application/json" }, text: JSON.stringify(said.value) } };
      },
    },
  };
}
