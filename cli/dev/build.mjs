/**
 * Builds `dist/`: the executable and its bundle, the four entry points, and their types. Plain JavaScript, because it
 * runs (as `prepare`) before anything is built. Any problem ends it with a message and a non-zero exit code.
 *
 *   dist/bin/jamjet.cjs   the loader with the code cache
 *   dist/bin/cli.cjs      what checking a good document takes
 *   dist/bin/often.cjs    what can be said of a document, and how a project is read
 *   dist/bin/rest.cjs     all other commands and the rest of the compiler; runtime and language server are loaded when asked for
 *   dist/<part>/index.js  the entry points of the package; our dependencies stay outside, developers' tools are bundled
 *   dist/cli/…            what single commands load when they run
 *   dist/types/           declarations
 *
 * `--no-types` leaves the declarations out.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { asFunctionBody, inScripts } from "./scripts.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const dist = path.join(root, "dist");
/** Everything is built here and then moved at once: a failed build leaves the last good one in place. */
const draft = path.join(root, `node_modules/.jamjet-build-${process.pid}`);
const begun = new Date();
const packageJson = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
const parts = ["compiler", "runtime", "lsp", "schemas"];
/** What single commands load, and what few of them need. */
const asked = ["cli/graph/svg.ts", "cli/diagnostic-examples.ts", "cli/mcp/serve.ts", "cli/revisions.ts"];

// `npx jamjet` inside the clone links the package into npm's cache, and npm then runs `prepare` of what it links.
// That is no reason to build what was built.
if (process.env.npm_command === "exec" && fs.existsSync(path.join(dist, "bin/jamjet.cjs"))) process.exit(0);

/** Small dependencies that every start of the executable needs: one file is read faster than several. */
const bundledInCli = ["@cfworker/json-schema", "smol-toml"];
const dependencies = Object.keys({ ...packageJson.dependencies, ...packageJson.optionalDependencies });

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  metafile: true,
  legalComments: "none",
  // The package's Node build reads `process.env` for each token; its browser build is the same code without that.
  alias: { yaml: path.join(root, "node_modules/yaml/browser/index.js") },
};

/** `import("…/runtime/index.ts")` in a command stays an import, of the built file. */
const loadedWhenAsked = {
  name: "loaded when asked",
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path: wanted, resolveDir }) => {
      const file = path.relative(root, path.resolve(resolveDir, wanted));
      const isApart = asked.includes(file) || ["runtime", "lsp", "schemas"].some((part) => file === `${part}/index.ts`);
      return kind === "dynamic-import" && isApart ? { path: `../${file.replace(/\.ts$/, ".js")}`, external: true } : undefined;
    });
    // We decide ourselves whether to paint; what guesses that loads half of Node.
    build.onResolve({ filter: /^#supports-color$/ }, ({ importer }) => ({ path: path.join(path.dirname(importer), "vendor/supports-color/browser.js") }));
    // The parser of arguments can start other programs as commands; we have none, and loading that costs time.
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (importer.includes("/commander/") ? { path: "nothing", namespace: "nothing" } : undefined));
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export {}" }));
  },
};

try {
  await Promise.all([buildParts(), buildExecutable()]);
  if (!process.argv.includes("--no-types")) buildTypes();
  // As old as what was read: a source that changes while we build is newer than the result.
  fs.utimesSync(path.join(draft, "bin/jamjet.cjs"), begun, begun);
  // Moved away rather than removed: whoever runs what was built finds one or the other.
  if (fs.existsSync(dist)) fs.renameSync(dist, path.join(draft, "before"));
  fs.renameSync(draft, dist);
  fs.rmSync(path.join(dist, "before"), { recursive: true, force: true });
} finally {
  fs.rmSync(draft, { recursive: true, force: true });
}
linkExecutable();

async function buildParts() {
  await esbuild.build({
    ...common,
    entryPoints: [...parts.map((part) => `${part}/index.ts`), ...asked],
    outdir: draft,
    outbase: root,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    external: dependencies,
  });
}

