import { expect, it } from "vitest";
import { parseYamlData } from "../../../compiler/syntax/data.ts";

const text = ["- node: draft", "  usage: {input_tokens: 12}", "- node: check", "  scorer: 0", ""].join("\n");

function at(path: readonly (string | number)[]): string {
  const { start, end } = parseYamlData({ uri: "replies.yaml", text }).value.spanAt(path);
  return text.slice(start, end);
}

it("reads a YAML file as plain data", () => {
  const { value, diagnostics } = parseYamlData({ uri: "replies.yaml", text });
  expect(diagnostics).toEqual([]);
  expect(value.value).toEqual([{ node: "draft", usage: { input_tokens: 12 } }, { node: "check", scorer: 0 }]);
});

it("knows where each part is written", () => {
  expect(at([1, "scorer"])).toBe("scorer");
  expect(at([0, "usage", "input_tokens"])).toBe("input_tokens");
  expect(at([0, "usage", "output_tokens"])).toBe("usage");
  expect(at([1])).toMatch(/^node: check/);
});

it("says what is wrong as YAML and gives what it could read", () => {
  const broken = parseYamlData({ uri: "replies.yaml", text: "- node: a\n- {node: b\n" });
  expect(broken.diagnostics.length).toBeGreaterThan(0);
});

it("gives null for a file that holds nothing", () => {
  expect(parseYamlData({ uri: "replies.yaml", text: "# only a comment\n" }).value.value).toBe(null);
});
