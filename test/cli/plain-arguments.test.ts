import { expect, it } from "vitest";
import { parseArguments } from "../../cli/arguments.ts";
import { commands } from "../../cli/commands/index.ts";
import { plainArguments } from "../../cli/plain-arguments.ts";
import { pick } from "../support/mutate.ts";
import { randomFrom, runsOf, steadySeed } from "../support/random.ts";
import { fakeIo } from "./fake-io.ts";

const words = ["a.yaml", "flows/*.yaml", "-", "--", "", "3s", "json", "{}", "-5", "-h", "-V", "--help", "--version", "--json", "--debug", "--jso", "--json=1", "--no-json", "help", "__proto__", "--__proto__"];

it(`reads plain command lines as the parser of arguments does, and leaves it the others (JAMJET_SEED=${steadySeed})`, () => {
  const random = randomFrom(steadySeed);
  const runs = runsOf(3000);
  let plain = 0;
  for (let run = 0; run < runs; run += 1) {
    const command = pick(commands, random);
    const options = Object.entries(command.options).flatMap(([name, { short }]) => [`--${name}`, `--${name}=x`, ...(short === undefined ? [] : [`-${short}`])]);
    const argv = [...command.name.split(" "), ...Array.from({ length: Math.floor(random() * 5) }, () => pick([...words, ...words.slice(0, 3), ...options], random))];
    const asked = plainArguments(argv, commands);
    if (asked === undefined) continue;
    plain += 1;
    expect({ argv, asked: parseArguments(argv, fakeIo({}).io) }).toEqual({ argv, asked });
  }
  expect(plain).toBeGreaterThan(runs / 10);
});

it("leaves every mistake, every short form and every request for help to the parser of arguments", () => {
  const lines = ["", "--version", "validate", "validate --help", "validate a.yaml --jsn", "validate a.yaml --stdin-filename", "compile a.yaml -o b.json", "compile a.yaml --json=1", "tools list", "nothing a.yaml", "schema workflow program", "run -- a.yaml"];
  expect(lines.filter((line) => plainArguments(line.split(" "), commands) !== undefined)).toEqual([]);
});
