import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";
import { browserScript, pagePrograms } from "../support/browser-programs.ts";

it("the page has a program for each thing it speaks of", () => {
  expect(pagePrograms().length).toBeGreaterThanOrEqual(5);
});

// The browser itself is in test/long: here is a JavaScript engine with what every browser has, and no Node.
it.each(pagePrograms())("$place says what stands under it, where there is no Node", async ({ code, prints }) => {
  const lines: string[] = [];
  const show = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined"));
  const console = { log: (...values: readonly unknown[]) => lines.push(values.map(show).join(" ")) };
  runInContext(await browserScript(code), createContext({ console, TextEncoder, TextDecoder }), { timeout: 30_000 });
  expect(`${lines.join("\n")}\n`).toBe(prints);
});
