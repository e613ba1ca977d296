import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../cli/dev/generated-files.ts";
import { filesIn, root, textOf } from "./support/house.ts";

const { files, folders } = generatedFiles(root);

it("what is generated is what is committed: `npm run gen` changes nothing", () => {
  const stale = [...files].filter(([path, text]) => !existsSync(join(root, path)) || textOf(path) !== text).map(([path]) => path);
  expect(stale).toEqual([]);
});

it("the generated folders hold nothing that is not generated", () => {
  expect(folders.flatMap((folder) => filesIn(folder)).filter((path) => !files.has(path))).toEqual([]);
});

it("every link on a page of this repository leads somewhere", () => {
  const pages = filesIn(".").filter((path) => path.endsWith(".md"));
  expect(pages.flatMap((path) => linksOf(path).filter((to) => !existsSync(join(root, to))).map((to) => `${path} -> ${to}`))).toEqual([]);
});

/** What a page links to inside this repository. */
function linksOf(path: string): readonly string[] {
  const prose = textOf(path).replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] as string).filter((to) => !/^https?:/.test(to)).map((to) => join(path, "..", to));
}
