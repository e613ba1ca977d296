/**
 * `npm run playground`: builds the playground into `dist/playground`, which is static files alone, and serves it on this
 * machine until interrupted; with `--build`, it only builds.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import * as esbuild from "esbuild";
import packageJson from "../../package.json" with { type: "json" };
import { factsOf, readProject } from "../../runtime/index.ts";
import { workflowPath, type Example, type Greeting } from "../playground/examples.ts";

const root = resolve(".");
const source = join(root, "cli/playground");
const out = join(root, "dist/playground");
/** Texts that a document may name: what else lies beside it is run, and here nothing is. */
const named = /\.(?:ya?ml|md|txt|j2|toml|lock)$/;

const build: esbuild.BuildOptions = {
  absWorkingDir: root,
  entryPoints: [join(source, "page.ts"), join(source, "worker.ts")],
  outdir: out,
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2023",
  minify: true,
  legalComments: "linked",
  // The server over streams is no part of a page, and is left out with what it imports.
  external: ["vscode-languageserver/node", "node:*"],
  logLevel: "warning",
};

function examples(): readonly Example[] {
  const folders = ["examples/stories", "examples/nodes"].flatMap((parent) => readdirSync(join(root, parent)).sort().map((name) => join(root, parent, name)));
  return folders.filter((folder) => existsSync(join(folder, workflowPath))).map((folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => named.test(path)).sort();
    const { project } = readProject(folder);
    const { servers, models } = factsOf(project);
    return {
      name: relative(join(root, "examples"), folder).replaceAll("\\", "/"),
      files: Object.fromEntries(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8")])),
      ...(project.file === undefined ? {} : { servers, models }),
    };
  });
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const greeting: Greeting = { version: packageJson.version, examples: examples() };
writeFileSync(join(out, "examples.json"), JSON.stringify(greeting));
for (const file of ["index.html", "page.css"]) copyFileSync(join(source, file), join(out, file));

if (process.argv.includes("--build")) {
  await esbuild.build(build);
  process.stdout.write(`${relative(root, out)} holds the playground: static files, for any server\n`);
} else {
  const context = await esbuild.context(build);
  const { port } = await context.serve({ servedir: out, host: "127.0.0.1" });
  process.stdout.write(`the playground is at http://127.0.0.1:${port}/; end it with Ctrl-C\n`);
}
