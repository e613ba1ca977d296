import { expect, it } from "vitest";
import { severitiesIn } from "../../cli/severities.ts";

it("asks for a quiet hint by its name, or with its family as hints, and not where a family is weighed", () => {
  expect(severitiesIn({ severities: { "missing-description": "warning" } }, "a.yaml").get("JJ8004")).toBe("warning");
  expect(severitiesIn({ severities: { JJ80: "hint" } }, "a.yaml").get("JJ8004")).toBe("hint");
  const weighed = severitiesIn({ severities: { JJ40: "info" } }, "a.yaml");
  expect([weighed.get("JJ4001"), weighed.get("JJ4014")]).toEqual(["info", undefined]);
});
