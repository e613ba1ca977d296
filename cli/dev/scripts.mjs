/**
 * The executable is three scripts. The front is what checking a good document takes, in one scope. The others are parts,
 * each made when something that its file exports is first called or read, with all that only such files import; no run in
 * which that does not happen reads the script at all. What many documents take is apart from what only single commands do.
 * In the sources these files are imported like any other; in the front, something that asks for the part stands in the
 * place of each.
 *
 * The modules of the parts may do nothing but declare. What a module reads while it is set up is made at once: it may
 * name a function of the rest, and no value.
 */
import * as fs from "node:fs";
import * as path from "node:path";
import * as esbuild from "esbuild";

/** What is asked for where there is something to say of a document, or a project around it. */
const often = [
  ...wholesIn("compiler/catalogue.ts"),
  "compiler/diagnostics/columns.ts",
  "compiler/diagnostics/frame.ts",
  "compiler/expr/describe-values.ts",
  "compiler/flow/witness.ts",
  "compiler/rules/argument-problems.ts",
  "compiler/rules/coverage.ts",
  "compiler/rules/default-fix.ts",
  "compiler/rules/graph-words.ts",
  "compiler/rules/insert-before.ts",
  "compiler/rules/key-traces.ts",
  "compiler/rules/remove-item.ts",
  "compiler/suppress/commented.ts",
  "compiler/suppress/suppress.ts",
  "runtime/adapters/toml.ts",
  "runtime/adapters/tool-lock.ts",
  "runtime/project/decode.ts",
  "runtime/project/locate.ts",
  "schemas/nearest.ts",
  "schemas/project.ts",
];

/** What only single commands ask for, or few documents. */
const seldom = [
  "cli/arguments.ts",
  "cli/commands/index.ts",
  "cli/execute.ts",
  "cli/fix.ts",
  "cli/live-tools.ts",
  "cli/mcp/service.ts",
  "cli/render/events.ts",
  "cli/render/painters.ts",
  "cli/render/progress.ts",
  "cli/report/formats.ts",
  "cli/report/report.ts",
  "cli/session.ts",
  "cli/severities.ts",
  "cli/sha256.ts",
  "cli/version.ts",
  "cli/writing.ts",
  "compiler/catalogue.ts",
  "compiler/bind/outermost.ts",
  "compiler/check/bounds.ts",
  "compiler/check/same-reads.ts",
  "compiler/check/soil.ts",
  "compiler/compare/compare.ts",
  "compiler/cost/budget.ts",
  "compiler/cost/cost.ts",
  "compiler/cost/facts.ts",
  "compiler/diagnostics/syntax-problems.ts",
  "compiler/documents/children.ts",
  "compiler/documents/judge.ts",
  "compiler/emit.ts",
  "compiler/expr/call-problems.ts",
  "compiler/expr/marks.ts",
  "compiler/expr/operand-problems.ts",
  "compiler/expr/recover.ts",
  "compiler/expr/unknown-names.ts",
  "compiler/flow/redraw.ts",
  "compiler/format/changed-lines.ts",
  "compiler/format/format.ts",
  "compiler/format/unformatted.ts",
  "compiler/lower/index.ts",
  "compiler/migrate/migrate.ts",
  "compiler/outline.ts",
  "compiler/revise/moves.ts",
  "compiler/revise/same-meaning.ts",
  "compiler/rules/cut-off.ts",
  "compiler/rules/overwriters.ts",
  "compiler/rules/quiet.ts",
  "compiler/rules/template-misfit.ts",
  "compiler/syntax/cst.ts",
  "compiler/syntax/foreign.ts",
  "compiler/syntax/keys-elsewhere.ts",
  "compiler/syntax/misplaced.ts",
  "compiler/syntax/rest-item.ts",
  "compiler/syntax/unindented.ts",
  "compiler/syntax/unknown-kind.ts",
  "compiler/template/unknown-tag.ts",
  "runtime/project/model-cost.ts",
  "schemas/prices.ts",
];

const files = [...often, ...seldom];

/** It only names what others declare, values of parts among it: each script has its own. */
const facade = "compiler/index.ts";

/** A part is called after the script that it is in. */
const nameOf = (file) => `${often.includes(file) ? "often" : "rest"}-${file.replace(/\.ts$/, "").replaceAll("/", "-")}`;

