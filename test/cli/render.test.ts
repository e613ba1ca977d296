import { expect, it } from "vitest";
import { costText, eventLines, usageText } from "../../cli/render/events.ts";
import { executionTable, inspectionLines, stepData } from "../../cli/render/executions.ts";
import { page } from "../../cli/render/page.ts";
import { attemptLines, stepLines } from "../../cli/render/steps.ts";
import { waitsLines } from "../../cli/render/waits.ts";
import type { Inspection, StepLine } from "../../runtime/index.ts";
import type { StoredEvent, Usage } from "../../schemas/event.ts";
import { failure } from "../../schemas/failure.ts";
import type { JsonObject } from "../../schemas/json.ts";

const usage: Usage = { provider: "anthropic", model: "claude", input_tokens: 812, output_tokens: 240, cost_usd: 0.0021 };
const step = (node: string, rest: Partial<StepLine> = {}): StepLine => ({ node, kind: "model", visit: 1, attempt: 1, branches: [], status: "completed", usage: [], about: {}, ...rest });

function check(lines: Parameters<typeof page>[0], expected: readonly string[]): void {
  expect(page(lines, "never").split("\n").slice(0, -1)).toEqual(expected);
}

it("writes a line for each step, as wide as the widest of them", () => {
  check(stepLines([step("search", { durationMs: 200 }), step("synthesize", { durationMs: 1840 })]), ["→ step: search     200ms  completed", "→ step: synthesize 1840ms completed"]);
});

it("tells visits, attempts, routes, failures and what models used", () => {
  check(
    stepLines([
      step("draft", { durationMs: 12, status: "failed", failure: failure("rate_limited", "slow down") }),
      step("draft", { attempt: 2, durationMs: 900.4, usage: [usage] }),
      step("route", { kind: "branch", to: "draft" }),
      step("draft", { visit: 2, status: "running" }),
    ]),
    [
      "→ step: draft             12ms  failed  rate_limited: slow down",
      "→ step: draft (attempt 2) 900ms completed  claude, 812 + 240 tokens, $0.0021",
      "→ step: route                   completed  → draft",
      "→ step: draft #2                running",
    ],
  );
});

it("writes a line for each of as many steps and events as there are", () => {
  expect(stepLines(new Array<StepLine>(150_000).fill(step("a")))).toHaveLength(150_000);
  const stored: StoredEvent = { seq: 1, at: 0, event: { type: "node_scheduled", v: 1, node: "a", visit: 1, via: "start", passed: [] } };
  expect(eventLines(new Array<StoredEvent>(150_000).fill(stored))).toHaveLength(150_000);
});

