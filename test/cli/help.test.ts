import { expect, it } from "vitest";
import { commands } from "../../cli/commands/index.ts";
import { jamjet } from "./fake-io.ts";

it.each(commands.map(({ name }) => name))("keeps the help of '%s' to a screen of 40 columns, but for what is to be copied or is one word", async (name) => {
  const { out } = await jamjet([...name.split(" "), "--help"], { columns: 40 });
  const isCommand = (line: string): boolean => /\bjamjet /.test(line);
  const isWord = (line: string): boolean => !/\S {1,2}\S.* /.test(line.trim());
  expect(out).toContain("Exit codes:\n");
  expect(out.split("\n").filter((line) => line.length > 40 && !isCommand(line) && !isWord(line))).toEqual([]);
});
