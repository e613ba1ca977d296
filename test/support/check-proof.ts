import { misfit } from "../../schemas/type.ts";
import type { Diagnostic } from "../../compiler/index.ts";
import type { StoredEvent } from "../../schemas/event.ts";
import type { Failure } from "../../schemas/failure.ts";
import type { Type } from "../../schemas/type.ts";
import type { JudgedWorkflow, WitnessedRun } from "./check-run.ts";
import { judgedWorkflow, uri, witnessed } from "./check-run.ts";
import { randomFrom } from "./random.ts";
import type { RandomWorkflow } from "./random-workflow.ts";
import { randomWorkflow } from "./random-workflow.ts";
import { shrunk } from "./shrink.ts";

/** Whether code was made to be of its types, or only taken for it by the checker: a union may then hold what nothing was said of. */
export type Making = "typed" | "wild";

/** What became of random workflows that were judged and run. */
export interface CheckProof {
  readonly ran: number;
  readonly visits: number;
  /** How they ended, in the runtime's words. */
  readonly ends: ReadonlyMap<string, number>;
}

/**
 * Makes workflows until `wanted` of them are free of errors, half of them of code that only the checker has taken for
 * right, and runs each. Throws at the first that does what its judgement excludes, made as small as it gets.
 */
export async function proveJudgement(seed: number, wanted: number): Promise<CheckProof> {
  const ends = new Map<string, number>();
  let [ran, visits] = [0, 0];
  for (let round = seed; ran < wanted; round += 1) {
    const making = round % 2 === 0 ? "typed" : "wild";
    const document = randomWorkflow(randomFrom(round), making === "wild");
    const found = await runJudged(document, making, round);
    if (found === undefined) continue;
    const [first] = found.surprises;
    if (first !== undefined) throw new Error(`JAMJET_SEED=${round}: ${await smallest(document, making, round, first)}`);
    ran += 1;
    visits += found.run.events.length;
    const end = found.run.result?.failure?.code ?? found.run.result?.status ?? "refused";
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  return { ran, visits, ends };
}

/** How a workflow without errors runs, and what of that its judgement had excluded; undefined where there is an error. */
export async function runJudged(document: RandomWorkflow, making: Making, seed: number): Promise<{ readonly run: WitnessedRun; readonly surprises: readonly string[] } | undefined> {
  const judged = judgedWorkflow(document);
  const { program } = judged.compiled;
  if (program === undefined) return undefined;
  const run = await witnessed(judged, program, seed);
  return { run, surprises: surprises(judged, making, run) };
}

async function smallest(document: RandomWorkflow, making: Making, seed: number, first: string): Promise<string> {
  const kind = first.split(":")[0] ?? first;
  const small = await shrunk(document, async (each) => (await runJudged(each, making, seed))?.surprises.some((surprise) => surprise.startsWith(`${kind}:`)) === true);
  const again = await runJudged(small, making, seed);
  return `${again?.surprises.join("; ")}\n${judgedWorkflow(small).text}`;
}

/** What a value does that is of the right type: no checker can know. */
const ofValues = /divi(?:de by|sion by) zero|does not spell|of nothing has no value|no item -?\d+ in|no such key|no key|too large|negative|a fraction|did not find|not empty|needs a count above|its end alone is longer|step 0|steps of 0|unpack \d+ items|more than \d+ (?:steps|items|characters)/;
/** That a key of the state is unset, whatever else the code does. The key 'x' is of any type, and may hold None. */
const ofKeys = /None \(state\.(?!x\))\w+\)/;
/** Findings that a value may be missing where it is read, and that none of the cases may hold. */
const mayBeMissing = new Set(["JJ5119", "JJ5009", "JJ5101", "JJ5110", "JJ5111", "JJ5113"]);
const mayHoldNot = new Set(["JJ4011", "JJ4020"]);

