// `npm run fuzz -- [--seed N] [--runs N]`: random documents and expressions; the same seed gives the same ones.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const wanted = { JAMJET_SEED: values.seed ?? `${Math.floor(Math.random() * 2 ** 31)}`, ...(values.runs === undefined ? {} : { JAMJET_RUNS: values.runs }) };
console.log(`JAMJET_SEED=${wanted.JAMJET_SEED}`);
const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", "test/fuzz/vitest.config.ts"], { cwd: root, stdio: "inherit", env: { ...process.env, ...wanted } });
process.exitCode = status ?? 1;
