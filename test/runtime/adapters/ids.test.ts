import { expect, it } from "vitest";
import { createIds, ulid } from "../../../runtime/adapters/ids.ts";

it("makes ids that sort by time", () => {
  const zero = new Uint8Array(10);
  // The example of the ULID specification.
  expect(ulid(1_469_918_176_385, zero)).toBe("01ARYZ6S410000000000000000");
  expect(ulid(1, zero) < ulid(2, zero)).toBe(true);
  const ids = createIds(() => 1_767_225_600_000);
  expect(ids.execution()).toMatch(/^exec_01KDVBD6000[0-9A-HJKMNP-TV-Z]{15}$|^exec_01[0-9A-HJKMNP-TV-Z]{24}$/);
  expect(ids.execution()).not.toBe(ids.execution());
});
