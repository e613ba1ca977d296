import { expect, it } from "vitest";
import { model } from "../../../runtime/activities/model.ts";
import { mostRounds } from "../../../schemas/model-call.ts";
import type { ActivityContext, ActivityResult, StepSpec } from "../../../runtime/activity.ts";
import type { AskedCall, ModelCall, ModelOutcome, Outcome, ToolAnswer, ToolCall, ToolInfo } from "../../../runtime/ports.ts";
import { failure } from "../../../schemas/failure.ts";
import type { ResolvedFields } from "../../../schemas/field.ts";
import type { Json, JsonObject } from "../../../schemas/json.ts";
import type { FieldsOf } from "../../../schemas/nodes/index.ts";
import { types } from "../../../schemas/type.ts";
import { contextOf, modelsThat } from "../../support/activity.ts";

type Input = ResolvedFields<FieldsOf<"model">>;

const usage = { provider: "anthropic", model: "m", input_tokens: 1, output_tokens: 1, cost_usd: null };
const says = (text: string): ModelOutcome => ({ ok: true, value: { text, calls: [], usage } });
const asks = (...calls: readonly (readonly [name: string, input: Json])[]): ModelOutcome => ({
  ok: true, value: { text: "", calls: calls.map(([name, input], index): AskedCall => ({ id: `c${index}`, name, arguments: input })), usage },
});

const pathSchema: JsonObject = { type: "object", properties: { path: { type: "string" } }, required: ["path"], additionalProperties: false };
const listed: readonly ToolInfo[] = [
  { name: "read", description: "Reads a file.", inputSchema: pathSchema, annotations: { readOnlyHint: true } },
  { name: "write", description: "Writes a file.", inputSchema: pathSchema },
  { name: "odd", description: "", inputSchema: {}, problem: "its schema refers to itself" },
];

interface World {
  readonly tool?: (call: ToolCall) => Outcome<ToolAnswer>;
  readonly offers?: ActivityContext["offers"];
}

/** What a node comes to whose model says these things in turn, with all that was asked on the way. */
async function check(answers: readonly ModelOutcome[], input: Partial<Input> = {}, world: World = {}): Promise<{ readonly result: ActivityResult; readonly asked: readonly ModelCall[]; readonly called: readonly ToolCall[]; readonly steps: readonly string[] }> {
  const [asked, called, steps]: [ModelCall[], ToolCall[], string[]] = [[], [], []];
  const answer = world.tool ?? (({ arguments: given }: ToolCall): Outcome<ToolAnswer> => ({ ok: true, value: { content: [{ type: "text", text: `content of ${String(given["path"])}` }] } }));
  const context = contextOf({
    models: modelsThat(async (call) => (asked.push(call), answers[asked.length - 1] ?? answers.at(-1) ?? says("?"))),
    tools: { call: async (call) => (called.push(call), answer(call)), list: async (server) => (server === "files" ? { ok: true, value: listed } : { ok: false, failure: failure("not_configured", `no server '${server}'`) }), close: async () => {} },
  }, world.offers === undefined ? {} : { offers: world.offers });
  const step = (spec: StepSpec, make: Parameters<ActivityContext["step"]>[1]): Promise<Outcome<Json>> => (steps.push(`${spec.kind} ${spec.call} (${spec.effect})`), context.step(spec, make));
  const result = await model({ model: "m", prompt: "Look.", tools: ["files.read", "files.write"], max_visits: 1, ...input }, { ...context, step });
  return { result, asked, called, steps };
}

/** What the model was told last. */
const toldIn = (asked: readonly ModelCall[]): unknown => {
  const last = asked.at(-1)?.turns?.at(-1);
  return last?.from === "tools" ? last.results.map(({ text, failed }) => `${failed ? "error: " : ""}${text}`) : undefined;
};

it("offers the tools with the words of their server, and makes the calls it is asked for, in their order", async () => {
  const { result, asked, called, steps } = await check([asks(["files.read", { path: "a" }], ["files.write", { path: "b" }]), says("done")]);
  expect(result).toEqual({ ok: true, value: "done", usage: [] });
  expect(asked[0]?.tools).toEqual([{ name: "files.read", description: "Reads a file.", schema: pathSchema, effect: "read" }, { name: "files.write", description: "Writes a file.", schema: pathSchema, effect: "idempotent" }]);
  expect(called).toMatchObject([{ server: "files", tool: "read", arguments: { path: "a" }, idempotencyKey: "key-of-a-step" }, { server: "files", tool: "write", arguments: { path: "b" } }]);
  expect(steps).toEqual(["list tools (read)", "model m (read)", "tool files.read (read)", "tool files.write (idempotent)", "model m (read)"]);
  expect(asked[1]?.turns).toEqual([
    { from: "model", text: "", calls: [{ id: "c0", name: "files.read", arguments: { path: "a" } }, { id: "c1", name: "files.write", arguments: { path: "b" } }] },
    { from: "tools", results: [{ id: "c0", name: "files.read", text: "content of a", failed: false }, { id: "c1", name: "files.write", text: "content of b", failed: false }] },
  ]);
});

