/**
 * The executable is one file of several parts: what every command needs, and files whose modules are run when one of
 * their functions is first called, with all that only they import. In the sources they are imported like any other; in
 * the bundle, a function that calls the part stands in the place of each function. So they may export functions and
 * types only, and the modules behind them may do nothing but declare.
 *
 * A part is a function: what is never called is never compiled, takes no room in the code cache, and no time.
 */
import * as fs from "node:fs";
import * as path from "node:path";

/** What most runs of a command never need, and what takes long to set up. */
const files = [
  "cli/arguments.ts",
  "cli/execute.ts",
  "cli/fix.ts",
  "cli/report/formats.ts",
  "cli/report/report.ts",
  "cli/session.ts",
  "cli/render/events.ts",
  "cli/render/progress.ts",
  "cli/render/painters.ts",
  "compiler/emit.ts",
  "compiler/expr/recover.ts",
  "compiler/format/format.ts",
  "compiler/format/changed-lines.ts",
  "compiler/lower/index.ts",
  "compiler/migrate/migrate.ts",
  "compiler/syntax/cst.ts",
  "runtime/adapters/toml.ts",
];

/** The entry points of the bundle of `entry`, by the names of their parts. */
export function entryPoints(entry) {
  return Object.fromEntries([entry, ...files].map((file) => [nameOf(file), file]));
}

/** The plug-in that puts the stand-ins for the files below `root` into the bundle. */
export function loadedWhenCalled(root) {
  return {
    name: "loaded when called",
    setup(build) {
      build.onResolve({ filter: /\.ts$/ }, ({ kind, path: wanted, resolveDir }) => {
        const file = path.relative(root, path.resolve(resolveDir, wanted)).replaceAll(path.sep, "/");
        return kind === "import-statement" && files.includes(file) ? { path: file, namespace: "stand-in" } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path: file }) => ({ contents: standIns(file, fs.readFileSync(path.join(root, file), "utf8")) }));
    },
  };
}

function standIns(file, source) {
  const exported = [...source.matchAll(/^export (?!type |interface )(?:(?:async )?function (\w+))?.*$/gm)];
  return exported
    .map(([line, name]) => {
      if (name === undefined) throw new Error(`${file} is loaded when called and may export functions only: ${line}`);
      return `export function ${name}(...given) { return bundledPart("${nameOf(file)}").${name}(...given); }\n`;
    })
    .join("");
}

function nameOf(file) {
  return file.replace(/\.ts$/, "").replaceAll("/", "-");
}

/**
 * One script of the modules that the bundler printed, with which `entry` is run. It needs `require`. Each module becomes
 * a function; since none changes a name that it exports, the others may copy them.
 */
export function inOneScript(outputFiles, entry) {
  const parts = outputFiles.map(({ path: file, text }) => `${JSON.stringify(path.basename(file, ".js"))}: () => {\n${asFunctionBody(text)}\n}`);
  return `const parts = {\n${parts.join(",\n")}\n};\nconst made = {};\nconst bundledPart = (name) => (made[name] ??= parts[name]() ?? {});\nbundledPart("${nameOf(entry)}");\n`;
}

/** The bundler prints each `import` and `export` at the beginning of a line, and nothing else there that looks like one. */
function asFunctionBody(text) {
  return text
    .replace(/^import (?:([^;"]+) from )?"([^"]+)";$/gm, (_, what, from) => {
      const given = from.startsWith("./") ? `bundledPart("${path.basename(from, ".js")}")` : `require("${from}")`;
      return what === undefined ? `${given};` : `const ${what.replace(/^\* as /, "").replace(/ as /g, ": ")} = ${given};`;
    })
    .replace(/^export (\{[^}]*\});$/gm, (_, names) => `return ${names.replace(/([\w$]+) as ([\w$]+)/g, "$2: $1")};`);
}
