import type { ActivityResult } from "../activity.ts";
import type { Ports } from "../ports.ts";
import { secretValues, strikeJson, strikeMessage } from "../secrets.ts";
import type { Prepared } from "./prepare.ts";

/** The door that every result goes through: no message repeats what was taken from the environment, and no output a secret. */
export function recordable(result: ActivityResult, { taken, credentials, env }: Pick<Prepared, "taken" | "credentials" | "env">, ports: Ports): ActivityResult {
  const secrets = new Map([...secretValues(ports, env), ...credentials]);
  if (result.ok) return { ...result, value: strikeJson(result.value, secrets) };
  const { failure: why } = result;
  return { ...result, failure: { ...why, message: strikeMessage(why.message, new Map([...secrets, ...taken])) } };
}