async function buildExecutable() {
  const { front, often, rest, imports } = await inScripts({ ...common, external: dependencies.filter((name) => !bundledInCli.includes(name)), plugins: [loadedWhenAsked] }, "cli/bin.ts");
  refuseHeavyImports(imports);
  const ofParts = "require, $load, $shared, $part, $asked, $later";
  const scripts = { "cli.cjs": await asScript("require, $load, beforeLargeWork, keepStart, $open", front), "often.cjs": await asScript(ofParts, often), "rest.cjs": await asScript(ofParts, rest) };
  fs.mkdirSync(path.join(draft, "bin"), { recursive: true });
  for (const [name, text] of Object.entries(scripts)) fs.writeFileSync(path.join(draft, "bin", name), text);
  const hash = createHash("sha256").update(Object.values(scripts).join("")).digest("hex").slice(0, 16);
  // Not as esbuild makes CommonJS: that copies each name that a module of Node exports.
  const own = { loader: "ts", target: common.target, define: { bundleVersion: JSON.stringify(packageJson.version), bundleHash: JSON.stringify(hash) } };
  const loader = await esbuild.transform(fs.readFileSync(path.join(root, "cli/loader.ts"), "utf8"), own);
  const { code } = await esbuild.transform(asFunctionBody(loader.code), { minify: true, target: common.target });
  fs.writeFileSync(path.join(draft, "bin/jamjet.cjs"), `#!/usr/bin/env node\n"use strict";${code}`);
  fs.chmodSync(path.join(draft, "bin/jamjet.cjs"), 0o755);
}

/** The text of a script whose value is a function of `given` with that body: so the loader need not copy the text to wrap it. */
async function asScript(given, body) {
  // A script from the code cache may not import by itself: the loader does it (its L5).
  const loading = body.replace(/\bimport\(("\.\.\/[\w/-]+\.js")\)/g, "$load($1)");
  const { code } = await esbuild.transform(`script = function (${given}) {\n${loading}\n}`, { minify: true, target: common.target, legalComments: "none" });
  const value = code.trim().replace(/^script ?= ?/, "").replace(/;$/, "");
  // Regular expressions keep what lies beyond ASCII as it is; the loader reads bytes as characters, which is faster.
  return `(${value})`.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What `validate` and `compile` load can open no socket, no process and no database: none of that is in their scripts. */
function refuseHeavyImports({ front, parts }) {
  const own = ["runtime/index.ts", "lsp/index.ts", "schemas/index.ts", ...asked].map((file) => `../${file.replace(/\.ts$/, ".js")}`);
  const light = ["fs", "os", "path"].map((name) => `node:${name}`);
  const allowed = { front: [...own, ...light], parts: [...own, ...light, "node:crypto", "node:events", "node:module", "node:process", "node:tty", "node:url"] };
  const refused = [...front.filter((name) => !allowed.front.includes(name)), ...parts.filter((name) => !allowed.parts.includes(name))];
  if (refused.length > 0) throw new Error(`dist/bin/cli.cjs must not import ${refused.join(", ")}`);
}

function buildTypes() {
  const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
  const args = ["-p", "cli/dev/tsconfig.types.json", "--outDir", path.join(draft, "types")];
  const { status } = spawnSync(process.execPath, [path.join(path.dirname(compiler), "bin/tsc"), ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("the declarations cannot be made: see above");
}

/** npm links the executables of dependencies only; with this link `npx jamjet` works inside the clone as well. */
function linkExecutable() {
  const folder = path.join(root, "node_modules/.bin");
  const target = path.relative(folder, path.join(dist, "bin/jamjet.cjs"));
  const link = path.join(folder, "jamjet");
  fs.mkdirSync(folder, { recursive: true });
  fs.rmSync(link, { force: true });
  if (process.platform === "win32") fs.writeFileSync(`${link}.cmd`, `@node "%~dp0${target}" %*\r\n`);
  else fs.symlinkSync(target, link);
}
