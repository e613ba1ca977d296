import type { Json } from "../../schemas/json.ts";
import { compile, createWorkspace, decodeUtf8, mend, parseYamlData, type ProjectView } from "../../compiler/index.ts";
import { answerTo } from "./answer.ts";
import { filesIn, textOf } from "./house.ts";
import { mutated, pick } from "./mutate.ts";
import { transplanted, yamlOf } from "./mutate-tree.ts";
import { randomFrom } from "./random.ts";

/** What became of the documents of a fuzz run. */
export interface FuzzCount {
  readonly documents: number;
  readonly programs: number;
}

/** The time that one document may take: whoever waits in an editor does not wait longer. */
const mostMs = 2_000;

/**
 * Changes examples and golden fixtures at random, as bytes, as words and lines, and as trees, and asks for an answer to
 * each beside the documents that came before; a failure says how to see it again.
 */
export function fuzzCompile(seed: number, rounds: number, heard: (round: number) => void = () => {}): FuzzCount {
  const corpus = corpusOf();
  const among = createWorkspace();
  let programs = 0;
  for (let round = 0; round < rounds; round += 1) {
    heard(round);
    const random = randomFrom(seed + round);
    const text = documentFrom(corpus, random);
    const prompt = mutated(pick(prompts, random), random, prompts);
    const project: ProjectView = { servers: ["docs", "web"], fileExists: () => true, textOf: () => ({ ok: true, text: prompt }) };
    try {
      // One document changes again and again beside others that stay for a while.
      if (round % 16 === 0) among.setText({ uri: `file:///${(round / 16) % 5}.yaml`, text });
      among.setProject("file:///hostile.yaml", project);
      const answer = inTime(() => answerTo(text, { project, among }));
      if (answer.program !== undefined) programs += 1;
      if (random() < 0.03) {
        const mended = inTime(() => mend(answer, "unsafe", (source) => compile(source, { project })));
        if (mended.compiled.source.text.length > 4 * text.length + 2_000) throw new Error(`its fixes make it ${mended.compiled.source.text.length} characters long`);
      }
    } catch (thrown) {
      throw new Error(`JAMJET_SEED=${seed + round} has no proper answer to\n${text}\nwith the prompt\n${prompt}`, { cause: thrown });
    }
  }
  return { documents: rounds, programs };
}

const prompts = ["Answer this:\n{{ state.question }}\n", "{% for each in state.items %}{{ loop.index }}: {{ each | upper }}{% else %}none{% endfor %}\n{% if feedback %}{{ feedback[0].message }}{% endif %}", "{# a comment #}{% set x = output.text %}{{ x | default('') | truncate(20) }}\r\n{% raw %}{{ state.a }}{% endraw %}"];

interface Corpus {
  readonly all: readonly string[];
  /** Those of a few lines, in which a change is soon judged; and those of them in which nothing is wrong yet. */
  readonly small: readonly string[];
  readonly sound: readonly string[];
  readonly trees: readonly Json[];
}

const policies = [
  "version: 1\nrules:\n  - {match: 'payments.*', action: require_approval}\n  - {match: http.POST, action: audit}\n  - {match: '*', action: allow}\n",
  "version: 1\npolicy:\n  blocked_tools: [drop_*, 'shell.*']\n  require_approval_for: [refund]\n  model_allowlist: [gpt-*]\n",
];

function corpusOf(): Corpus {
  const all = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml") && !path.endsWith("replies.yaml")).map(textOf);
  const small = [...all.filter((text) => text.length < 700), ...policies];
  const isSound = (text: string): boolean => !compile({ uri: "file:///sound.yaml", text }).diagnostics.some(({ severity }) => severity === "error");
  return { all, small, sound: small.filter(isSound), trees: small.map((text) => parseYamlData({ uri: "file:///tree.yaml", text }).value.value) };
}

function documentFrom({ all, sound, small, trees }: Corpus, random: () => number): string {
  const how = random();
  if (how < 0.25) return yamlOf(transplanted(pick(trees, random), random, pick(trees, random)));
  if (how < 0.35) return damaged(pick(sound, random), random);
  return mutated(pick(how < 0.7 ? sound : how < 0.98 ? small : all, random), random, all);
}

/** The text of a file in which some bytes are not what they were. */
function damaged(text: string, random: () => number): string {
  const bytes = Buffer.from(text);
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  const { value } = decodeUtf8(bytes);
  // What is no UTF-8 ends there; the compiler is a library, too, and is handed what others decoded.
  return value === "" ? bytes.toString("utf8") : value;
}

/** What `work` comes to; it fails where that takes too long, and not because the machine had other things to do. */
function inTime<T>(work: () => T): T {
  const begun = performance.now();
  const result = work();
  if (performance.now() - begun < mostMs) return result;
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  if (user + system > mostMs * 1_000) throw new Error(`it takes ${(user + system) / 1_000} ms`);
  return result;
}
