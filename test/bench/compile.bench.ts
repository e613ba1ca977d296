import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parseDocument } from "yaml";
import { sha256 } from "../../cli/sha256.ts";
import { bindWorkflow } from "../../compiler/bind/bind.ts";
import { checkWorkflow } from "../../compiler/check/check.ts";
import { requireComplete } from "../../compiler/check/typed.ts";
import { emit } from "../../compiler/emit.ts";
import { compile } from "../../compiler/index.ts";
import { lower } from "../../compiler/lower/index.ts";
import { judge } from "../../compiler/rules/index.ts";
import type { SourceText } from "../../compiler/source/text.ts";
import { readBlocks } from "../../compiler/syntax/blocks.ts";
import { cutAtNodes } from "../../compiler/syntax/cut.ts";
import { defaultLimits } from "../../compiler/syntax/limits.ts";
import { readBlock, readHead } from "../../compiler/syntax/parts.ts";
import type { Report } from "./measure.ts";
import { workflowOf } from "./workloads.ts";

/*
 * The whole compiler against the parse that it cannot do without, and how its time grows. The baseline is the package
 * `yaml` with its best options (its own check of keys is quadratic), on the same text. Both sides go through so many nodes of
 * each size that the engine has compiled what it will: before that, in the first dozen runs, ours takes a third longer. Programs are hashed by Node, as the command line does it.
 */
const sizes = [10, 100, 1000] as const;
const large = { from: 1_000, to: 10_000 } as const;

export async function run(report: Report): Promise<void> {
  for (const nodes of sizes) {
    const text = workflowOf(nodes);
    const { ours, parse, theirs } = fastest({ ours: () => compileValid(text), parse: () => parseBlocks(text), theirs: () => parseDocument(text, { uniqueKeys: false }) }, 60_000 / nodes);
    report.ratio({ what: `compile ${nodes} nodes`, ours, baseline: "yaml.parseDocument", theirs, goal: 1 / 2.5 });
    if (nodes === 1000) report.ratio({ what: "all beyond the parse, 1000 nodes", ours: ours - parse, baseline: "yaml.parseDocument", theirs, goal: 1 / 0.6 });
  }
  growth(report);
}

/** How the time of each stage grows: the exponent e, by which ten times the nodes take 10^e times as long. */
function growth(report: Report): void {
  // As many nodes on both sides: the shortest run over a small document would be the one that meets no garbage collection.
  const times = large.to / large.from;
  const small = stagesOf(workflowOf(large.from), times);
  const big = stagesOf(workflowOf(large.to), 1);
  for (const stage of stages) {
    const exponent = Math.log10(big[stage] / small[stage]);
    report.note(`${stage}: growth exponent from 1,000 to 10,000 nodes ${exponent.toFixed(3)}`);
    // As a ratio: what growth by the exponent 1.05 would cost, to what ours costs.
    report.ratio({ what: `${stage}, 10,000 nodes`, ours: big[stage], baseline: "1,000 nodes, to the power 1.05", theirs: small[stage] * 10 ** 1.05, goal: 1 });
  }
}

setFlagsFromString("--expose-gc");
// The flag gives it to every context that is made from now on.
const collect = runInNewContext("gc") as (options: { readonly type: "minor" }) => void;

/** Each stage pays for what it leaves behind, however little that is, and not for what the one before it left. */
function collectYoung(): void {
  collect({ type: "minor" });
}

const stages = ["parse", "read", "bind", "check", "rules", "emit", "whole"] as const;
type Times = { readonly [S in (typeof stages)[number]]: number };

/**
 * The CPU time of each stage of one compilation, in nanoseconds: of `times` in a row, the shortest of some rounds. No stage
 * finds what an earlier round remembers. Reading is parsing and decoding, one block after the other.
 */
function stagesOf(text: string, times: number): Times {
  const best = new Map<string, number>();
  for (let round = 0; round < 7; round += 1) {
    const spent = new Map<string, number>();
    const timed = <T>(stage: string, work: () => T): T => {
      const before = process.cpuUsage();
      const result = work();
      collectYoung();
      const { user, system } = process.cpuUsage(before);
      spent.set(stage, (spent.get(stage) ?? 0) + (user + system) * 1e3);
      return result;
    };
    for (let time = 0; time < times; time += 1) inStages({ uri: "bench.yaml", text }, timed);
    for (let time = 0; time < times; time += 1) timed("whole", () => compileValid(text));
    for (const [stage, ns] of spent) best.set(stage, Math.min(best.get(stage) ?? Infinity, ns / times));
  }
  return Object.fromEntries(stages.map((stage) => [stage, best.get(stage) ?? invalid(stage)])) as Times;
}

/** One compilation as the workspace goes through it, each stage by itself. */
function inStages(source: SourceText, timed: <T>(stage: string, work: () => T) => T): void {
  timed("parse", () => parseBlocks(source.text));
  const read = timed("read", () => readBlocks(source, cutAtNodes(source.text) ?? invalid("cut"), defaultLimits));
  const ast = read?.workflow.value ?? invalid("read");
  const bound = timed("bind", () => bindWorkflow(ast, { servers: undefined, fileExists: () => true }).value);
  const typed = timed("check", () => checkWorkflow(bound).value);
  timed("rules", () => judge(typed));
  timed("emit", () => emit(lower(requireComplete(typed, []) ?? invalid("check")), source, ast.blocks, sha256));
}

/** The trees of a text as a compilation makes them: one for each block, which it drops for what it decodes of it. */
function parseBlocks(text: string): void {
  const cut = cutAtNodes(text) ?? invalid("cut");
  readHead(cut.head, defaultLimits);
  for (const block of cut.blocks) readBlock(block, cut.indent, defaultLimits);
}

function invalid(stage: string): never {
  throw new Error(`the workload does not get through '${stage}'`);
}

function compileValid(text: string): unknown {
  const { program, diagnostics } = compile({ uri: "bench.yaml", text }, { sha256 });
  return program ?? invalid(`compile': '${diagnostics.find((each) => each.severity === "error")?.message}`);
}

/** The shortest of some rounds for each, in turn, in nanoseconds of CPU time. */
function fastest<N extends string>(works: { readonly [K in N]: () => unknown }, rounds: number): { readonly [K in N]: number } {
  const names = Object.keys(works) as N[];
  const best = new Map<N, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const before = process.cpuUsage();
      works[name]();
      const { user, system } = process.cpuUsage(before);
      best.set(name, Math.min(best.get(name) ?? Infinity, (user + system) * 1e3));
    }
  }
  return Object.fromEntries(best) as { readonly [K in N]: number };
}
