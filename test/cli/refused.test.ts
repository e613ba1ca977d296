import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cliProcesses } from "../support/cli-process.ts";

const { folder: emptyFolder, jamjet } = cliProcesses();

it.each([
  ["workflow.continue_as_new", "  continue_as_new: true\n"],
  ["workflow.data_policy", "  data_policy: {pii_detectors: [email]}\n"],
  ["federation", "federation: {require_auth: true}\n"],
])("refuses to run what it does not enforce: %s", async (key, line) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "w.yaml"), `workflow:\n  id: idle\n  version: 1.0.0\n  start: end\n${line}nodes:\n  end: {type: end}\n`);
  const said = await jamjet(folder, "run", "w.yaml");
  expect(said).toMatchObject({ code: 1, out: "" });
  expect(said.err).toMatch(new RegExp(`error: '${key}' needs .*, which this runtime does not do yet\n$`));
  expect(JSON.parse((await jamjet(folder, "ls", "--json")).out)).toEqual([]);
});
