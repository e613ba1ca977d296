import { expect, it } from "vitest";
import { page } from "../../cli/render/page.ts";
import { waitsLines } from "../../cli/render/waits.ts";
import type { WaitLine } from "../../runtime/index.ts";

const asking = (over: Partial<WaitLine>): WaitLine => ({ node: "refund", visit: 1, for: "approval", since: 0, dueAt: null, expiresAt: null, request: 4, approvers: [], message: "'payments.refund' needs an approval", ...over });
const shown = (waits: readonly WaitLine[]): string => page(waitsLines("exec_1", waits, (words) => `jamjet ${words.join(" ")}`, undefined), "never");

it("shows what would be done, and nothing of the node that says nothing of the call", () => {
  const asks = { call: "payments.refund", input: { server: "payments", tool: "refund", arguments: { amount: 5 }, effect: "once", max_visits: 1000, retry: "no_retry", output_key: "done", labels: { team: "a" } } };
  const text = shown([asking({ asks })]);
  expect(text).toContain("  call: payments.refund\n");
  expect(text).toContain('  input: {"arguments":{"amount":5}}\n');
});

it("tells several requests apart by their node, and where that is the same by its visit", () => {
  expect(shown([asking({})])).toContain("jamjet approve exec_1 --decision approved\n");
  expect(shown([asking({}), asking({ node: "other" })])).toContain("jamjet approve exec_1 --decision approved --node other\n");
  expect(shown([asking({}), asking({ visit: 2 })])).toContain("jamjet approve exec_1 --decision rejected --node refund --visit 2\n");
});
