import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { emptyFolder, machines, nodes, packed, root, runWith } from "../support/installs.ts";

const there = machines();
const untried = typeof there === "string" ? ` (not tried: ${there})` : "";
afterAll(() => (typeof there === "string" ? undefined : there.dismantle()), 300_000);

const question = '{"question": "What is durable execution?"}';
const run = ["run", "workflow.yaml", "--input", question, "--replies", "replies.yaml"];

describe.each(nodes)(`Node %s${untried}`, (version) => {
  it("runs, inspects and resumes with the built executable", () => {
    if (typeof there === "string") return;
    const cwd = emptyFolder(there, `cli-${version}`);
    const jamjet = (...words: readonly string[]) => runWith(there.node(version), [builtExecutable(), ...words], { cwd });
    expect(jamjet("init")).toMatchObject({ code: 0, err: "" });
    expect(jamjet("validate", "workflow.yaml")).toMatchObject({ code: 0, err: "" });
    expect(jamjet("compile", "workflow.yaml", "-o", "program.json")).toMatchObject({ code: 0, err: "" });
    const ran = jamjet(...run, "--json");
    expect(ran).toMatchObject({ code: 0 });
    const id = (JSON.parse(ran.out) as { readonly execution_id: string }).execution_id;
    for (const words of [["ls"], ["inspect", id], ["events", id], ["resume", id]]) expect(jamjet(...words), words.join(" ")).toMatchObject({ code: 0, err: "" });
  });

  it("keeps what the store promises", () => {
    if (typeof there === "string") return;
    const tests = ["contract", "log", "sqlite", "race", "kill"].map((name) => `test/runtime/store/${name}.test.ts`);
    const { code, out, err } = runWith(there.node(version), [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=verbose", "--testTimeout=300000", ...tests], { cwd: root, env: { NO_COLOR: "1" } });
    expect(code, out + err).toBe(0);
    expect(out).toContain(version.startsWith("20.") ? "sqlite of 'better'" : "sqlite of 'node'");
  });
});

describe(`the published package${untried}`, () => {
  const archive = typeof there === "string" ? "" : packed(there.folder);

  it.each([
    // Without a compiler, as most machines are.
    { npm: "11.19.1", node: "20.20.2", runs: 2 },
    { npm: "11.19.1", node: "22.23.3", runs: 0 },
    // Does not run the scripts of packages that nobody approved.
    { npm: "12.2.0", node: "24.21.0", runs: 0 },
  ] as const)("is installed by npm $npm on Node $node and judges documents there", ({ npm, node, runs }) => {
    if (typeof there === "string") return;
    const cwd = emptyFolder(there, `package-${npm}-${node}`);
    writeFileSync(join(cwd, "package.json"), '{"private": true}');
    const env = { CC: "/bin/false", CXX: "/bin/false", npm_config_build_from_source: "true" };
    const installed = runWith(there.node(node), [there.npm(npm), "install", "--no-audit", "--no-fund", archive], { cwd, env });
    expect(installed.code, installed.err).toBe(0);
    const jamjet = (...words: readonly string[]) => runWith(there.node(node), [join(cwd, "node_modules/jamjet/dist/bin/jamjet.cjs"), ...words], { cwd });
    expect(jamjet("init")).toMatchObject({ code: 0, err: "" });
    expect(jamjet("validate", "workflow.yaml")).toMatchObject({ code: 0, err: "", out: expect.stringContaining("Valid.") });
    const ran = jamjet(...run);
    expect(ran).toMatchObject({ code: runs });
    if (runs !== 0) expect(ran.err).toMatch(/^error: SQLite cannot be loaded: run 'npm (?:install better-sqlite3@12|rebuild better-sqlite3)'/);
  });
});
