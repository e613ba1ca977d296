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

it("every link between generated pages leads to a page", () => {
  const broken = [...files].flatMap(([path, text]) => linksOf(path, text).filter((to) => !existsSync(join(root, to))).map((to) => `${path} -> ${to}`));
  expect(broken).toEqual([]);
});

function linksOf(path: string, text: string): readonly string[] {
  const prose = text.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] as string).filter((to) => !/^https?:/.test(to)).map((to) => join(path, "..", to));
}
