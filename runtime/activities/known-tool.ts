import type { ActivityContext } from "../activity.ts";
import type { Outcome, ToolAnswer, ToolCall } from "../ports.ts";
import { abortFailure } from "../ports.ts";

/** Calls a tool if its server describes it as it should; otherwise nothing is called. */
export async function callKnown(call: ToolCall, { ports, signal, pin }: Pick<ActivityContext, "ports" | "signal" | "pin">): Promise<Outcome<ToolAnswer>> {
  const listed = await ports.tools.list(call.server, signal);
  if (!listed.ok) return { ok: false, failure: { ...listed.failure, unsent: true } };
  const drift = await pin(call.server, call.tool, listed.value);
  if (drift !== undefined) return { ok: false, failure: drift };
  return signal.aborted ? { ok: false, failure: abortFailure(signal) } : ports.tools.call(call, signal);
}
