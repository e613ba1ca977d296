import { failure } from "../../schemas/failure.ts";
import type { Merge } from "../activity.ts";
import { isPythonModule } from "../../schemas/text-format.ts";
import type { FunctionCall } from "../ports.ts";

/**
 * Asks a function of the project what branches come to: it is called with `[{ branch, writes }]` and the state at the
 * fork, and answers with the state keys to write. Never throws for what the world does.
 */
export const merge: Merge = async ({ module, function: name }, { branches, state }, context) => {
  const given = [branches.map((each) => ({ ...each })), state];
  const call: FunctionCall = isPythonModule(module) ? { in: "python", module, name, arguments: given } : { in: "javascript", file: module, exports: [name], arguments: given };
  const called = await context.ports.functions.call(call, context.signal);
  if (called.ok) return { ok: true, value: called.value, usage: [] };
  const { failure: why } = called;
  return { ok: false, failure: why.code === "tool_error" ? failure("tool_error", `'${name}' of '${module}' failed: ${why.message}`, { retryable: false }) : why, usage: [] };
};
