// Runs the benches: `node test/bench/run.mjs [name ...]`. Each one is bundled by esbuild, since Node 20 runs no TypeScript.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
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
const report = {
  ratio: ({ what, ours, baseline, theirs, goal }) => {
    const ratio = theirs / ours;
    if (ratio < goal) missed += 1;
    console.log(`${ratio < goal ? "miss" : "  ok"}  ${what.padEnd(44)} ${time(ours)}   ${ratio.toFixed(2).padStart(7)} x ${baseline.padEnd(28)} ${time(theirs)}   goal ${goal}`);
  },
  note: (text) => console.log(`      ${text}`),
};

function time(ns) {
  const [value, unit] = ns < 1e3 ? [ns, "ns"] : ns < 1e6 ? [ns / 1e3, "us"] : [ns / 1e6, "ms"];
  return `${value.toPrecision(4).padStart(8)} ${unit}`;
}

const wanted = process.argv.slice(2);
const benches = readdirSync(here).filter((file) => file.endsWith(".bench.ts")).map((file) => file.slice(0, -".bench.ts".length)).sort();
const unknown = wanted.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(", ")}; there are ${benches.join(", ")}`);
  process.exit(2);
}

// Below the root, so that packages which stay outside the bundle are found.
const out = mkdtempSync(join(root, "node_modules/.jamjet-bench-"));
try {
  for (const name of benches.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    const outfile = join(out, `${name}.mjs`);
    await build({ entryPoints: [join(here, `${name}.bench.ts`)], outfile, bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error" });
    console.log(`\n${name}: how many times longer the baseline takes, minimum of interleaved rounds`);
    await (await import(pathToFileURL(outfile).href)).run(report, peer);
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
if (missed > 0) console.log(`\n${missed} below the goal`);
