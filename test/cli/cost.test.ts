import { expect, it } from "vitest";
import { jamjet } from "./fake-io.ts";

const flow = (header: string, ...nodes: readonly string[]): string => `workflow:
  id: ask
  version: 1.0.0
  state_schema: {question: str, answer: str}
${header}  start: ask
nodes:
${nodes.map((node) => `  ${node}\n`).join("")}`;

const ask = "ask: {type: model, model: gpt-4o, prompt: hello, max_tokens: 1000, timeout: 30s, output_key: answer, next: check}";
const check = "check: {type: branch, conditions: [{if: state.answer == 'no', next: ask}], default: end}";
const end = "end: {type: end}";

const costOf = (text: string, ...words: readonly string[]): ReturnType<typeof jamjet> => jamjet(["cost", "ask.yaml", ...words], { files: { "ask.yaml": text } });

it("shows what is spent at least and at most, what the header limits, and the ways there", async () => {
  const said = await costOf(flow("  timeout: 5m\n  cost_budget_usd: 0.5\n", ask.replace("next", "max_visits: 3, retry: {max_attempts: 2, delay_ms: 1000}, next"), check, end));
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out.split("\n")).toEqual([
    "ask 1.0.0",
    "",
    "                  at least  at most  limit",
    "  calls                  1        6       ",
    "  input tokens           1       12       ",
    "  output tokens          1    6,000       ",
    "  dollars        $0.000013    $0.06  $0.50",
    "  time                  0s     3m3s     5m",
    "",
    "  cheapest  ask → check → end",
    "  dearest   ask → check → end",
    "",
    "prices as of 2026-02-28; those of [model_prices] win",
    "",
  ]);
});

it("names the loop that has no end, and what nobody knows", async () => {
  const { out } = await costOf(flow("", ask.replace("prompt: hello, max_tokens: 1000", 'prompt: "{{ state.question }}"'), check, end));
  expect(out).toMatch(/calls +1 +no end/);
  expect(out).toContain("? output tokens, dollars of 'ask': it has no 'max_tokens'");
  expect(out).toContain("of the loop ask → check → ask: 'max_visits'");
});

it("gives numbers to programs, and null where there is none", async () => {
  const { out } = await costOf(flow("", ask.replace("gpt-4o", "my-own").replace("next: check", "next: end"), end), "--json");
  expect(JSON.parse(out)).toMatchObject({
    amounts: { calls: { least: 1, most: 1 }, output_tokens: { most: 1_000 }, cost_usd: { least: 0, most: null, known: 0 }, seconds: { most: 30 } },
    unknown: [{ node: "ask", of: "cost_usd", why: "the price of 'my-own' is not known" }],
    cheapest: ["ask", "end"],
  });
});

it("says of a broken graph that nobody can tell", async () => {
  const said = await costOf(flow("", ask.replace("next: check", "next: nowhere"), end));
  expect(said.code).toBe(1);
  expect(said.err).toContain("the graph is not known whole");
});

it("leaves out the middle of a long way, and nothing of it for programs", async () => {
  const row = Array.from({ length: 40 }, (_, at) => `n${at}: {type: wait, timer: 1s, next: ${at === 39 ? "end" : `n${at + 1}`}}`);
  const text = flow("", ...row, end).replace("start: ask", "start: n0");
  expect((await costOf(text)).out).toContain("n5 → … 29 more … → n35");
  expect((JSON.parse((await costOf(text, "--json")).out) as { readonly cheapest: readonly string[] }).cheapest).toHaveLength(41);
});