/** The texts of the scripts for `entry`, below the `absWorkingDir` of the bundler's `options`, and what they import. */
export async function inScripts(options, entry) {
  const root = options.absWorkingDir;
  const given = { ...options, write: false, format: "esm", metafile: true };
  const build = (more, plugin) => esbuild.build({ ...given, ...more, plugins: [...options.plugins, plugin] });

  const { metafile } = await build({ entryPoints: [entry] }, standIns(root, entry));
  const parts = await build(
    { entryPoints: Object.fromEntries(files.map((file) => [nameOf(file), file])), outdir: "parts", chunkNames: "rest-[name]-[hash]", splitting: true },
    standIns(root, entry, new Set(Object.keys(metafile.inputs).filter((file) => file !== facade))),
  );
  const shared = new Map();
  const calledIn = new Map(oftenChunks(parts).map((name) => [name, name.replace(/^rest-/, "often-")]));
  const written = parts.outputFiles.map(({ path: file, text }) => {
    const name = path.basename(file, ".js");
    return { name: calledIn.get(name) ?? name, body: asFunctionBody(text, { shared, calledIn }) };
  });
  const exported = [...shared].map(([key, name]) => `export { ${key.split(" ")[1]} as ${name} } from "./${key.split(" ")[0]}";`);
  const front = await build({ stdin: { contents: [`import "./${entry}";`, ...exported].join("\n"), resolveDir: root, sourcefile: "front.ts" } }, standIns(root, entry));
  return {
    front: `${asking}\n${asFunctionBody(front.outputFiles[0].text).replace(/^return \{([^}]*)\};\s*$/m, (_, names) => `function $shared() { return [${inOrder(names)}]; }`)}`,
    often: ofParts(written.filter(({ name }) => name.startsWith("often-"))),
    rest: ofParts(written.filter(({ name }) => name.startsWith("rest-"))),
    imports: { front: importsOf(front), parts: importsOf(parts) },
  };
}

/**
 * In the front: `$part` gives a part, and opens its script before its first. `$asked` stands in for a part, and reads from
 * it what is read; `$later` for a value that is made when something of it is read first.
 */
const asking = `
const $scripts = {};
let $given;
const $part = (name) => {
  const script = name.slice(0, name.indexOf("-"));
  return ($scripts[script] ??= $open(script)(require, $load, ($given ??= $shared()), $part, $asked, $later))(name);
};
const $asked = (part) => $later(() => $part(part));
const $later = (make) => new Proxy({ make }, $making);
const $made = (one) => (one.made ??= one.make());
const $making = {
  get: (one, name) => $made(one)[name],
  has: (one, name) => name in $made(one),
  ownKeys: (one) => Reflect.ownKeys($made(one)),
  getOwnPropertyDescriptor: (one, name) => Reflect.getOwnPropertyDescriptor($made(one), name),
};`;

function ofParts(parts) {
  const makers = parts.map(({ name, body }) => `${JSON.stringify(name)}: () => {\n${body}\n}`);
  return `const parts = {\n${makers.join(",\n")}\n};\nconst made = {};\nreturn (name) => (made[name] ??= parts[name]() ?? {});`;
}

/** The chunks that parts of the script 'often' are made of; others may ask for them, too. */
function oftenChunks({ metafile: { outputs } }) {
  const found = new Set();
  const follow = (output) => {
    for (const { path: file, external } of outputs[output].imports) {
      if (external || found.has(file)) continue;
      found.add(file);
      follow(file);
    }
  };
  for (const output of Object.keys(outputs)) if (path.basename(output).startsWith("often-")) follow(output);
  return [...found].map((file) => path.basename(file, ".js"));
}

/** What a bundle imports from outside of the scripts. */
function importsOf({ metafile }) {
  const entries = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  return [...new Set(entries.filter(({ external, path: file }) => external && !file.startsWith("front:")).map((each) => each.path))];
}

/** Puts stand-ins for the files of parts below `root` into a bundle, and takes what is `inFront` from there. */
function standIns(root, entry, inFront = new Set()) {
  return {
    name: "stand-ins",
    setup(build) {
      build.onResolve({ filter: /\.(?:ts|json)$/ }, ({ kind, path: wanted, resolveDir, importer }) => {
        if (kind !== "import-statement") return undefined;
        const found = path.resolve(resolveDir, wanted);
        const file = path.relative(root, found).replaceAll(path.sep, "/");
        if (file === entry) return { path: found, sideEffects: true };
        if (files.includes(file) && !readsWhole(importer, wanted)) return { path: file.replace(/\.ts$/, "-asked.ts"), namespace: "stand-in", pluginData: file };
        return inFront.has(file) ? { path: `front:${file}`, external: true, sideEffects: false } : undefined;
      });
      build.onLoad({ filter: /[\\/]compiler[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path: file }) => ({ contents: madeLater(fs.readFileSync(file, "utf8")), loader: "ts" }));
      build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ pluginData: file }) => ({ contents: standIn(nameOf(file), fs.readFileSync(path.join(root, file), "utf8")) }));
    },
  };
}

