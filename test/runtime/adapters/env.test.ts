import { expect, it } from "vitest";
import { childEnv, processEnv } from "../../../runtime/adapters/env.ts";

it("gives children an allow-list and their own names, and takes empty for unset", () => {
  const env = (name: string): string | undefined => ({ PATH: "/bin", OPENAI_API_KEY: "secret" })[name];
  expect(childEnv(env, { TOKEN: "x" })).toEqual({ PATH: "/bin", TOKEN: "x" });
  expect(processEnv("JAMJET_SURELY_UNSET")).toBeUndefined();
});
