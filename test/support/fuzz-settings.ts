import { parseProject } from "../../runtime/adapters/project.ts";
import { readToolLock, writeToolLock } from "../../runtime/adapters/tool-lock.ts";
import { mutated, pick } from "./mutate.ts";
import { transplanted } from "./mutate-tree.ts";
import { randomFrom } from "./random.ts";

const projects = [
  '[[mcp.servers]]\nname = "search"\ncommand = "npx"\nargs = ["-y", "server"]\nenv = { KEY = "${KEY}" }\n[[mcp.servers]]\nname = "remote"\nurl = "https://example.com/mcp"\nauth = { bearer = "${TOKEN}" }\n',
  '[models.fast]\nprovider = "openai"\nmodel = "gpt-4o-mini"\ntimeout = "30s"\n[models."claude-sonnet-4-6"]\nbase_url = "http://localhost:11434/v1"\n[model_prices]\n"gpt-4o" = { input = 2.5, output = 10 }\n[defaults]\nprovider = "anthropic"\n',
  '# a project\n[network]\nallow = ["localhost:8080", "*.example.com"]\n[store]\nurl = "data/runs.db"\n[policy]\nfile = "policy.yaml"\n[limits]\nnodes = 100\n[lint]\nJJ5101 = "off"\n[secrets]\nnames = ["KEY"]\n',
];
const tokens = ["[", "]", "[[", "]]", "=", "\n", "\"", "'", '"""', "'''", "\\u0000", "\\", ".", "{", "}", ",", "1e400", "0x1f", "1979-05-27", "07:32:00", "inf", "nan", "-9223372036854775809", "true", "#", "\0", "\ud800", "\ufeff", "__proto__", "${", "${}", "${A}${", "a.b.c = 1\n", "[a]\n[a]\n"];
const lock = writeToolLock(new Map([["library", new Map([["search", { name: "search", description: "Finds books.", inputSchema: { type: "object", properties: { query: { type: "string" } } }, annotations: { readOnlyHint: true } }]])]]));

/** Reads settings and locks that were changed at random: each is taken, or refused with places inside its text. */
export function fuzzSettings(seed: number, rounds: number): { readonly taken: number } {
  let taken = 0;
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(seed + round);
    const isLock = random() < 0.4;
    const text = isLock ? changedLock(random) : changedProject(random);
    try {
      const places = isLock ? placesInLock(text) : placesInProject(text);
      if (places.length === 0) taken += 1;
      const outside = places.filter(({ start, end }) => !(0 <= start && start <= end && end <= text.length));
      if (outside.length > 0) throw new Error(`places outside of the text: ${JSON.stringify(outside)}`);
    } catch (thrown) {
      throw new Error(`JAMJET_SEED=${seed + round} has no proper answer to\n${text}`, { cause: thrown });
    }
  }
  return { taken };
}

type Places = readonly { readonly start: number; readonly end: number }[];

function placesInProject(text: string): Places {
  const [first, again] = [parseProject(text, "/p/jamjet.toml"), parseProject(text, "/p/jamjet.toml")];
  if (JSON.stringify(first) !== JSON.stringify(again)) throw new Error("another answer the second time");
  return first.problems.map(({ place }) => place);
}

function placesInLock(text: string): Places {
  const read = readToolLock(text);
  if (!read.ok) return [read.problem.place];
  // What is taken is written as it was, but for the order and the white space.
  const again = readToolLock(writeToolLock(read.value));
  if (!again.ok) throw new Error(`its own lock is refused: ${again.problem.message}`);
  return [];
}

function changedProject(random: () => number): string {
  if (random() < 0.5) return mutated(pick(projects, random), random, projects);
  let text = pick(projects, random);
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * (text.length + 1));
    text = text.slice(0, at) + pick(tokens, random) + text.slice(at + Math.floor(random() * 3));
  }
  return text;
}

function changedLock(random: () => number): string {
  return random() < 0.5 ? mutated(lock, random, [lock]) : JSON.stringify(transplanted(JSON.parse(lock), random, JSON.parse(lock)));
}
