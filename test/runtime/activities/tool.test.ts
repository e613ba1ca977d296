import { expect, it } from "vitest";
import type { Json } from "../../../schemas/json.ts";
import type { Type } from "../../../schemas/type.ts";
import { dictOf, listOf, types, unionOf } from "../../../schemas/type.ts";
import { tool } from "../../../runtime/activities/tool.ts";
import type { ToolCall } from "../../../runtime/ports.ts";
import { contextOf } from "../../support/activity.ts";

const text = (value: string): Json => ({ type: "text", text: value });
const image: Json = { type: "image", data: "AA==", mimeType: "image/png" };

const unlisted = async () => ({ ok: true, value: [] }) as const;

async function check(wanted: Type | undefined, content: readonly Json[], structured?: Json): Promise<unknown> {
  const call = async () => ({ ok: true, value: structured === undefined ? { content } : { content, structured } }) as const;
  const result = await tool({ server: "s", tool: "t", max_visits: 1 }, contextOf({ tools: { call, list: unlisted, close: async () => {} } }, wanted === undefined ? {} : { wanted }));
  return result.ok ? result.value : `${result.failure.code}: ${result.failure.message}`;
}

it("takes structured data where it fits, a sole field 'result' unwrapped", async () => {
  expect(await check(dictOf(types.any), [text("ignored")], { a: 1 })).toEqual({ a: 1 });
  expect(await check(listOf(types.int), [], { result: [1, 2] })).toEqual([1, 2]);
  expect(await check(types.str, [text("said")], { result: "data" })).toBe("data");
  expect(await check(dictOf(types.any), [], { result: 3 })).toEqual({ result: 3 });
  expect(await check(types.any, [], { result: 3 })).toBe(3);
});

it("goes on to the content where structured data does not fit", async () => {
  expect(await check(types.str, [text("said")], { a: 1 })).toBe("said");
  expect(await check(listOf(types.str), [text("a"), text("b")], { a: 1 })).toEqual(["a", "b"]);
});

it("joins text items for a text, and lists them for a list of texts", async () => {
  expect(await check(types.str, [text("a"), image, text("b")])).toBe("a\nb");
  expect(await check(unionOf([types.str, types.null]), [])).toBe("");
  expect(await check(listOf(types.str), [text('["not", "read"]')])).toEqual(['["not", "read"]']);
  expect(await check(listOf(types.str), [])).toEqual([]);
});

it("reads one text item as JSON for any other key", async () => {
  expect(await check(dictOf(types.any), [text('{"a": 1}')])).toEqual({ a: 1 });
  expect(await check(types.int, [text("42")])).toBe(42);
  expect(await check(types.any, [text("[1]")])).toEqual([1]);
  expect(await check(types.any, [text("no JSON")])).toBe("no JSON");
  expect(await check(listOf(types.any), [text("a"), text("b")])).toEqual(["a", "b"]);
});

it("passes other content on as it came", async () => {
  expect(await check(types.any, [image])).toEqual(image);
  expect(await check(listOf(types.any), [image, text("a")])).toEqual([image, text("a")]);
  expect(await check(undefined, [])).toBe(null);
});

it("fails where nothing fits, and says what was wanted", async () => {
  expect(await check(types.int, [text("many")])).toBe("state_type_mismatch: 't' of 's' answered with 1 item of content, and none of it fits 'int'");
  expect(await check(types.bool, [], { a: 1 })).toBe("state_type_mismatch: 't' of 's' answered with structured data, and none of it fits 'bool'");
});

it("hands over arguments and the idempotency key", async () => {
  const calls: ToolCall[] = [];
  const call = async (made: ToolCall) => {
    calls.push(made);
    return { ok: true, value: { content: [] } } as const;
  };
  await tool({ server: "s", tool: "t", arguments: { n: 1 }, max_visits: 1 }, contextOf({ tools: { call, list: unlisted, close: async () => {} } }));
  expect(calls).toEqual([{ site: { node: "n", visit: 1, attempt: 1 }, server: "s", tool: "t", arguments: { n: 1 }, idempotencyKey: "key-1" }]);
});
