import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { compile } from "../../compiler/index.ts";
import { root, textOf } from "../support/house.ts";
import { installedVsCode, openVsCode, type Editor } from "../support/vscode.ts";
import { packedExtension } from "../support/vsix.ts";

const hello = textOf("examples/stories/hello-agent/workflow.yaml");
const unasked = hello.replace("{{ state.question }}", "");
const temporary = mkdtempSync(join(tmpdir(), "jamjet-workspace-"));
const folder = join(temporary, "agents");
const there = installedVsCode();
const editor = typeof there === "string" ? undefined : await openVsCode(there, { vsix: packedExtension(), folder: prepared(), settings: { "jamjet.run.arguments": ["--replies", "replies.yaml"] } });
const untried = typeof there === "string" ? ` (not tried: ${there})` : "";

afterAll(async () => {
  await editor?.close();
  rmSync(temporary, { recursive: true, force: true });
}, 60_000);

describe(`VS Code${untried}`, () => {
  it("underlines what is wrong, lists it, and explains a code that is clicked", () => on(async ({ page, open, run }) => {
    await open("squiggles/workflow.yaml");
    await run("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("'qestion' is not declared in 'state_schema'").waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".view-line").getByText("qestion").hover();
    const code = page.locator(".monaco-hover").getByRole("link", { name: "JJ2002" });
    await page.locator(".monaco-hover").getByText(/^Quick Fix/).waitFor();
    await shown("vscode-diagnostics");
    await code.click();
    await page.frameLocator("iframe.webview").frameLocator("iframe").getByRole("heading", { name: "JJ2002 undeclared-state-key" }).waitFor();
  }));

  it("applies a fix", () => on(async ({ page, open, goTo, run }) => {
    await open("fix/workflow.yaml");
    await goTo(18, 12);
    // The editor asks for fixes once it has settled on what it shows, and says nothing of when.
    await vi.waitFor(async () => {
      await page.keyboard.press("Control+.");
      await page.locator(".action-widget").getByText("change it to 'end'").click({ timeout: 2_000 });
    }, 30_000);
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
    await run("File: Save");
    await expect.poll(() => textIn("fix/workflow.yaml")).toBe(hello);
  }));

  it("completes keys, and what a template may read", () => on(async ({ page, open, goTo, run }) => {
    await open("complete/workflow.yaml");
    await goTo(17, 23);
    await page.keyboard.press("Enter");
    await page.keyboard.type("max_vis");
    await page.locator(".suggest-widget").getByText("max_visits").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("3");
    await goTo(15, unasked.split("\n")[14]?.length ?? 0);
    await page.keyboard.type("{{ state.");
    await page.locator(".suggest-widget").getByText("question").first().waitFor();
    await page.keyboard.press("Tab");
    await run("File: Save");
    await expect.poll(() => textIn("complete/workflow.yaml")).toBe(hello.replace("llm_default\n", "llm_default\n    max_visits: 3\n").replace("question }}", "question}}"));
  }));

  it("renames a key of the state wherever it stands", () => on(async ({ page, open, goTo, run }) => {
    await open("rename/workflow.yaml");
    await goTo(7, 6);
    await page.keyboard.press("F2");
    await page.locator(".rename-box input").fill("topic");
    await page.keyboard.press("Enter");
    await page.locator(".view-line").getByText("topic").first().waitFor();
    await run("File: Save");
    await expect.poll(() => textIn("rename/workflow.yaml")).toBe(hello.replace("question: str", "topic: str").replace("state.question", "state.topic"));
  }));

  it("draws the graph beside the text, follows edits and leads to nodes", () => on(async ({ page, open, goTo, run }) => {
    await run("View: Close All Editors");
    // There is something to hide, whichever test came before.
    await run("Problems: Focus on Problems View");
    await run("View: Hide Panel");
    await open("support-triage/workflow.yaml");
    await page.getByRole("button", { name: "Show Graph" }).click();
    const picture = page.frameLocator("iframe.webview").frameLocator("iframe");
    await picture.locator("[data-node=route]").click();
    await page.getByRole("button", { name: "Ln 32, Col 8 (5 selected)" }).waitFor();
    await picture.locator("[data-node=route].selected").waitFor();
    await shown("vscode-graph");
    await goTo(32, 8);
    await page.keyboard.type("-by-topic");
    await picture.locator("[data-node=route-by-topic]").waitFor();
    await run("File: Revert File");
    await run("View: Close All Editors");
  }));

  it("draws the workflow of a fleet that the cursor is in", () => on(async ({ page, open, goTo, run }) => {
    await open("fleet/fleet.yaml");
    await goTo(6, 7);
    await page.getByRole("button", { name: "Show Graph" }).click();
    const picture = page.frameLocator("iframe.webview").frameLocator("iframe");
    await picture.locator("[data-node=stop]").waitFor();
    await goTo(3, 40);
    await picture.locator("[data-node=rest].selected").waitFor();
    await picture.locator("[data-node=stop]").waitFor({ state: "detached" });
    await run("View: Close All Editors");
  }));

  it("knows documents by their name, too", () => on(async ({ page, open }) => {
    await open("named/hello.jamjet.yaml");
    await page.locator(".statusbar-item").getByText("JamJet", { exact: true }).waitFor();
    await page.locator(".view-line").getByText("edn").waitFor();
    await page.locator(".squiggly-error").first().waitFor();
  }));

  it("begins documents that nothing is wrong with", () => on(async ({ page, open, run }) => {
    await open("named/new.yaml");
    await page.keyboard.type("jamjet-workf");
    await page.locator(".suggest-widget .monaco-list-row").filter({ hasText: "jamjet-workflow" }).click();
    await run("File: Save");
    await expect.poll(() => textIn("named/new.yaml")).toMatch(/^workflow:\n  id: hello-agent\n/);
    expect(compile({ uri: "new.yaml", text: textIn("named/new.yaml") }).diagnostics).toEqual([]);
  }));

  it("says nothing of YAML that is none of ours, and offers nothing to run there", () => on(async ({ page, open }) => {
    await open("others/chart.yaml");
    await open("squiggles/workflow.yaml");
    await page.getByRole("button", { name: "Run Workflow…" }).waitFor();
    await open("others/chart.yaml");
    await page.getByRole("button", { name: "Run Workflow…" }).waitFor({ state: "detached" });
    expect(await page.locator(".editor-group-container.active .tab.active").getAttribute("aria-label")).not.toMatch(/problem/i);
  }));

  it("asks for the inputs of a workflow and runs it", () => on(async ({ page, open, run }) => {
    await open("hello-agent/workflow.yaml");
    await page.getByRole("button", { name: "Run Workflow…" }).click();
    await page.locator(".quick-input-widget").getByText("question: first read at workflow.yaml:15").waitFor();
    await page.keyboard.type("What is durable execution?");
    await page.keyboard.press("Enter");
    await page.locator(".terminal-wrapper.active .xterm-rows").getByText("completed").first().waitFor();
    await shown("vscode-run");
    await run("Terminal: Kill All Terminals");
  }));

  it("lists what is wrong in documents that are not open, and shows all of it in a terminal", () => on(async ({ page, run }) => {
    await run("View: Close All Editors");
    await run("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("no node is called 'edn'").first().waitFor();
    await run("JamJet: Validate All Documents");
    await page.locator(".terminal-wrapper.active .xterm-rows").getByText(/\d files: \d valid, \d not/).first().waitFor();
    await run("Terminal: Kill All Terminals");
  }));

  it("offers its MCP server to the agents of the editor", () => on(async ({ page, run }) => {
    await run("MCP: List Servers");
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "JamJet" }).click();
    await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: "Start Server" }).click();
    await page.locator(".view-line").filter({ hasText: /Discovered\s\d+\stools/ }).waitFor();
  }));

  it("goes on when its server is started anew", () => on(async ({ page, open, run }) => {
    await open("squiggles/workflow.yaml");
    await run("JamJet: Restart Language Server");
    await page.locator(".squiggly-error").first().waitFor();
  }));
});

