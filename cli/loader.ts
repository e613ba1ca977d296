/**
 * The `jamjet` executable: runs the bundle beside it, `cli.cjs`, from V8's code cache.
 *
 * L1. The cache only saves time: every failure to read, check or write it is ignored, and the bundle runs as it is.
 * L2. A cache belongs to one build of the bundle, one version of Node and one kind of processor; V8 itself refuses
 *     what was made with other flags.
 * L3. A cache holds the functions that were compiled by then, so each of its first runs adds what it met.
 * L4. Flags belong to a cache, so none is set in a run that writes one. Setting one loads a part of Node that takes
 *     longer than checking a small document: only large ones are worth it.
 * L5. The bundle imports the runtime and the language server through `load`: Node warns of imports in cached scripts.
 */
import * as fs from "node:fs";
import type * as os from "node:os";
import * as path from "node:path";
import type * as v8 from "node:v8";
import * as vm from "node:vm";

/** Set by the build: the version of the package and a hash of the bundle. */
declare const bundleVersion: string;
declare const bundleHash: string;

const learningRuns = 3;
const bundle = path.join(__dirname, "cli.cjs");
const command = /^[a-z]{1,16}$/.exec(process.argv[2] ?? "")?.[0] ?? "none";
const file = cacheFile();
const known = file === undefined ? undefined : readCache(file);
const options = known === undefined ? {} : { cachedData: known.data };
const script = new vm.Script(fs.readFileSync(bundle, "latin1"), { filename: bundle, ...options });
const runs = known === undefined || script.cachedDataRejected === true ? 0 : known.runs;
const isLearning = file !== undefined && runs < learningRuns;
if (isLearning) process.once("exit", (code) => code < 2 && writeCache(file));
script.runInThisContext()(require, (part: string) => import(part), isLearning ? () => {} : beFrugal);

/**
 * Most runs end before optimised code pays for its making: about three times V8's own patience takes a fifth to a third off the
 * CPU time of 'validate' at 100 and 1,000 nodes, and off its waiting time too. Only the V8 of Node 20 knows the flag;
 * later ones complain of it on standard error.
 */
function beFrugal(): void {
  if (process.versions.v8.startsWith("11.")) (require("node:v8") as typeof v8).setFlagsFromString("--interrupt-budget=400000");
}

function cacheFile(): string | undefined {
  if (process.env["JAMJET_NO_CACHE"] === "1") return undefined;
  const home = process.env["XDG_CACHE_HOME"] || path.join(process.env["HOME"] || (require("node:os") as typeof os).homedir(), ".cache");
  const name = `${bundleVersion}-${process.version}-${process.arch}-${command}.bin`;
  return path.isAbsolute(home) ? path.join(home, "jamjet", name) : undefined;
}

/** A cache file is the hash of its bundle, the number of runs it has learnt from, and V8's data. */
function readCache(name: string): { readonly runs: number; readonly data: Buffer } | undefined {
  try {
    const bytes = fs.readFileSync(name);
    const hashEnd = bundleHash.length;
    if (bytes.toString("latin1", 0, hashEnd) !== bundleHash) return undefined;
    return { runs: bytes[hashEnd] ?? 0, data: bytes.subarray(hashEnd + 1) };
  } catch {
    return undefined;
  }
}

function writeCache(name: string): void {
  const draft = `${name}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(path.dirname(name), { recursive: true, mode: 0o700 });
    fs.writeFileSync(draft, Buffer.concat([Buffer.from(bundleHash, "latin1"), Buffer.of(runs + 1), script.createCachedData()]), { mode: 0o600 });
    fs.renameSync(draft, name);
  } catch {
    try {
      fs.unlinkSync(draft);
    } catch {
      // There was nothing to remove (L1).
    }
  }
}