/** What happened in a run that the judgement of the document had excluded, a line each. */
function surprises({ compiled, workspace, document }: JudgedWorkflow, making: Making, { result, events, told, refused }: WitnessedRun): readonly string[] {
  const { diagnostics } = compiled;
  const found = [...refused.map((why) => `refused: ${why}`)];
  if (result === undefined && refused.length === 0) found.push("stuck: it neither ends nor waits");
  const isUnreachable = new Set(diagnostics.filter(({ code }) => code === "JJ4001").map(({ span }) => span.block));
  const failures = new Map<string, Failure>();
  for (const { event } of events) {
    for (const node of visitedIn(event)) if (isUnreachable.has(`nodes/${node}`)) found.push(`unreachable: '${node}' was visited`);
    if ((event.type === "node_failed" || event.type === "workflow_failed") && event.node !== null) failures.set(event.node, event.failure);
  }
  for (const [node, failure] of failures) {
    const source = JSON.stringify(document.nodes[node] ?? {});
    const why = excluded(failure, making, source, (codes) => isTold(diagnostics, node, codes, source));
    if (why !== undefined) found.push(`${why}: '${node}': ${failure.message}`);
  }
  const claims = claimedTypes(workspace);
  for (const { node, arguments: given } of told) {
    for (const [name, value] of Object.entries(given)) {
      const type = claims.get(`${node}.${name}`);
      const wrong = type === undefined ? undefined : misfit(value, type);
      const source = JSON.stringify(document.nodes[node]);
      // An 'and' gives its left side back, and so the None of an unset key that it foresees: no type speaks of that.
      if (wrong !== undefined && !(wrong.found === "null" && (source.includes(" and ") || isTold(diagnostics, node, mayBeMissing, source)))) found.push(`type: argument '${name}' of '${node}' is ${wrong.found}${wrong.path}, and was thought to be ${JSON.stringify(type)}`);
    }
  }
  return [...new Set(found)];
}

function visitedIn(event: StoredEvent["event"]): readonly string[] {
  return [...("node" in event && event.node !== null ? [event.node] : []), ...("passed" in event ? event.passed.map(({ node }) => node) : [])];
}

/** What a failure breaks that no finding spoke of; undefined for one that nobody could know before. */
function excluded({ code, message }: Failure, making: Making, source: string, isTold: (codes: ReadonlySet<string>) => boolean): string | undefined {
  switch (code) {
    case "expression_error": return ofValues.test(message) || isTold(mayBeMissing) || (making === "wild" && !ofKeys.test(message)) ? undefined : "expression";
    // What services answer is of any type.
    case "state_type_mismatch": return /"type":"(?:tool|http)"/.test(source) ? undefined : "type";
    case "no_branch_matched": return isTold(mayHoldNot) ? undefined : "branch";
    case "node_failed": return /ends a branch|broke|join/.test(message) ? "graph" : undefined;
    case "guard_refused": case "reply_missing": case "missing_secret": case "not_configured": return code;
    default: return undefined;
  }
}

/** Whether a finding of these codes stands in the node, or speaks of a key that it reads: each key is told once. */
function isTold(diagnostics: readonly Diagnostic[], node: string, codes: ReadonlySet<string>, source: string): boolean {
  return diagnostics.some(({ code, span, message }) => codes.has(code) && (span.block === `nodes/${node}` || [...message.matchAll(/(?:state\.|')(\w+)/g)].some(([, key]) => new RegExp(`state\\.${key}\\b`).test(source))));
}

/** The types of the arguments that are code, by node and name. */
function claimedTypes(workspace: JudgedWorkflow["workspace"]): ReadonlyMap<string, Type> {
  const typed = workspace.typed(uri);
  return new Map((typed?.nodes ?? []).flatMap(({ bound, sites }) => sites.flatMap(({ site, type }) => {
    const [field, name] = site.path.split(".");
    return field === "arguments" ? [[`${bound.ast.id.value}.${String(name)}`, type] as const] : [];
  })));
}