/** Takes the steps, and a picture of where they got stuck. */
async function on(steps: (editor: Editor) => Promise<void>): Promise<void> {
  if (editor === undefined) return;
  try {
    await steps(editor);
  } catch (stuck) {
    const path = join(tmpdir(), `jamjet-vscode-${(expect.getState().currentTestName ?? "").replace(/\W+/g, "-")}.png`);
    await editor.page.screenshot({ path });
    throw new Error(`stuck as ${path} shows`, { cause: stuck });
  }
}

function textIn(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A picture for the documentation, where `UPDATE=1` asks for it. */
async function shown(name: string): Promise<void> {
  if (process.env["UPDATE"] === "1") await editor?.page.screenshot({ path: join(root, `docs/images/${name}.png`) });
}

/** A folder with documents that are right, wrong, and none of ours. */
function prepared(): string {
  const documents = {
    "squiggles/workflow.yaml": hello.replace("state.question", "state.qestion").replace("next: end", "next: edn"),
    "fix/workflow.yaml": hello.replace("next: end", "next: edn"),
    "complete/workflow.yaml": unasked,
    "rename/workflow.yaml": hello,
    "named/hello.jamjet.yaml": hello.replace("next: end", "next: edn"),
    "named/new.yaml": "",
    "fleet/fleet.yaml": "version: 1\nworkflows:\n  nightly: {start: rest, nodes: {rest: {type: end}}}\n  weekly:\n    start: stop\n    nodes: {stop: {type: end}}\n",
    "others/chart.yaml": "services:\n  web:\n    image: nginx\n",
  };
  for (const [path, text] of Object.entries(documents)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const story of ["hello-agent", "support-triage"]) cpSync(join(root, "examples/stories", story), join(folder, story), { recursive: true });
  return folder;
}
