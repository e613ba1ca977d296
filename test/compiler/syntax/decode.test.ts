import { expect, it } from "vitest";
import { findingsIn, workflowOf } from "../../support/document.ts";

/** What is said of the keys of one model node. */
function check(more: string, ...expected: readonly string[]): void {
  expect(findingsIn(workflowOf(`one: {type: model, model: gpt-4o, ${more}, next: end}`))).toEqual(expected);
}

/** The same for all that follows a whole node. */
function checkMore(more: string, ...expected: readonly string[]): void {
  check(`prompt: hi, output_key: a, ${more}`, ...expected);
}

it("tells a misspelt key once and misses nothing because of it", () => {
  check("promt: hi, output_key: a", "JJ1101 «promt» unknown key 'promt' in model node 'one'");
  check("promt: hi, prompt_file: x.md, output_key: a", "JJ1101 «promt» unknown key 'promt' in model node 'one'");
  check("promt: hi, outptu_key: a", "JJ1101 «promt» unknown key 'promt' in model node 'one'", "JJ1101 «outptu_key» unknown key 'outptu_key' in model node 'one'");
});

it("still tells what else is missing", () => {
  expect(findingsIn(workflowOf("one: {type: model, promt: hi, next: end}"))).toEqual([
    "JJ1102 «one» model node 'one' needs 'model'",
    "JJ1102 «one» model node 'one' needs 'output_key' or 'output_to_state'",
    "JJ1101 «promt» unknown key 'promt' in model node 'one'",
  ]);
});

it("takes an alias for its key, and both for one too many", () => {
  checkMore("system_prompt: hi");
  checkMore("system_prompt: hi, system: ho", "JJ1110 «system» 'system_prompt' and 'system' cannot both be set in model node 'one' [«system_prompt»]");
  checkMore("timeout_hours: 1, timeout: 1h", "JJ1110 «timeout» 'timeout_hours' and 'timeout' cannot both be set in model node 'one' [«timeout_hours»]");
});

it("H26, H27: wants finite numbers that can be held", () => {
  for (const value of [".inf", "-.inf", ".nan", "1e999"]) {
    for (const key of ["temperature", "max_tokens", "seed", "timeout_ms"]) checkMore(`${key}: ${value}`, `JJ1012 «${value}» '${value}' is not a finite number`);
  }
  checkMore("seed: 9007199254740993", "JJ1012 «9007199254740993» '9007199254740993' has more digits than a number can hold exactly");
  checkMore("temperature: -0");
});

it("H28, H45: wants numbers in range", () => {
  checkMore("retry: {max_attempts: -1}", "JJ1107 «-1» 'max_attempts' must be at least 1 and at most 100, found -1");
  checkMore("retry: {max_attempts: 1e9}", "JJ1107 «1e9» 'max_attempts' must be at least 1 and at most 100, found 1e9");
  checkMore("retry: {delay_ms: -5}", "JJ1107 «-5» 'delay_ms' must be at least 0 and at most 86400000, found -5");
  checkMore("data_policy: {retention_days: 0}", "JJ1107 «0» 'retention_days' must be at least 1 and at most 36500, found 0");
  checkMore("timeout_hours: 1e12", "JJ1107 «1e12» 'timeout_hours' must be more than nothing and at most ten years, found 1e12");
  checkMore("max_visits: 0", "JJ1107 «0» 'max_visits' must be at least 1 and at most 1000000, found 0");
  expect(findingsIn(workflowOf("one: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: two}\n two: {type: eval, scorers: [{type: cost, max_usd: 1}], on_fail: retry_with_feedback, max_retries: 1e9, next: end}"))[0]).toBe(
    "JJ1107 «1e9» 'max_retries' must be at least 0 and at most 100, found 1e9",
  );
});

it("wants whole numbers where only those make sense", () => {
  checkMore("max_tokens: 1.5", "JJ1106 «1.5» 'max_tokens' must be a whole number, found the number 1.5");
  checkMore("max_tokens: 10.0");
});

it("says which kind of scalar it found, with its text", () => {
  checkMore('max_tokens: "200"', "JJ1106 «\"200\"» 'max_tokens' must be a whole number, found text '200'");
  checkMore("temperature: hot", "JJ1106 «hot» 'temperature' must be a number, found text 'hot'");
  checkMore("description: 2026", "JJ1106 «2026» 'description' must be text, found the number 2026");
  checkMore("description: true", "JJ1106 «true» 'description' must be text, found the boolean true");
  checkMore("retry: {jitter: 1}", "JJ1106 «1» 'jitter' must be true or false, found the number 1");
  checkMore("stop: [a, 1]", "JJ1106 «1» an entry of 'stop' must be text, found the number 1");
});

