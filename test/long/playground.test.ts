import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { chromiumFlags, chromiumPath } from "../support/chromium.ts";
import { root } from "../support/house.ts";
import { serveFolder } from "../support/static-server.ts";

/*
 * The page as a person uses it, in Chromium, from files alone. `SCREENSHOTS=1` renews its picture in the documentation.
 */
const picture = join(root, "docs/images/playground.png");

let browser: Browser;
let page: Page;
let site: Awaited<ReturnType<typeof serveFolder>>;
const complaints: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [join(root, "cli/dev/run.mjs"), "cli/dev/playground.ts", "--build"], { cwd: root });
  site = await serveFolder(join(root, "dist/playground"));
  browser = await chromium.launch({ executablePath: chromiumPath() ?? expect.unreachable("this test needs Chromium: install the package chromium, or name it in CHROMIUM"), args: chromiumFlags });
}, 120_000);

afterAll(async () => {
  await browser.close();
  site.close();
});

beforeEach(async () => {
  complaints.length = 0;
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => (message.type() === "error" ? complaints.push(message.text()) : undefined));
  page.on("request", (request) => (request.url().startsWith(site.url) || request.url().startsWith("data:") ? undefined : complaints.push(`asked for ${request.url()}`)));
  await open("stories/support-triage");
  return async () => {
    await page.close();
    expect(complaints).toEqual([]);
  };
});

async function open(example: string, hash = ""): Promise<void> {
  await page.goto(`${site.url}${hash}`);
  if (hash === "") await page.selectOption("#examples", example);
  await page.waitForSelector("#summary:not(:empty)");
}

/** Puts the cursor behind a text of the document that is in sight. */
async function clickBehind(text: string): Promise<void> {
  const line = page.locator(".cm-line", { hasText: text }).first();
  await line.scrollIntoViewIfNeeded();
  await line.click();
  await page.keyboard.press("End");
}

it("judges an example, draws its graph and shows its program", async () => {
  await page.waitForSelector("#graph svg [data-node]");
  expect(await page.textContent("#summary")).toBe("Valid");
  await page.click("#tab-program");
  await expect.poll(() => page.textContent("#program")).toContain('"workflow"');
  await page.click("#tab-graph");
  await expect.poll(() => page.locator(".cm-line .jj-variable, .cm-line .jj-property").count()).toBeGreaterThan(0);
  if (process.env["SCREENSHOTS"] === "1") await page.screenshot({ path: picture });
});

it("tells what is wrong while one types, leads there, and is glad when it is mended", async () => {
  await clickBehind("start: ");
  await page.keyboard.type("x");
  await page.waitForSelector('#summary[data-state="wrong"]');
  const problem = page.locator("#problems button").first();
  expect(await problem.textContent()).toContain("JJ2001");
  expect(await page.locator("#graph.stale, #graph svg").count()).toBeGreaterThan(0);
  await problem.click();
  await expect.poll(() => page.locator("#editor .cm-focused").count()).toBe(1);
  await clickBehind("start: ");
  await page.keyboard.press("Backspace");
  await page.waitForSelector('#summary[data-state="sound"]');
});

it("completes what may stand at the cursor", async () => {
  await clickBehind("start: ");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Space");
  await page.waitForSelector(".cm-tooltip-autocomplete li");
  const nodes = await page.locator("#graph svg [data-node]").evaluateAll((found) => found.map((each) => each.getAttribute("data-node")));
  const offered = await page.locator(".cm-tooltip-autocomplete li").allTextContents();
  expect(nodes.some((node) => node !== null && offered.some((each) => each.startsWith(node)))).toBe(true);
});

it("leads from a node of the picture to its place", async () => {
  const node = page.locator("#graph svg [data-node]").last();
  const id = await node.getAttribute("data-node");
  await node.click();
  await expect.poll(async () => (await page.locator(".cm-activeLine").textContent())?.trim()).toBe(`${id}:`);
});

it("carries a document in the address", async () => {
  await clickBehind("start: ");
  await page.keyboard.type("y");
  await page.click("#share");
  const address = new URL(page.url());
  const text = new URLSearchParams(address.hash.slice(1)).get("text") ?? "";
  expect(text).toMatch(/start: \S+y\n/);
  await page.goto("about:blank");
  await open("", address.hash);
  await page.waitForSelector('#summary[data-state="wrong"]');
  expect(await page.inputValue("#examples")).toBe("stories/support-triage");
});

it("runs no script that comes with a shared document", async () => {
  const evil = 'workflow: {id: a, version: 0.1.0, start: "<img src=x onerror=alert(1)>"}\nnodes:\n  "<script>alert(1)</script>": {type: end, description: "<img src=x onerror=alert(1)>"}\n';
  let asked = false;
  page.on("dialog", (dialog) => {
    asked = true;
    void dialog.dismiss();
  });
  await open("", `#${new URLSearchParams({ example: "", text: evil }).toString()}`);
  await page.waitForSelector("#problems button");
  expect(await page.locator("img, #problems script").count()).toBe(0);
  expect(asked).toBe(false);
});
