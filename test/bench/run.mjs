// Runs the benches: `npm run bench -- [name ...] [--write]`. Each one is bundled by esbuild, since Node 20 runs no TypeScript.
// With `--write` the results become `docs/benchmarks.md`; sections of benches that were not run stay as they are,
// where they come from such a machine.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const peers = createRequire(join(here, "peers/package.json"));

/** A package of `test/bench/peers`, or `undefined` where `npm ci --prefix test/bench/peers` was not run. */
async function peer(name) {
  if (!existsSync(join(here, "peers/node_modules", name))) return undefined;
  return import(pathToFileURL(peers.resolve(name)).href);
}

let missed = 0;
/** What stands above the sections of the page that `--write` makes, and the section that is being made. */
const head = [
  "# Benchmarks",
  "",
  "Made by `npm run bench -- --write`. Only ratios within one row mean anything: both sides ran in turn, in the same minute, on",
  `the same machine (Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}), and the minimum of the rounds counts (for what`,
  "waits for the disk: the round of the median ratio). *Baseline / ours* is how many times as long the baseline takes; below 1 we take longer.",
  "",
  "Not measured: real models and networks, other operating systems, Node versions beyond this one.",
];
const section = [];
const report = {
  ratio: ({ what, ours, baseline, theirs, goal, unit }) => {
    const figure = unit === "bytes" ? size : time;
    const ratio = theirs / ours;
    section.push(`| ${what} | ${figure(ours).trim()} | ${baseline} | ${figure(theirs).trim()} | ${ratio.toPrecision(3)} | ${Number(goal.toPrecision(3))} | ${ratio < goal ? "missed" : "met"} |`);
    if (ratio < goal) missed += 1;
    console.log(`${ratio < goal ? "miss" : "  ok"}  ${what.padEnd(44)} ${figure(ours)}   ${ratio.toFixed(2).padStart(7)} x ${baseline.padEnd(28)} ${figure(theirs)}   goal ${goal}`);
  },
  note: (text) => {
    notes.push(`- ${text}`);
    console.log(`      ${text}`);
  },
};
const notes = [];

function time(ns) {
  const [value, unit] = ns < 1e3 ? [ns, "ns"] : ns < 1e6 ? [ns / 1e3, "us"] : [ns / 1e6, "ms"];
  return `${value.toPrecision(4).padStart(8)} ${unit}`;
}

function size(bytes) {
  return `${(bytes / 2 ** 20).toPrecision(4).padStart(8)} MiB`;
}

const writes = process.argv.includes("--write");
const wanted = process.argv.slice(2).filter((word) => word !== "--write");
const benches = readdirSync(here).filter((file) => file.endsWith(".bench.ts")).map((file) => file.slice(0, -".bench.ts".length)).sort();
const unknown = wanted.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(", ")}; there are ${benches.join(", ")}`);
  process.exit(2);
}

// Below the root, so that packages which stay outside the bundle are found.
const before = readFileSync(join(root, "docs/benchmarks.md"), "utf8");
const sections = before.startsWith(head.join("\n")) ? sectionsOf(before) : new Map();
const out = mkdtempSync(join(root, "node_modules/.jamjet-bench-"));
try {
  for (const name of benches.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const outfile = join(out, `${name}.mjs`);
    await build({ entryPoints: [join(here, `${name}.bench.ts`)], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", alias: { yaml: join(root, "node_modules/yaml/browser/index.js") }, logLevel: "error" });
    console.log(`\n${name}: how many times longer the baseline takes, of interleaved rounds`);
    section.push(`## ${name}`, "", "| | ours | baseline | takes | baseline / ours | goal | |", "|---|---|---|---|---|---|---|");
    await (await import(pathToFileURL(outfile).href)).run(report, peer);
    section.push(...(notes.length === 0 ? [] : ["", ...notes.splice(0)]));
    sections.set(name, section.splice(0).join("\n"));
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
if (writes) writeFileSync(join(root, "docs/benchmarks.md"), `${[head.join("\n"), ...benches.flatMap((name) => sections.get(name) ?? [])].join("\n\n")}\n`);
if (missed > 0) console.log(`\n${missed} below the goal`);

/** The sections of a page, by the names of their benches. */
function sectionsOf(page) {
  return new Map(page.trimEnd().split(/\n\n(?=## )/).slice(1).map((text) => [text.slice("## ".length, text.indexOf("\n")), text]));
}
