import { expect, it } from "vitest";
import { sha256 } from "../../cli/sha256.ts";
import { compile } from "../../compiler/index.ts";
import { workflowOf } from "../support/document.ts";

it.each([["short", 1], ["longer than a piece that is hashed at once", 5_000]])("names a program as the compiler does by itself, be its texts %s", (_, times) => {
  const text = workflowOf(`ask: {type: model, model: gpt-4o, prompt: "${"Grüße an 😀. ".repeat(times)}", output_key: a, next: end}`);
  const source = { uri: "test.yaml", text };
  const { program } = compile(source, { sha256 });
  expect(program?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(program).toEqual(compile(source).program);
});
