import { writeSync } from "node:fs";
import { fuzzCompile } from "./fuzz.ts";

/** `<seed> <rounds>`: fuzzes, and says how far it has come; what it found last. */
const [seed = 0, rounds = 0] = process.argv.slice(2).map(Number);
const count = fuzzCompile(seed, rounds, (round) => {
  if (round % 256 === 0) writeSync(1, `${round}\n`);
});
writeSync(1, `${JSON.stringify(count)}\n`);
