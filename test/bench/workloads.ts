/**
 * Documents of a given size, the same on every machine: a workflow of ours, a state machine in the Amazon States
 * Language and a GitHub Actions workflow, each with as many nodes, states or steps as asked for, and about as many bytes.
 */

/** Pseudo-random numbers in [0, 1). Source: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const things = "customer order refund invoice research summary evidence claim draft review ticket answer context history sentiment intent plan outline section source".split(" ");
const deeds = "Summarize Analyze Classify Extract Rewrite Compare Verify Rank Explain Translate".split(" ");
const models = ["claude-haiku-4-5-20251001", "claude-sonnet-4-6", "gpt-4o-mini", "gemini-2.5-pro"];

interface Words {
  readonly thing: () => string;
  readonly deed: () => string;
  readonly model: () => string;
  readonly upTo: (most: number) => number;
}

function wordsFrom(seed: number): Words {
  const random = randomFrom(seed);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const pick = (list: readonly string[]) => (): string => list[upTo(list.length) - 1] ?? "";
  return { thing: pick(things), deed: pick(deeds), model: pick(models), upTo };
}

/** A valid workflow document of `count` nodes: chains of models, tools, requests, branches and evals. */
export function workflowOf(count: number): string {
  const words = wordsFrom(42);
  const groups = Math.max(1, Math.ceil(count / 8));
  const keys = Array.from({ length: groups }, (_, group) => [`    text_${group}: str`, `    hits_${group}: list[str]`, `    page_${group}: dict`].join("\n"));
  const nodes: string[] = [];
  for (let index = 0; index < count - 1; index += 1) nodes.push(nodeOf(index, index === count - 2 ? "done" : `n${index + 1}`, Math.floor(index / 8), words));
  return [`workflow:\n  id: bench-${count}\n  version: 1.0.0\n  state_schema:\n    topic: str`, ...keys, `  start: ${count === 1 ? "done" : "n0"}`, "", "nodes:", ...nodes, "  done:\n    type: end", ""].join("\n");
}

function nodeOf(index: number, next: string, group: number, words: Words): string {
  const { thing, deed, model, upTo } = words;
  const lines = ((): readonly string[] => {
    switch (index % 8) {
      case 1:
        return ["type: tool", "server: search", `tool: find_${thing()}`, "arguments:", `  query: "{{ state.topic }} ${thing()}"`, `  count: ${upTo(20)}`, `output_key: hits_${group}`];
      case 2:
        return ["type: http", "method: GET", `url: "https://api.example.com/${thing()}/{{ state.topic | urlencode }}"`, "headers:", '  Accept: "application/json"', `output_key: page_${group}`];
      case 3:
        return ["type: branch", "conditions:", `  - if: "len(state.hits_${group}) > ${upTo(9)} and '${thing()}' in state.text_${group}"`, `    next: ${next}`, `default: ${next}`];
      case 5:
        return ["type: eval", "scorers:", "  - type: llm_judge", `    rubric: "Is the ${thing()} accurate, complete and under ${upTo(9)}00 words?"`, `    min_score: ${upTo(5)}`, `    model: ${model()}`, "  - type: assertion", `    check: "len(output.text_${group}) > ${upTo(99)}"`, "on_fail: log_and_continue"];
      default: {
        const prompt = Array.from({ length: 3 }, () => `  ${deed()} the ${thing()} below and keep every ${thing()} that matters.`);
        // What the one before it wrote in this group would be lost unread otherwise.
        const before = index % 8 === 0 ? [] : [`  Before: {{ state.text_${group} }}`];
        return ["type: model", `model: ${model()}`, `system: "You are a ${thing()} assistant. Be concise and precise."`, "prompt: |", ...prompt, `  Topic: {{ state.topic }}`, `  Hits: {{ state.hits_${group} | join(', ') }}`, ...before, `output_key: text_${group}`, `temperature: 0.${upTo(9)}`, "retry:", `  max_attempts: ${upTo(5)}`, "  backoff: exponential"];
      }
    }
  })();
  const routed = index % 8 === 3 ? lines : [...lines, `next: ${next}`];
  return [`  n${index}:`, ...routed.map((line) => `    ${line}`)].join("\n");
}

/** A valid state machine of `count` states, as JSON. */
export function stateMachineOf(count: number): string {
  const words = wordsFrom(9);
  const { thing, deed, upTo } = words;
  const states: { [name: string]: unknown } = {};
  for (let index = 0; index < count; index += 1) {
    const Next = `state-${index + 1}`;
    states[`state-${index}`] =
      index === count - 1 ? { Type: "Succeed" } :
      index % 8 === 3 ? { Type: "Choice", Choices: [{ Variable: `$.${thing()}`, NumericGreaterThan: upTo(9), Next }], Default: Next } :
      { Type: "Task", Comment: `${deed()} the ${thing()} below and keep every ${thing()} that matters.`, Resource: "arn:aws:lambda:eu-west-1:123456789012:function:work", Parameters: { "prompt.$": `States.Format('${deed()} {} for {}', $.${thing()}, $.${thing()})`, count: upTo(20) }, ResultPath: `$.${thing()}`, Retry: [{ ErrorEquals: ["States.Timeout"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }], Next };
  }
  return JSON.stringify({ Comment: `bench ${count}`, StartAt: "state-0", States: states }, undefined, 2);
}

/** A valid GitHub Actions workflow of `count` steps, five to a job. */
export function actionsOf(count: number): string {
  const { thing, deed, upTo } = wordsFrom(7);
  const lines = [`name: bench ${count}`, "on: push", "jobs:"];
  for (let index = 0; index < count; index += 1) {
    if (index % 5 === 0) lines.push(`  job_${index / 5}:`, "    runs-on: ubuntu-latest", ...(index === 0 ? [] : [`    needs: job_${index / 5 - 1}`]), "    steps:");
    lines.push(`      - name: ${deed()} ${thing()} ${index}`, `        if: github.actor != '${thing()}' && github.ref == 'refs/heads/${thing()}'`, "        run: |");
    for (let line = 0; line < 4; line += 1) lines.push(`          echo "${deed()} the ${thing()} below and keep every ${thing()} that matters: \${{ github.sha }} ${upTo(99)}"`);
  }
  return `${lines.join("\n")}\n`;
}
