import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Position } from "vscode-languageserver-protocol";
import { Driven, type Contestant, type Edit } from "./language-server.ts";
import type { Report } from "./measure.ts";
import { actionsOf, workflowOf } from "./workloads.ts";

/*
 * Whole servers, over stdio, each with one document open: a letter typed into the prompt in its middle, an edge moved
 * there, so that it skips a node or closes a loop, and a completion asked for right after a letter; the engine is warm. yaml-language-server gets our document and our JSON Schema,
 * GitHub's server a workflow of as many steps. CPU is that of all threads of the server, from the edit until it has
 * settled; what a server waits for does not count. A server's schema knows nothing of edges, so moving one is held
 * against budgets.
 */
const root = process.cwd();
const peers = join(root, "test/bench/peers/lsp/node_modules");
const node = process.execPath;
const schema = pathToFileURL(join(root, "schemas/generated/workflow.schema.json")).href;

/** What it may cost us at most, in milliseconds, and how many times as much it must cost yaml-language-server at least. */
const budgets = {
  100: { keyMs: 3, edgeMs: 5, completeMs: 30, keyRatio: 1, completeRatio: 1, memoryRatio: 1, rounds: 30 },
  1000: { keyMs: 3, edgeMs: 5, completeMs: 30, keyRatio: 100, completeRatio: 50, memoryRatio: 2, rounds: 24 },
  10_000: { keyMs: 8, edgeMs: 35, completeMs: 30, keyRatio: 500, completeRatio: 50, memoryRatio: 4, rounds: 10 },
} as const;

/** Edits made before it counts, letters first, then completions, then edges: until they have cost so much, or so many. */
const warmUp = { cpuMs: 2000, edits: 200 };

interface Measured {
  readonly keyMs: number;
  readonly keyWallMs: number;
  readonly completeMs: number;
  readonly completeWallMs: number;
  readonly skipMs: number;
  readonly loopMs: number;
  readonly peakBytes: number;
}

