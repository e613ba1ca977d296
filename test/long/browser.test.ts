import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { browserScript, pagePrograms } from "../support/browser-programs.ts";
import { chromiumFlags, chromiumPath } from "../support/chromium.ts";

it.each(pagePrograms())("$place says in Chromium what stands under it", async ({ code, prints }) => {
  const chromium = chromiumPath() ?? expect.unreachable("this test needs Chromium: install the package chromium, or name it in CHROMIUM");
  const folder = mkdtempSync(join(tmpdir(), "jamjet-browser-"));
  try {
    const script = (await browserScript(code)).replaceAll("</script", "<\\/script");
    const shown = "(value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'))";
    const log = `console.log = (...values) => { document.querySelector("pre").append(values.map(${shown}).join(" ") + "\\n"); };`;
    writeFileSync(join(folder, "page.html"), `<!doctype html><meta charset="utf-8"><pre></pre><script>${log}</script><script>${script}</script>`);
    const { stdout } = await promisify(execFile)(chromium, [...chromiumFlags, `--user-data-dir=${join(folder, "profile")}`, "--dump-dom", `file://${join(folder, "page.html")}`], { maxBuffer: 32 << 20, timeout: 120_000 });
    const [, said = ""] = /<pre>([^]*?)<\/pre>/.exec(stdout) ?? [];
    expect(said.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")).toBe(prints);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
