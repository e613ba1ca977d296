import { parseDocument } from "yaml";
import { sha256 } from "../../cli/sha256.ts";
import { bindWorkflow } from "../../compiler/bind/bind.ts";
import { checkWorkflow } from "../../compiler/check/check.ts";
import { requireComplete } from "../../compiler/check/typed.ts";
import { emit } from "../../compiler/emit.ts";
import { compile } from "../../compiler/index.ts";
import { lower } from "../../compiler/lower/index.ts";
import { judge } from "../../compiler/rules/index.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import { decodeWorkflow } from "../../compiler/syntax/workflow.ts";
import type { Report } from "./measure.ts";
import { workflowOf } from "./workloads.ts";

/*
 * The whole compiler against the parse that it cannot do without, and how its time grows. The baseline is the package
 * `yaml` with its best options (its own check of keys is quadratic), on the same text. Small documents are compiled more
 * often: both sides are then as warm as with large ones. Programs are hashed by Node, as the command line does it.
 */
const sizes = [10, 100, 1000] as const;
const large = { from: 1_000, to: 10_000 } as const;

export async function run(report: Report): Promise<void> {
  for (const nodes of sizes) {
    const text = workflowOf(nodes);
    const { ours, theirs } = fastest({ ours: () => compileValid(text), theirs: () => parseDocument(text, { uniqueKeys: false }) }, Math.min(12_000 / nodes, 400));
    report.ratio({ what: `compile ${nodes} nodes`, ours, baseline: "yaml.parseDocument", theirs, goal: 1 / 2.5 });
  }
  growth(report);
}

/** How the time of each stage grows: the exponent e, by which ten times the nodes take 10^e times as long. */
function growth(report: Report): void {
  // As many nodes on both sides: the shortest run over a small document would be the one that meets no garbage collection.
  const times = large.to / large.from;
  const small = stagesOf(workflowOf(large.from), times);
  const big = stagesOf(workflowOf(large.to), 1);
  for (const stage of Object.keys(small) as (keyof typeof small)[]) {
    const exponent = Math.log10(big[stage] / small[stage]);
    report.note(`${stage}: growth exponent from 1,000 to 10,000 nodes ${exponent.toFixed(3)}`);
    // As a ratio: what growth by the exponent 1.05 would cost, to what ours costs.
    report.ratio({ what: `${stage}, 10,000 nodes`, ours: big[stage], baseline: "1,000 nodes, to the power 1.05", theirs: small[stage] * 10 ** 1.05, goal: 1 });
  }
}

/** The CPU time of each stage of the compiler on one text, in nanoseconds: of `times` in a row, the shortest of some rounds. */
function stagesOf(text: string, times: number): { readonly [S in "parse" | "decode" | "bind" | "check" | "rules" | "emit" | "whole"]: number } {
  const source = { uri: "bench.yaml", text };
  const tree = parseYaml(source).value;
  const ast = decodeWorkflow(source, tree).value ?? invalid("decode");
  const bound = bindWorkflow(ast, { servers: undefined, fileExists: () => true }).value;
  const typed = checkWorkflow(bound).value;
  const complete = requireComplete(typed, []) ?? invalid("check");
  const inRow = (work: () => unknown) => (): void => {
    for (let time = 0; time < times; time += 1) work();
  };
  const all = fastest({
    parse: inRow(() => parseYaml(source)),
    decode: inRow(() => decodeWorkflow(source, tree)),
    bind: inRow(() => bindWorkflow(ast, { servers: undefined, fileExists: () => true })),
    check: inRow(() => checkWorkflow(bound)),
    rules: inRow(() => judge(typed)),
    emit: inRow(() => emit(lower(complete), source, ast.blocks, sha256)),
    whole: inRow(() => compileValid(text)),
  }, 7);
  const once = (ns: number): number => ns / times;
  return { parse: once(all.parse), decode: once(all.decode), bind: once(all.bind), check: once(all.check), rules: once(all.rules), emit: once(all.emit), whole: once(all.whole) };
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
