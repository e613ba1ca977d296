import { createWorkspace, defaultLimits, type TextChange, type Workspace } from "../../compiler/index.ts";
import type { Report } from "./measure.ts";
import { workflowOf } from "./workloads.ts";

/*
 * A workspace that is told of one change after another, beside one that sees the same text for the first time: a letter
 * typed into the prompt in the middle, and the node there leading somewhere else and back again. CPU of the process, with
 * that of the garbage collector; the median of the rounds. Findings are asked for each time.
 */
const uri = "file:///bench/workflow.yaml";
const limits = { ...defaultLimits, fileBytes: 1e9, nodes: 1e7 };

/** How many times longer a fresh analysis takes at least. */
const goals = {
  100: { key: 20, edge: 2, rounds: 200 },
  1000: { key: 50, edge: 5, rounds: 100 },
  10_000: { key: 100, edge: 10, rounds: 30 },
} as const;

export async function run(report: Report): Promise<void> {
  for (const nodes of [100, 1000, 10_000] as const) measure(report, nodes);
}

function measure(report: Report, nodes: keyof typeof goals): void {
  const { key, edge, rounds } = goals[nodes];
  const text = workflowOf(nodes);
  const fresh = median(Array.from({ length: nodes > 1000 ? 3 : 10 }, () => timed(() => judged(openOn(text)))));
  const workspace = openOn(text);
  judged(workspace);
  const at = text.indexOf(" below and keep", text.length >> 1);
  const keys = changesIn(workspace, rounds, () => ({ start: at, end: at, text: "x" }));
  const { start, end, from, to } = edgeIn(text, rounds);
  const edges = changesIn(workspace, rounds, (round) => ({ start, end, text: round % 2 === 0 ? to : from }));
  report.ratio({ what: `key in a prompt, ${nodes} nodes`, ours: keys, baseline: "a fresh analysis", theirs: fresh, goal: key });
  report.ratio({ what: `another edge, ${nodes} nodes`, ours: edges, baseline: "a fresh analysis", theirs: fresh, goal: edge });
  globalThis.gc?.();
  report.note(`${nodes} nodes: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB of memory in a process that has done all of this`);
}

function openOn(text: string): Workspace {
  const workspace = createWorkspace({ limits });
  workspace.setText({ uri, text });
  return workspace;
}

function judged(workspace: Workspace): number {
  return workspace.compiled(uri)?.diagnostics.length ?? 0;
}

/** The digits of the node that the middle one leads to, behind the letters typed before it, and those of the next but one. */
function edgeIn(text: string, typed: number): { readonly start: number; readonly end: number; readonly from: string; readonly to: string } {
  const start = text.indexOf("\n    next: n", (text.length >> 1) + 2000) + "\n    next: n".length;
  const end = text.indexOf("\n", start);
  const from = text.slice(start, end);
  return { start: start + typed, end: end + typed, from, to: String(Number(from) + 2) };
}

/** Nanoseconds from a change to what is said then. */
function changesIn(workspace: Workspace, rounds: number, changeOf: (round: number) => TextChange): number {
  return median(Array.from({ length: rounds }, (_, round) => timed(() => {
    workspace.edit(uri, changeOf(round));
    judged(workspace);
  })));
}

function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1e3;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
