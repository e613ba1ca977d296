import { expect, it } from "vitest";
import { textOf } from "./support/house.ts";

it.each(["schemas", "compiler", "runtime", "lsp"])("jamjet/%s exports what callers were promised, and nothing by accident", async (part) => {
  await expect(`${namesIn(textOf(`${part}/index.ts`)).join("\n")}\n`).toMatchFileSnapshot(`surface/${part}.txt`);
});

/** Every exported name of an entry point, types marked as such. */
function namesIn(text: string): readonly string[] {
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type, names]) =>
    (names as string).split(",").map((name) => name.trim()).filter((name) => name !== "").map((name) => (type === undefined || name.startsWith("type ") ? name : `type ${name}`)),
  );
  const declared = [...text.matchAll(/^export (?:async )?(function|const|interface|type) (\w+)/gm)].map(([, keyword, name]) => (keyword === "interface" || keyword === "type" ? `type ${name}` : (name as string)));
  return [...lists, ...declared].sort((a, b) => (a.replace("type ", "") < b.replace("type ", "") ? -1 : 1));
}