export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-bench-"));
  try {
    for (const nodes of [100, 1000, 10_000] as const) await measure(report, folder, nodes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(report: Report, folder: string, nodes: keyof typeof budgets): Promise<void> {
  const { keyMs, edgeMs, completeMs, keyRatio, completeRatio, memoryRatio, rounds } = budgets[nodes];
  const ours = await drive(ownServer(folder, nodes), placesIn(workflowOf(nodes), ownMarks), 2 * rounds);
  const ms = (value: number): number => value * 1e6;
  const size = `${nodes} nodes`;
  report.ratio({ what: `key to diagnostics, ${size}`, ours: ms(ours.keyMs), baseline: `the budget of ${keyMs} ms`, theirs: ms(keyMs), goal: 1 });
  report.ratio({ what: `completion after a key, ${size}`, ours: ms(ours.completeMs), baseline: `the budget of ${completeMs} ms`, theirs: ms(completeMs), goal: 1 });
  for (const [what, taken] of [["an edge that skips a node", ours.skipMs], ["an edge that closes a loop", ours.loopMs]] as const) {
    report.ratio({ what: `${what}, ${size}`, ours: ms(taken), baseline: `the budget of ${edgeMs} ms`, theirs: ms(edgeMs), goal: 1 });
  }
  report.note(`${size}: ${ours.keyWallMs.toFixed(0)} ms pass from a key to its diagnostics, and ${ours.completeWallMs.toFixed(1)} ms from a key to a completion; at most ${(ours.peakBytes / 2 ** 20).toFixed(0)} MiB of memory`);
  const yaml = await drive(yamlServer(folder, nodes), placesIn(workflowOf(nodes), ownMarks), rounds);
  report.ratio({ what: `key to diagnostics, ${size}`, ours: ms(ours.keyMs), baseline: "yaml-language-server", theirs: ms(yaml.keyMs), goal: keyRatio });
  report.ratio({ what: `completion after a key, ${size}`, ours: ms(ours.completeMs), baseline: "yaml-language-server", theirs: ms(yaml.completeMs), goal: completeRatio });
  report.ratio({ what: `memory at most, ${size}`, unit: "bytes", ours: ours.peakBytes, baseline: "yaml-language-server", theirs: yaml.peakBytes, goal: memoryRatio });
  // At 10,000 steps it takes minutes for each key.
  if (nodes > 1000) return;
  if (!existsSync(peers)) {
    report.note("GitHub's server is missing: run `npm ci --ignore-scripts --prefix test/bench/peers/lsp`");
    return;
  }
  const actions = await drive(actionsServer(folder, nodes), placesIn(actionsOf(nodes), actionsMarks), nodes === 1000 ? 6 : rounds);
  report.ratio({ what: `key to diagnostics, ${size}`, ours: ms(ours.keyMs), baseline: "GitHub's language server", theirs: ms(actions.keyMs), goal: 1 });
  report.ratio({ what: `completion after a key, ${size}`, ours: ms(ours.completeMs), baseline: "GitHub's language server", theirs: ms(actions.completeMs), goal: 1 });
}

/** Where the middle of the document is edited and completed. */
interface Places {
  /** Behind this a letter is typed into prose. */
  readonly prose: Position;
  /** A value that a completion is asked for at its beginning. */
  readonly value: Position;
  /** The digits of the node that an edge leads to, and those of a later and of an earlier one. */
  readonly edge: { readonly start: Position; readonly end: Position; readonly usual: string; readonly later: string; readonly earlier: string } | undefined;
}

interface Marks {
  readonly prose: RegExp;
  readonly value: RegExp;
  readonly edge?: RegExp;
}

const ownMarks: Marks = { prose: /^ {6}[A-Z][a-z]+ the \w+ below/, value: /^ {4}type: (?=model)/, edge: /^ {4}next: n(\d+)$/ };
const actionsMarks: Marks = { prose: /^ {10}echo "[A-Z][a-z]+ the/, value: /^ {4}runs-on: / };

function placesIn(text: string, { prose, value, edge }: Marks): Places {
  const lines = text.split("\n");
  const middle = lines.length >> 1;
  const find = (pattern: RegExp): { readonly line: number; readonly match: RegExpExecArray } => {
    for (let line = middle; line < lines.length; line += 1) {
      const match = pattern.exec(lines[line] ?? "");
      if (match !== null) return { line, match };
    }
    throw new Error(`no line of the second half fits ${pattern}`);
  };
  const endOf = (pattern: RegExp): Position => {
    const { line, match } = find(pattern);
    return { line, character: match[0].length };
  };
  const target = edge && find(edge);
  const digits = target?.match[1] ?? "";
  const end = target && { line: target.line, character: target.match[0].length };
  return { prose: endOf(prose), value: endOf(value), edge: end && { start: { ...end, character: end.character - digits.length }, end, usual: digits, later: String(Number(digits) + 2), earlier: String(Number(digits) - 4) } };
}

async function drive(contestant: Contestant, places: Places, rounds: number): Promise<Measured> {
  const server = new Driven(contestant);
  try {
    const { diagnostics } = await server.open();
    const worst = diagnostics.find(({ severity }) => severity === 1);
    if (worst !== undefined) throw new Error(`${contestant.words.join(" ")} finds a mistake where there is none: ${worst.message}`);
    let column = places.prose.character;
    const letter = (): Edit => {
      const here = { line: places.prose.line, character: column++ };
      return { start: here, end: here, text: "jumps over the lazy dog "[column % 24] ?? "x" };
    };
    // Engines compile what runs often: each has had its turn at that.
    await warm(async () => server.type(letter()));
    const keys = [];
    for (let round = 0; round < rounds; round += 1) keys.push(await server.type(letter()));
    await warm(async () => server.complete(letter(), places.value));
    const completions = [];
    for (let round = 0; round < rounds; round += 1) completions.push(await server.complete(letter(), places.value));
    if (completions.some(({ items }) => items === 0)) throw new Error(`${contestant.words.join(" ")} completes nothing`);
    const { edge } = places;
    if (edge !== undefined) await warm(async (round) => server.type({ start: edge.start, end: edge.end, text: round % 2 === 0 ? edge.later : edge.usual }));
    /** CPU of an edge that leads elsewhere, and back again. */
    const moving = async (elsewhere: "later" | "earlier"): Promise<number> => {
      const taken: number[] = [];
      for (let round = 0; edge !== undefined && round < rounds; round += 1) taken.push((await server.type({ start: edge.start, end: edge.end, text: round % 2 === 0 ? edge[elsewhere] : edge.usual })).cpuMs);
      return median(taken);
    };
    const skipMs = await moving("later");
    const loopMs = await moving("earlier");
    return {
      keyMs: median(keys.map(({ cpuMs }) => cpuMs)),
      keyWallMs: median(keys.map(({ wallMs }) => wallMs)),
      completeMs: median(completions.map(({ cpuMs }) => cpuMs)),
      completeWallMs: median(completions.map(({ wallMs }) => wallMs)),
      skipMs,
      loopMs,
      peakBytes: server.peakBytes(),
    };
  } finally {
    server.stop();
  }
}

/** An even number of edits, so that what was changed to and fro is as it was. */
async function warm(edit: (round: number) => Promise<{ readonly cpuMs: number }>): Promise<void> {
  for (let warmMs = 0, round = 0; (warmMs < warmUp.cpuMs || round % 2 === 1) && round < warmUp.edits; round += 1) warmMs += (await edit(round)).cpuMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function written(folder: string, path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

function ownServer(folder: string, nodes: number): Contestant {
  const text = workflowOf(nodes);
  written(folder, `${nodes}/jamjet.toml`, '[[mcp.servers]]\nname = "search"\nurl = "https://search.example.com/mcp"\n');
  return { words: [node, join(root, "dist/bin/jamjet.cjs"), "lsp", "--stdio"], uri: written(folder, `${nodes}/workflow.yaml`, text), languageId: "yaml", text };
}

function yamlServer(folder: string, nodes: number): Contestant {
  const yaml = { validate: true, completion: true, hover: true, format: { enable: false }, schemaStore: { enable: false, url: "" }, kubernetesCRDStore: { enable: false }, schemas: { [schema]: "*.yaml" }, maxItemsComputed: 1e6 };
  return { ...ownServer(folder, nodes), words: [node, join(root, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"], settings: { yaml } };
}

function actionsServer(folder: string, nodes: number): Contestant {
  const text = actionsOf(nodes);
  const uri = written(folder, `${nodes}-actions/.github/workflows/ci.yml`, text);
  return { words: [node, join(peers, "@actions/languageserver/bin/actions-languageserver"), "--stdio"], uri, languageId: "github-actions-workflow", text, initializationOptions: { logLevel: 4 } };
}
