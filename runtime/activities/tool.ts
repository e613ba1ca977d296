import { failure } from "../../schemas/failure.ts";
import { describeType, types } from "../../schemas/type.ts";
import type { Activity } from "../activity.ts";
import { callKnown } from "./known-tool.ts";
import { done, failed } from "./result.ts";
import { shapeAnswer } from "./tool-result.ts";

/** Calls a tool of an MCP server; the value is its answer, read as the type of `output_key` asks. */
export const tool: Activity<"tool"> = async (input, context) => {
  const { site, idempotencyKey, wanted } = context;
  const call = { site, server: input.server, tool: input.tool, arguments: input.arguments ?? {}, idempotencyKey };
  const answer = await callKnown(call, context);
  if (!answer.ok) return failed(answer.failure);
  const type = wanted?.type ?? types.any;
  const shaped = shapeAnswer(answer.value, type);
  if (shaped !== undefined) return done(shaped.value);
  const items = answer.value.content.length;
  const offered = answer.value.structured === undefined ? `${items} ${items === 1 ? "item" : "items"} of content` : "structured data";
  return failed(failure("state_type_mismatch", `'${input.tool}' of '${input.server}' answered with ${offered}, and none of it fits '${describeType(type)}'`));
};
