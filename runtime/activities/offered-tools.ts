import { failure } from "../../schemas/failure.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Effect } from "../../schemas/op.ts";
import { types } from "../../schemas/type.ts";
import type { ActivityContext } from "../activity.ts";
import { unfitAt } from "../core/fit.ts";
import type { AskedCall, Outcome, ToldResult, ToolInfo, ToolOffer } from "../ports.ts";
import { callKnown } from "./known-tool.ts";
import { textOf } from "./tool-result.ts";

/** A tool as it was offered, and what it is to call it again. */
export interface Offered extends ToolOffer {
  readonly effect: Effect;
}

/**
 * The tools `names`, each `server.tool`, as their servers describe them now: a step, so that what the model is offered
 * stays what it was. What a policy blocks is not offered.
 */
export async function offeredTools(names: readonly string[], context: ActivityContext): Promise<Outcome<readonly Offered[]>> {
  const wanted = [...new Set(names)].filter(context.offers);
  if (wanted.length === 0) return { ok: true, value: [] };
  const listed = await context.step({ kind: "list", call: "tools", effect: "read", input: wanted }, async () => {
    const found = await describe(wanted, context);
    return found.ok ? { ok: true, value: found.value.map((each) => ({ ...each })), usage: [] } : { ...found, usage: [] };
  });
  // Only `describe` makes what is recorded of this step.
  return listed.ok ? { ok: true, value: listed.value as unknown as readonly Offered[] } : listed;
}

async function describe(names: readonly string[], { ports, signal, pin }: ActivityContext): Promise<Outcome<readonly Offered[]>> {
  const lists = new Map<string, readonly ToolInfo[]>();
  const offered: Offered[] = [];
  for (const name of names) {
    const { server, tool } = partsOf(name);
    let list = lists.get(server);
    if (list === undefined) {
      const answer = await ports.tools.list(server, signal);
      if (!answer.ok) return answer;
      list = answer.value;
      lists.set(server, list);
    }
    const info = list.find((each) => each.name === tool);
    if (info === undefined) return refused(missing(server, tool, list));
    const drift = await pin(server, tool, list);
    if (drift !== undefined) return { ok: false, failure: drift };
    if (info.problem !== undefined) return refused(`the tool '${name}' cannot be offered to a model: ${info.problem}`);
    offered.push({ name, description: info.description, schema: info.inputSchema, effect: info.annotations?.["readOnlyHint"] === true ? "read" : "idempotent" });
  }
  return { ok: true, value: offered };
}

/**
 * What a model is told that a call it asked for came to. That the call makes no sense, that the tool failed and that a
 * policy forbids it is for the model to know; a server that cannot be reached fails the attempt.
 */
export async function callAsked(asked: AskedCall, offered: readonly Offered[], context: ActivityContext): Promise<Outcome<ToldResult>> {
  const { id, name, arguments: given } = asked;
  const told = (text: string, failed: boolean): Outcome<ToldResult> => ({ ok: true, value: { id, name, text, failed } });
  const offer = offered.find((each) => each.name === name);
  if (offer === undefined) return told(`there is no tool '${name}': call one of ${offered.map((each) => each.name).join(", ")}`, true);
  if (!isJsonObject(given)) return told("the arguments are not a JSON object", true);
  const why = unfitAt("arguments", { type: types.any, schema: offer.schema }, given);
  if (why !== undefined) return told(why, true);

  const { site } = context;
  const outcome = await context.step({ kind: "tool", call: name, effect: offer.effect, input: given }, async (idempotencyKey) => {
    const answer = await callKnown({ site, ...partsOf(name), arguments: given, idempotencyKey }, context);
    return answer.ok ? { ok: true, value: textOf(answer.value), usage: [] } : { ...answer, usage: [] };
  });
  // Of a tool's answer its text is recorded, and nothing else.
  if (outcome.ok) return told(String(outcome.value), false);
  const { code, message } = outcome.failure;
  return code === "tool_error" || code === "policy_denied" || code === "approval_rejected" ? told(message, true) : outcome;
}

/** The server is what stands before the first dot; names of tools may have dots of their own. */
function partsOf(name: string): { readonly server: string; readonly tool: string } {
  const dot = name.indexOf(".");
  return { server: name.slice(0, Math.max(dot, 0)), tool: name.slice(dot + 1) };
}

function missing(server: string, tool: string, list: readonly ToolInfo[]): string {
  const near = nearest(tool, list.map(({ name }) => name));
  return `the MCP server '${server}' has no tool '${tool}'${near === undefined ? "" : `: did you mean '${near}'?`}`;
}

const refused = (message: string): Outcome<never> => ({ ok: false, failure: failure("not_configured", message) });
