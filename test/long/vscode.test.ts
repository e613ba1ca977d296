import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { root, textOf } from "../support/house.ts";
import { installedVsCode, openVsCode, packedExtension, type Editor } from "../support/vscode.ts";

const hello = textOf("examples/stories/hello-agent/workflow.yaml");
const folder = mkdtempSync(join(tmpdir(), "jamjet-workspace-"));
const there = installedVsCode();
const editor = typeof there === "string" ? undefined : await openVsCode(there, { vsix: packedExtension(), folder: prepared(), settings: { "jamjet.run.arguments": ["--replies", "replies.yaml"] } });
const untried = typeof there === "string" ? ` (not tried: ${there})` : "";

afterAll(async () => {
  await editor?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe(`VS Code${untried}`, () => {
  it("underlines what is wrong, lists it, and explains a code that is clicked", () => on(async ({ page, open, run }) => {
    await open("squiggles/workflow.yaml");
    await run("Problems: Focus on Problems View");
    await page.locator(".markers-panel").getByText("'qestion' is not declared in 'state_schema'").waitFor();
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".view-line").getByText("qestion").hover();
    const code = page.locator(".monaco-hover").getByRole("link", { name: "JJ2002" });
    await code.waitFor();
    await shown("vscode-diagnostics");
    await code.click();
    await page.frameLocator("iframe.webview").frameLocator("iframe").getByRole("heading", { name: "JJ2002 undeclared-state-key" }).waitFor();
  }));

  it("applies a fix", () => on(async ({ page, open, clickOn, run }) => {
    await open("fix/workflow.yaml");
    await page.locator(".squiggly-error").first().waitFor();
    await clickOn("edn");
    // The editor asks for fixes once it has settled on what it shows, and says nothing of when.
    await vi.waitFor(async () => {
      await page.keyboard.press("Control+.");
      await page.locator(".action-widget").getByText("change it to 'end'").click({ timeout: 2_000 });
    }, 30_000);
    await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
    await run("File: Save");
    await expect.poll(() => readFileSync(join(folder, "fix/workflow.yaml"), "utf8")).toBe(hello);
  }));

  it("says nothing of YAML that is none of ours, and offers nothing to run there", () => on(async ({ page, open }) => {
    await open("others/chart.yaml");
    await open("squiggles/workflow.yaml");
    await page.getByRole("button", { name: "Run Workflow…" }).waitFor();
    await open("others/chart.yaml");
    await page.getByRole("button", { name: "Run Workflow…" }).waitFor({ state: "detached" });
    expect(await page.locator(".tab.active").getAttribute("aria-label")).not.toMatch(/problem/i);
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

  it("judges every document of the folder, also those that are not open", () => on(async ({ page, run }) => {
    await run("View: Close All Editors");
    await run("JamJet: Validate All Documents");
    await page.locator(".markers-panel").getByText("no node is called 'edn'").first().waitFor();
    await run("Terminal: Kill All Terminals");
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

/** A picture for the documentation, where `UPDATE=1` asks for it. */
async function shown(name: string): Promise<void> {
  if (process.env["UPDATE"] === "1") await editor?.page.screenshot({ path: join(root, `docs/images/${name}.png`) });
}

/** A folder with documents that are right, wrong, and none of ours. */
function prepared(): string {
  const documents = {
    "squiggles/workflow.yaml": hello.replace("state.question", "state.qestion").replace("next: end", "next: edn"),
    "fix/workflow.yaml": hello.replace("next: end", "next: edn"),
    "others/chart.yaml": "services:\n  web:\n    image: nginx\n",
  };
  for (const [path, text] of Object.entries(documents)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  cpSync(join(root, "examples/stories/hello-agent"), join(folder, "hello-agent"), { recursive: true });
  return folder;
}