/** Words are needed where there is something to say: what a rule in the front declares of a complaint is made then. */
function madeLater(source) {
  return source.replace(/^((?:export )?const \w+ = )diagnostic(?:<.*>)?(\(\{$[^]*?^\}\));$/gm, "$1$$later(() => $2);");
}

/** The files whose every export goes into the catalogue: what is said of documents is made when it is said. */
function wholesIn(catalogue) {
  const source = fs.readFileSync(path.join(import.meta.dirname, "../..", catalogue), "utf8");
  return [...source.matchAll(/^import \* as \w+ from "\.\/(.*)";$/gm)].map(([, file]) => `${path.dirname(catalogue)}/${file}`);
}

/** Whoever goes through all that a module exports wants the module itself. */
function readsWhole(importer, wanted) {
  return new RegExp(`^import \\* as .*"${wanted}"`, "m").test(fs.readFileSync(importer, "utf8"));
}

/** A function calls the part's; where values are exported as well, the bundler reads each name from an object, when it is used. */
function standIn(name, source) {
  const exported = [...source.matchAll(/^export (?!type |interface )(?:(?:async )?function (\w+))?.*$/gm)].map(([, called]) => called);
  if (exported.includes(undefined)) return `module.exports = $asked("${name}");`;
  return exported.map((called) => `export function ${called}(...given) { return $part("${name}").${called}(...given); }\n`).join("");
}

/**
 * A module that the bundler printed, as the body of a function that returns what it exports. It prints each `import` and
 * `export` at the beginning of a line, and nothing else there that looks like one. No module changes a name that it
 * exports, so others may copy them. `shared` collects what is taken from the front, by file and name; chunks are called as `calledIn` says.
 */
export function asFunctionBody(text, { shared, calledIn } = {}) {
  const isUsed = (name) => new RegExp(`${name}\\((?!require_\\w+_asked)`).test(text.replace(/^var require_\w+_asked.*$/gm, ""));
  const helpers = ["__commonJS", "__toESM"].filter((name) => !isUsed(name));
  return text
    .replace(/^import (?:([^;"]+) from )?"([^"]+)"(?: with \{[^}]*\})?;$/gm, (_, all, from) => {
      const what = helpers.reduce((names, name) => names?.replace(new RegExp(`\\b${name}\\b,?\\s*`), ""), all);
      const source = from.startsWith("./") ? `$part("${nameIn(path.basename(from, ".js"), calledIn)}")` : from.startsWith("front:") ? "$shared" : `require("${from}")`;
      if (what === undefined) return source === "$shared" ? "" : `${source};`;
      if (source !== "$shared") return `const ${what.replace(/^\* as /, "").replace(/ as /g, ": ")} = ${source};`;
      const file = from.slice("front:".length);
      if (what.startsWith("* as ")) throw new Error(`a part goes through all that ${file} exports: list it, too`);
      const names = /^\{/.test(what) ? what.slice(1, -1).split(",") : [`default as ${what}`];
      return `const { ${names.map((name) => asShared(file, name.trim(), shared)).join(", ")} } = $shared;`;
    })
    .replace(/^var (require_\w+_asked\d*) = __commonJS\(\{\s*"stand-in:[^{]*\{\s*module\.exports = (\$asked\("[^"]*"\));\s*\}\s*\}\);$/gm, "var $1 = $2;")
    .replace(/= __toESM\((require_\w+_asked\d*)\(\)(?:, 1)?\);$/gm, "= $1;")
    .replace(/^export (\{[^}]*\});$/gm, (_, names) => `return ${names.replace(/([\w$]+) as ([\w$]+)/g, "$2: $1")};`);
}

/** What the front exports as `$0`, `$1` and so on: an array of so many is made faster than an object. */
function inOrder(names) {
  const places = [...names.matchAll(/\$(\d+): ([\w$]+)/g)].map(([, at, name]) => [Number(at), name]);
  const values = [];
  for (const [at, name] of places) values[at] = name;
  return values.join(", ");
}

const nameIn = (chunk, calledIn) => calledIn?.get(chunk) ?? chunk;

function asShared(file, name, shared) {
  const [exported, local = exported] = name.split(" as ");
  const key = `${file} ${exported}`;
  if (!shared.has(key)) shared.set(key, `$${shared.size}`);
  return `${shared.get(key).slice(1)}: ${local}`;
}
