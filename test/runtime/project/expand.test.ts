import { expect, it } from "vitest";
import { expand, expandTable } from "../../../runtime/project/expand.ts";

it("resolves names of the environment late, and says which one is missing", () => {
  const env = (name: string): string | undefined => (name === "A" ? "1" : undefined);
  expect(expand("x${A}y$A${", env, "it")).toEqual({ ok: true, value: "x1y$A${" });
  expect(expandTable({ a: "${A}", b: "${B}" }, env, "the server")).toMatchObject({ ok: false, failure: { code: "missing_secret", message: "the environment variable B is not set, and the server needs it" } });
});