it("shows the beginning of a value that is too long to be read, and how much there is", () => {
  const inspection = (state: JsonObject): Inspection => ({ id: "exec_1", tenant: "default", workflow: { id: "w", version: "1.0.0" }, status: "completed", startedAt: 0, endedAt: 1, steps: [], waits: [], state, totals: { input_tokens: 0, output_tokens: 0, cost_usd: 0, uncounted: 0, unpriced: 0 } });
  const shown = page(inspectionLines(inspection({ log: "x".repeat(10_010), pairs: "🎉".repeat(6_000) + "a", rows: new Array(3_000).fill(7), short: "y" }), true), "never");
  expect(shown).toContain(`\n  log:\n    ${"x".repeat(10_000)}…\n    (10 more characters: --json has them all)\n`);
  expect(shown).toContain(`${"🎉".repeat(5_000)}…\n    (2001 more characters: --json has them all)\n`);
  expect(shown).toMatch(/\n {2}rows:\n {4}\[\n {6}7,\n[\s 7,]+…\n {4}\(\d+ more characters: --json has them all\)\n {2}short: y\n/);
});

it("shows what an author says of a node, and its labels", () => {
  const about = { description: "Searches.\nTwice.", labels: { team: "blue", tier: "2" } };
  check(attemptLines(step("search", { durationMs: 5, about, output: 1 })), ["search  completed  5ms", "  Searches.", "  Twice.", "  team=blue  tier=2", "  returned", "    1"]);
  expect(stepData(step("search", { about }))).toEqual({ node: "search", kind: "model", visit: 1, attempt: 1, status: "completed", ...about, usage: [] });
});

it("shows exactly what an attempt received and returned", () => {
  check(attemptLines(step("search", { durationMs: 5, input: { query: "a\nb\n", count: 2 }, output: ["x"], status: "failed", failure: failure("io_error", "gone") })), [
    "search  failed  5ms",
    "  received",
    "    query:",
    "      a",
    "      b",
    "    count: 2",
    "  returned",
    "    [",
    '      "x"',
    "    ]",
    "  failed",
    "    io_error: gone",
  ]);
});

it("writes the log with numbers and times, one event a line", () => {
  const at = Date.UTC(2026, 0, 1, 9, 31, 0, 12);
  const log: readonly StoredEvent[] = [
    { seq: 9, at, event: { type: "node_started", v: 1, node: "think", visit: 1, attempt: 1, key: "k", effect: "read", input: {} } },
    { seq: 10, at: at + 1, event: { type: "retry_scheduled", v: 1, node: "think", visit: 1, attempt: 2, delay_ms: 1500, due_at: at } },
    { seq: 11, at: at + 2, event: { type: "workflow_completed", v: 1, node: "end", passed: [] } },
  ];
  check(eventLines(log), [" 9  09:31:00.012  node_started        think", "10  09:31:00.013  retry_scheduled     think  attempt 2 in 1s500ms", "11  09:31:00.014  workflow_completed  end"]);
});

it("never takes what is unknown for zero", () => {
  expect(usageText([{ ...usage, input_tokens: null, cost_usd: null }])).toBe("claude, ? + 240 tokens, cost unknown");
  expect([0, 0.0000001, 0.00021, 0.5, 12].map(costText)).toEqual(["$0.00", "$0.00000010", "$0.00021", "$0.50", "$12.00"]);
  const totals = { input_tokens: 10, output_tokens: 2, cost_usd: 1, uncounted: 1, unpriced: 1 };
  const lines = inspectionLines({ id: "exec_1", tenant: "default", workflow: { id: "w", version: "1.0.0" }, status: "completed", startedAt: 0, endedAt: 61_000, state: {}, steps: [], waits: [], totals }, false);
  expect(page(lines, "never")).toContain("tokens: 10 in, 2 out (and 1 call that did not say)   cost: unknown\n");
});

it("lists executions in a table", () => {
  const row = { tenant: "default", workflow_id: "w", version: "1.0.0", program: "p", updated_at: 0, last_seq: 3, wake_at: null, failure_code: null, failure_message: null, input_tokens: 0, output_tokens: 0, cost_usd: 0.5, uncounted: 0, unpriced: 0 } as const;
  const rows = [
    { ...row, id: "exec_2", status: "running", started_at: 60_000, ended_at: null, steps: 1 },
    { ...row, id: "exec_1", status: "completed", started_at: 0, ended_at: 2310, steps: 12 },
  ] as const;
  check(executionTable(rows, 125_000, () => true, undefined), [
    "execution  workflow  status     started   took  steps   cost",
    "exec_2     w 1.0.0   running    1m ago              1  $0.50",
    "exec_1     w 1.0.0   completed  2m ago   2.31s     12  $0.50",
  ]);
  check(executionTable(rows.slice(1), 125_000, () => true, 40), ["exec_1", "  workflow w 1.0.0  completed", "  started 2m ago  took 2.31s  steps 12", "  cost $0.50"]);
});

it("asks for a model's price where more money alone would not help", () => {
  const lines = (wanted: number | null): string => {
    const shortfall = { kind: "cost_usd", limit: 0.1, spent: 0.05, wanted } as const;
    return page(waitsLines("exec_1", [{ node: "ask", visit: 1, for: "budget", since: 0, dueAt: null, expiresAt: null, approvers: [], shortfall }], (words) => words.join(" "), undefined), "never");
  };
  expect(lines(0.07)).toContain("give more with:\n  resume exec_1 --raise-budget cost_usd=0.02\n");
  expect(lines(null)).toContain("say what the model costs under [model_prices] of jamjet.toml, and then:\n  resume exec_1 --raise-budget cost_usd=0.01\n");
});
