import { expect, it } from "vitest";
import { codesIn, explanationOf } from "../../../lsp/vscode/explanation.ts";
import type { Json } from "../../../schemas/json.ts";
import { jamjet } from "../../cli/fake-io.ts";

/** What `jamjet` answers to these words. */
async function answerTo(...words: readonly string[]): Promise<Json> {
  const { out } = await jamjet(["explain", ...words, "--json"]);
  return JSON.parse(out) as Json;
}

it("makes a page of what 'jamjet explain' says of a code", async () => {
  const page = explanationOf(await answerTo("JJ2002"));
  expect(page).toMatch(/^# JJ2002 undeclared-state-key\n\nSeverity: error\.\n\nState is declared, /);
  expect(page).toMatch(/## Wrong\n\n```yaml\nworkflow:\n[^]*```\n\n## Is answered with\n\n```text\nerror\[JJ2002\][^]*```\n\n## Right\n\n```yaml\n/);
  expect(page).not.toContain("taken back");
});

it("says how a warning is taken back", async () => {
  expect(explanationOf(await answerTo("JJ4001"))).toMatch(/`# jamjet-ignore JJ4001`\n$/);
});

it("says what is wrong with a code that nobody knows", async () => {
  expect(explanationOf(await answerTo("unknown-nod"))).toBe("no code is called 'unknown-nod'\n");
  expect(explanationOf(undefined)).toContain("gave no answer");
});

it("lists every code", async () => {
  expect(codesIn(await answerTo())).toContainEqual({ code: "JJ2002", slug: "undeclared-state-key", severity: "error" });
});
