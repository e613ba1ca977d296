import { retryFields, retryPresets } from "../../schemas/common-fields.ts";
import type { RetryIr } from "../../schemas/op.ts";
import { memberOf, type Members, type Part } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** A retry policy in numbers, without the failures that it is for. */
export type RetryNumbers = Omit<RetryIr, "on">;

const once: RetryNumbers = retryPresets.no_retry;

/** How often the node with these members is tried, and how long it waits in between; undefined where that could not be read. */
export function retryNumbers({ header }: Pick<WorkflowAst, "header">, members: Members): RetryNumbers | undefined {
  const part = members["retry"]?.part;
  if (part === undefined) return once;
  if (part.shape !== "name") return numbersIn(part);
  const own = memberOf(header, "retry_policies", "map")?.entries.find(({ key }) => key.value === part.value);
  if (own !== undefined) return numbersIn(own.part);
  return Object.entries(retryPresets).find(([name]) => name === part.value)?.[1];
}

/** The numbers of a policy that is written out; what it leaves out is as its declaration says. */
export function numbersIn(part: Part): RetryNumbers | undefined {
  if (part.shape !== "object") return undefined;
  const { members } = part;
  if (Object.values(members).some((member) => member.part.shape === "hole")) return undefined;
  const whole = (name: "max_attempts" | "delay_ms" | "max_delay_ms"): number => memberOf(members, name, "integer")?.value ?? retryFields[name].default;
  return {
    max_attempts: whole("max_attempts"),
    // One of the options of the declaration, by the promise of the decoder.
    backoff: (memberOf(members, "backoff", "choice")?.value ?? retryFields.backoff.default) as RetryNumbers["backoff"],
    delay_ms: whole("delay_ms"),
    max_delay_ms: whole("max_delay_ms"),
    jitter: memberOf(members, "jitter", "flag")?.value ?? retryFields.jitter.default,
  };
}