it("tells the model of calls that make no sense, and makes none of them", async () => {
  const { asked, called, result } = await check([asks(["files.delete", {}], ["files.read", "{path: a"], ["files.read", { file: "a" }]), says("sorry")]);
  expect(called).toEqual([]);
  expect(toldIn(asked)).toEqual([
    "error: there is no tool 'files.delete': call one of files.read, files.write", "error: the arguments are not a JSON object", "error: arguments.file does not fit its JSON Schema: nothing may stand here",
  ]);
  expect(result).toMatchObject({ ok: true, value: "sorry" });
});

it("tells the model that a tool failed or is forbidden, and fails itself where the server cannot be reached", async () => {
  const fail = (code: "tool_error" | "policy_denied" | "io_error") => check([asks(["files.read", { path: "a" }]), says("I see")], {}, { tool: () => ({ ok: false, failure: failure(code, `it is ${code}`) }) });
  for (const code of ["tool_error", "policy_denied"] as const) {
    const { asked, result } = await fail(code);
    expect(toldIn(asked)).toEqual([`error: it is ${code}`]);
    expect(result).toMatchObject({ ok: true, value: "I see" });
  }
  expect((await fail("io_error")).result).toMatchObject({ ok: false, failure: { code: "io_error" } });
});

it("shows the model texts, else data, and names what cannot be shown", async () => {
  const told = async (answer: ToolAnswer): Promise<unknown> => toldIn((await check([asks(["files.read", { path: "a" }]), says("ok")], {}, { tool: () => ({ ok: true, value: answer }) })).asked);
  expect(await told({ content: [{ type: "text", text: "one" }, { type: "image", mimeType: "image/png", data: "…" }, { type: "text", text: "two" }] })).toEqual(["one\n(image/png, which cannot be shown)\ntwo"]);
  expect(await told({ content: [], structured: { size: 3 } })).toEqual(['{"size":3}']);
  expect(await told({ content: [{ type: "text", text: "x".repeat(100_001) }] })).toEqual([`${"x".repeat(100_000)}\n(cut off after 100000 characters)`]);
});

it("gives up on a model that asks for tools for ever", async () => {
  const { result, called } = await check([asks(["files.read", { path: "a" }])]);
  expect(called).toHaveLength(mostRounds);
  expect(result).toMatchObject({ ok: false, failure: { code: "limit_exceeded", retryable: false, message: "the model of 'n' asked for tools 16 times and then once more, without an answer" } });
});

it("refuses to offer what a server does not have, or what is not safe to offer", async () => {
  const why = async (name: string): Promise<unknown> => {
    const { result, asked } = await check([says("?")], { tools: [name] });
    expect(asked).toEqual([]);
    return result.ok ? result.value : `${result.failure.code}: ${result.failure.message}`;
  };
  expect(await why("files.raed")).toBe("not_configured: the MCP server 'files' has no tool 'raed': did you mean 'read'?");
  expect(await why("files.odd")).toBe("not_configured: the tool 'files.odd' cannot be offered to a model: its schema refers to itself");
  expect(await why("nowhere.read")).toBe("not_configured: no server 'nowhere'");
});

it("offers nothing that the guard keeps back", async () => {
  const { asked } = await check([asks(["files.write", { path: "a" }]), says("ok")], {}, { offers: (tool) => tool !== "files.write" });
  expect(asked[0]?.tools?.map(({ name }) => name)).toEqual(["files.read"]);
  expect(toldIn(asked)).toEqual(["error: there is no tool 'files.write': call one of files.read"]);
  expect((await check([says("ok")], {}, { offers: () => false })).steps).toEqual(["model m (read)"]);
});

it("mends a structured answer within the same conversation", async () => {
  const { asked, result } = await check([asks(["files.read", { path: "a" }]), says("the size is 3"), says('{"value": 3}')], { output_schema: { type: types.int } });
  expect(result).toMatchObject({ ok: true, value: 3 });
  expect(asked[2]?.turns?.map(({ from }) => from)).toEqual(["model", "tools", "model", "user"]);
  expect(asked[2]?.tools).toHaveLength(2);
});
