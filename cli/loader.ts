/**
 * The `jamjet` executable: runs the scripts beside it from V8's code cache, `cli.cjs` at once and the others when they are asked for.
 *
 * L1. The cache only saves time: every failure to read, check or write it is ignored, and the script runs as it is.
 * L2. A cache belongs to one script of one build, one version of Node and one kind of processor; V8 itself refuses
 *     what was made with other flags.
 * L3. A cache holds the functions that were compiled by then, so each of its first runs adds what it met.
 * L4. Flags belong to a cache, so none is set in a run that writes one. Setting one loads a part of Node that takes
 *     longer than checking a small document: only large ones are worth it. What is read after that has a cache of its own.
 * L5. The scripts import the runtime and the language server through `load`: Node warns of imports in cached scripts.
 */
import * as fs from "node:fs";
import type * as os from "node:os";
import type * as path from "node:path";
import type * as v8 from "node:v8";
import * as vm from "node:vm";

/** Set by the build: the version of the package and a hash of the scripts. */
declare const bundleVersion: string;
declare const bundleHash: string;

const learningRuns = 3;
/** Before V8's data in a cache file: the hash and eight bytes. */
const headBytes = bundleHash.length + 8;
const command = /^[a-z]{1,16}$/.exec(process.argv[2] ?? "")?.[0] ?? "none";
const cacheFolder = findCacheFolder();
let isFrugal = false;
/** For each script that still learns: writes what it has compiled by then. */
const learners: (() => void)[] = [];
let isKept = false;

const front = open("cli");
front.run(require, (part: string) => import(part), front.isLearning ? () => {} : beFrugal, keepCaches, (name: "often" | "rest") => open(name).run);

/** One of the scripts beside this file, read and compiled. */
function open(name: "cli" | "often" | "rest"): { readonly run: (...given: readonly unknown[]) => unknown; readonly isLearning: boolean } {
  const bundle = `${__dirname}/${name}.cjs`;
  const file = cacheFolder && `${cacheFolder}/${bundleVersion}-${process.version}-${process.arch}-${command}-${name}${isFrugal ? "-large" : ""}.bin`;
  const known = file === undefined ? undefined : readCache(file);
  const script = new vm.Script(fs.readFileSync(bundle, "latin1"), { filename: bundle, ...(known === undefined ? {} : { cachedData: known.data }) });
  const runs = known === undefined || script.cachedDataRejected === true ? 0 : known.runs;
  const isLearning = file !== undefined && runs < learningRuns && !isKept;
  const flags = isFrugal;
  const isFirst = isLearning && learners.push(() => flags === isFrugal && writeCache(file, runs + 1, script)) === 1;
  if (isFirst) process.once("exit", (code) => code < 2 && !isKept && keepCaches());
  return { run: script.runInThisContext(), isLearning };
}

/**
 * Most runs end before optimised code pays for its making: about three times V8's own patience takes a fifth to a third off the
 * CPU time of 'validate' at 100 and 1,000 nodes, and off its waiting time too. Only the V8 of Node 20 knows the flag;
 * later ones complain of it on standard error.
 */
function beFrugal(): void {
  if (!process.versions.v8.startsWith("11.")) return;
  (require("node:v8") as typeof v8).setFlagsFromString("--interrupt-budget=400000");
  isFrugal = true;
}

/** At the end, or before: what runs for long has flags of its own (L4), and may end by a signal. */
function keepCaches(): void {
  isKept = true;
  for (const keep of learners) keep();
}

function findCacheFolder(): string | undefined {
  if (process.env["JAMJET_NO_CACHE"] === "1") return undefined;
  const home = process.env["XDG_CACHE_HOME"] || `${process.env["HOME"] || (require("node:os") as typeof os).homedir()}/.cache`;
  return home.startsWith("/") || (require("node:path") as typeof path).isAbsolute(home) ? `${home}/jamjet` : undefined;
}

/** A cache file is the hash of its build, the number of runs it has learnt from, and, where V8 need not move it, V8's data. */
function readCache(name: string): { readonly runs: number; readonly data: Uint8Array } | undefined {
  try {
    const bytes = fs.readFileSync(name);
    const hashEnd = bundleHash.length;
    if (bytes.toString("latin1", 0, hashEnd) !== bundleHash) return undefined;
    return { runs: bytes[hashEnd] ?? 0, data: new Uint8Array(bytes.buffer, bytes.byteOffset + headBytes) };
  } catch {
    return undefined;
  }
}

function writeCache(name: string, runs: number, script: vm.Script): void {
  const draft = `${name}.${process.pid}.tmp`;
  try {
    fs.mkdirSync(cacheFolder ?? "", { recursive: true, mode: 0o700 });
    fs.writeFileSync(draft, Buffer.concat([Buffer.from(bundleHash, "latin1"), Buffer.of(runs, 0, 0, 0, 0, 0, 0, 0), script.createCachedData()]), { mode: 0o600 });
    fs.renameSync(draft, name);
  } catch {
    try {
      fs.unlinkSync(draft);
    } catch {
      // There was nothing to remove (L1).
    }
  }
}