it("says which kind of node it found", () => {
  checkMore("retry: [a]", "JJ1103 «[a]» 'retry' must be a single value or a mapping, found a list");
  checkMore("labels: [a]", "JJ1103 «[a]» 'labels' must be a mapping, found a list");
  checkMore("labels: {a: [b]}", "JJ1103 «[b]» 'a' must be text, found a list");
  checkMore("stop: {a: b}", "JJ1103 «{a: b}» 'stop' must be a list, found a mapping");
  checkMore("system: [a]", "JJ1103 «[a]» 'system' must be text, found a list");
  checkMore("stop: one");
});

it("reads durations in every spelling and refuses a number without a unit", () => {
  for (const text of ["timeout: 250ms", "timeout: 30s", "timeout: 5m", "timeout: 48h", "timeout: PT5M", "timeout_hours: 1.5", "timeout_seconds: 30", "timeout_secs: 30", "timeout_ms: 1"]) checkMore(text);
  checkMore("timeout: 30", "JJ1112 «30» '30' is not a duration");
  checkMore("timeout: 24hh", "JJ1112 «24hh» '24hh' is not a duration");
  checkMore("timeout: -5s", "JJ1112 «-5s» '-5s' is not a duration");
  checkMore("timeout: 0s", "JJ1107 «0s» 'timeout' must be more than nothing and at most ten years, found 0s");
  checkMore("timeout_hours: '1'", "JJ1106 «'1'» 'timeout_hours' must be a number, found text '1'");
});

it("H47: refuses a timer beyond any calendar", () => {
  const timer = (value: string): readonly string[] => findingsIn(workflowOf(`one: {type: wait, timer: ${value}, next: end}`)).map((line) => line.slice(0, 6));
  expect([timer("275760d"), timer("P275760Y"), timer("-1h"), timer("NaN"), timer(".nan")]).toEqual([["JJ1112"], ["JJ1112"], ["JJ1112"], ["JJ1112"], ["JJ1012"]]);
});

it("keeps paths inside the project", () => {
  const file = (path: string): readonly string[] => findingsIn(workflowOf(`one: {type: model, model: gpt-4o, prompt_file: ${JSON.stringify(path)}, output_key: a, next: end}`)).map((line) => line.slice(0, 6));
  for (const path of ["/etc/passwd", "../x", "a/../../x", "~/x", "C:\\x", "\\\\host\\x", "file:///x", "a/%2e%2e/x", ""]) expect(file(path), path).toEqual(["JJ1109"]);
  expect(file("prompts/ask.md")).toEqual([]);
});

it("reads the entries of a tagged list by their tag", () => {
  const scored = (scorer: string): readonly string[] => findingsIn(workflowOf(`one: {type: model, model: gpt-4o, prompt: hi, output_key: a, next: two}\n two: {type: eval, scorers: [${scorer}], next: end}`));
  expect(scored("{type: latency, max_ms: 5}")).toEqual([]);
  expect(scored("{type: latency, threshold_ms: 5}")).toEqual([]);
  expect(scored("{type: assertion, check: 'output.a'}")).toEqual([]);
  expect(scored("{type: assertion, checks: ['output.a', 'state.b']}")).toEqual([]);
  expect(scored("{type: latencyy, max_ms: 5}")).toEqual(["JJ1105 «latencyy» 'latencyy' is not one of llm_judge, assertion, latency, cost, custom"]);
  expect(scored("{typ: latency, max_ms: 5}")).toEqual(["JJ1101 «typ» unknown key 'typ' in an entry of 'scorers'"]);
  expect(scored("{type: latency, max: 5}")).toEqual(["JJ1101 «max» unknown key 'max' in the 'latency' entry of 'scorers'"]);
  expect(scored("{max_ms: 5}")).toEqual(["JJ1102 «max_ms» an entry of 'scorers' needs 'type'"]);
  expect(scored("latency")).toEqual(["JJ1103 «latency» an entry of 'scorers' must be a mapping, found text 'latency'"]);
  expect(scored("")).toEqual(["JJ1103 «[]» 'scorers' must be a list of at least 1, found an empty list"]);
});

it("warns of braces where no template is evaluated", () => {
  checkMore("description: 'for {{ state.a }}'", "JJ3108 warning «'for {{ state.a }}'» 'description' does not evaluate templates: the braces stay as they are");
});
