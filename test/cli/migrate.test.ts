import { expect, it } from "vitest";
import { jamjet } from "./fake-io.ts";

const older = "# A flow.\nid: w\nversion: 1.0.0\nstart: end\nnodes:\n  end: {type: end}\n";
const today = "# A flow.\nworkflow:\n  id: w\n  version: 1.0.0\n  start: end\n\nnodes:\n  end: {type: end}\n";

it("writes the document of today to standard output, and what became of it beside", async () => {
  const said = await jamjet(["migrate", "w.yaml"], { files: { "w.yaml": older } });
  expect(said).toMatchObject({ code: 0, out: today, err: "would be migrated: w.yaml  headerless form\n" });
  expect(said.files.get("/here/w.yaml")).toBe(older);
});

it("replaces the file with --write, and has nothing to do afterwards", async () => {
  const said = await jamjet(["migrate", "w.yaml", "--write"], { files: { "w.yaml": older } });
  expect(said).toMatchObject({ code: 0, out: "migrated: w.yaml  headerless form\n" });
  expect(said.files.get("/here/w.yaml")).toBe(today);
  expect(await jamjet(["migrate", "w.yaml", "--write"], { files: { "w.yaml": today } })).toMatchObject({ code: 0, out: "nothing to migrate: w.yaml\n" });
});

it("shows with --diff what would change", async () => {
  expect((await jamjet(["migrate", "w.yaml", "--diff"], { files: { "w.yaml": older } })).out).toContain("-id: w\n");
});

it("exits with 1 where its author must decide something, and says what", async () => {
  const text = today.replace("end: {type: end}", "a:\n    type: tool\n    tool_ref: tools.x\n    next: end\n  end: {type: end}").replace("start: end", "start: a");
  expect(await jamjet(["migrate", "w.yaml", "--write"], { files: { "w.yaml": text } })).toMatchObject({ code: 1, out: expect.stringContaining("left: a.tool_ref: name the server and the tool") });
});

it("says of a document that is no whole YAML what is wrong with it", async () => {
  expect(await jamjet(["migrate", "w.yaml"], { files: { "w.yaml": 'id: "\n' } })).toMatchObject({ code: 1, out: "", err: expect.stringContaining("JJ1001") });
});
