import { expect, it } from "vitest";
import { isSlipOf, nearest } from "../../schemas/nearest.ts";

function check(word: string, candidates: string, expected: string | undefined): void {
  expect(nearest(word, candidates.split(" "))).toBe(expected);
}

it("suggests the word that was meant", () => {
  check("sytem", "prompt system model", "system");
  check("sumarize", "summarize search", "summarize");
  check("tpye", "type next", "type");
  check("modell", "model mode", "model");
  check("Workflow", "nodes workflow", "workflow");
  check("research_agnet", "research_agent", "research_agent");
});

it("stays silent when nothing is near", () => {
  check("end", "start search", undefined);
  check("a", "b c", undefined);
  check("to", "do", undefined);
  check("prompt", "system", undefined);
  check("x", "", undefined);
});

it("never suggests the word itself, and the first of equals", () => {
  check("model", "model", undefined);
  check("node", "mode code", "mode");
  check("noda", "node nodb", "node");
});

it("is sure of what was meant where one edit leads to one word and to no other", () => {
  expect(isSlipOf("next", "nxt", ["next", "node"])).toBe(true);
  expect(isSlipOf("when", "wen", ["when", "wend"])).toBe(false);
  expect(isSlipOf("system", "sstm", ["system"])).toBe(false);
});
