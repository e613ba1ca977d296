import { expect, it } from "vitest";
import { format } from "../../../compiler/index.ts";
import { filesIn, textOf } from "../../support/house.ts";

/** The document itself where it is in canonical form, or cannot be read as a whole. */
function formatted(text: string): string {
  const result = format({ uri: "file:///w.yaml", text });
  return result.ok ? result.text : text;
}

it.each(filesIn("examples").filter((path) => path.endsWith("/workflow.yaml")))("%s is as 'jamjet fmt' writes it", (path) => {
  expect(formatted(textOf(path))).toBe(textOf(path));
});

it.each(["README.md", ...filesIn("docs/guide").filter((path) => path.endsWith(".md"))])("the documents of %s are as 'jamjet fmt' writes them", (path) => {
  for (const [, text = ""] of textOf(path).matchAll(/^```yaml(?: .+)?\n([^]*?)^```/gm)) expect(formatted(text)).toBe(text);
});
