import { createWorkspace, type Compiled, type ProjectView, type Workspace } from "../../compiler/index.ts";
import { changedText, type TextChange } from "../../compiler/syntax/cut.ts";
import { documents } from "./blocks.ts";
import { changeBetween } from "./changes.ts";
import { fixtureProject } from "./fixture-project.ts";
import { mutated, pick } from "./mutate.ts";
import { randomFrom } from "./random.ts";

const uri = "file:///flows/edited.yaml";

/** What a workspace says of its document: all that a reader of it can see. */
function everythingSaid(workspace: Workspace): unknown {
  const { diagnostics, summary, program, policy, other } = workspace.compiled(uri) as Compiled;
  return [diagnostics, summary, program, policy, other, workspace.outline(uri), workspace.inputs(uri), workspace.cost(uri), workspace.events(uri)];
}

/** A document that is being written. */
interface Writing {
  readonly text: () => string;
  readonly edit: (change: TextChange) => void;
  /** What is said of the document as it is now, and what would be if nobody had ever seen it before. */
  readonly said: () => { readonly kept: string; readonly fresh: string };
}

function writing(start: string): Writing {
  let text = start;
  const project: ProjectView = fixtureProject(start);
  const fresh = (): Workspace => {
    const workspace = createWorkspace({ project });
    workspace.setText({ uri, text });
    return workspace;
  };
  const kept = fresh();
  return {
    text: () => text,
    edit: (change) => {
      text = changedText(text, change);
      kept.edit(uri, change);
    },
    said: () => ({ kept: JSON.stringify(everythingSaid(kept)), fresh: JSON.stringify(everythingSaid(fresh())) }),
  };
}

type Random = () => number;

/** A letter more or less in what a model or a person reads. */
function typed(text: string, random: Random): string {
  const words = [...text.matchAll(/\b(?:prompt|system|message|description|rubric): *(?:\||>|")?[^\n]*(?:\n {6,}[^\n]*)*/g)];
  if (words.length === 0) return text;
  const { index, 0: whole } = pick(words, random);
  const at = index + whole.length - Math.floor(random() ** 2 * (whole.length - whole.indexOf(":") - 2));
  return random() < 0.7 ? inserted(text, at, pick([..."aes ,.", "sk-ant-api03-", "{{ state."], random)) : removed(text, at - 1, 1);
}

/** Another key in a piece of code, or another piece of code. */
function recoded(text: string, random: Random): string {
  const keys = [...text.matchAll(/\bstate\.(\w+)/g)];
  if (keys.length === 0) return text;
  const { index, 0: whole } = pick(keys, random);
  return text.slice(0, index) + pick(["state", "env.API_KEY", ...keys.map((key) => key[0])], random) + text.slice(index + whole.length);
}

/** Some node leads, or writes, elsewhere. */
function led(text: string, random: Random): string {
  const names = [...text.matchAll(/^ {2}([\w-]+):/gm)].map((match) => match[1] as string);
  const targets = [...text.matchAll(/(?<=\b(?:next|to|default|on_\w+|node|output_key): )[\w-]+/g)];
  if (names.length === 0 || targets.length === 0) return text;
  const { index, 0: old } = pick(targets, random);
  return text.slice(0, index) + pick(names, random) + text.slice(index + old.length);
}

/** What hands do to a text, more often than chance does it. */
const hands: readonly ((text: string, random: Random) => string)[] = [
  // A letter, a space or a sign in some word.
  (text, random) => inserted(text, placeIn(text, random, /[a-z]{2}/g), pick([..."aeinst .,:'\"#{}-"], random)),
  (text, random) => removed(text, placeIn(text, random, /[a-z]{2}/g), 1),
  // Prose, at its beginning, in its middle and at its end.
  (text, random) => inserted(text, placeIn(text, random, /(?<=(?:prompt|system|message|description): *(?:\|\n *)?["']?)\w|(?<=\w) (?=\w+ \w)/g), pick(["Please ", "x", "ä", " \n", "{{ state.", "}} "], random)),
  // Another target, another key.
  led,
  led,
  // A line more or less, and a node more, less or elsewhere.
  (text, random) => lines(text, random, (line) => [line, ""]),
  (text, random) => lines(text, random, () => []),
  (text, random) => nodes(text, random, (node) => [node, node.replace(/[\w-]+/, (id) => `${id}${Math.floor(random() * 3)}`)]),
  (text, random) => nodes(text, random, () => []),
  (text, random) => nodes(text, random, (node) => [`  # a note\n${node}`]),
  // A key that is being written, and a text whose end is missing yet.
  (text, random) => lines(text, random, (line) => [line, `${/^ */.exec(line)?.[0]}${pick(["max_tok", "next", "on_err", "x"], random)}`]),
  (text, random) => lines(text, random, (line) => [line, `${/^ */.exec(line)?.[0]}${pick(["max_tokens: ", "next: ", "prompt: \"", "on_error: ["], random)}`]),
  // A comment that takes back what is said of the line under it, or of its own.
  (text, random) => lines(text, random, (line) => [`${/^ */.exec(line)?.[0]}# jamjet-ignore ${ignored(random)}`, line]),
  (text, random) => lines(text, random, (line) => [`${line} ${pick(["#", "{#"], random)} jamjet-ignore ${ignored(random)}`]),
  // A name that is used in several places.
  (text, random) => {
    const word = pick(text.match(/[a-z_]{4,}/g) ?? ["state"], random);
    return text.replaceAll(word, `${word}s`);
  },
];

/** A code that may be said of it, or any, with a reason or without one. */
function ignored(random: Random): string {
  return `${pick(["JJ4001", "JJ5105", "JJ5106", "JJ5101", "JJ4013", "JJ6001", "nothing-known", "dead-write, JJ7001"], random)}${pick([": so it is", "", " #}"], random)}`;
}

/** The next change of somebody who writes: mostly such as hands make, now and then chance, and back to an earlier text before all is broken. */
function nextChange(text: string, earlier: readonly string[], random: Random): TextChange {
  const kind = random();
  const after = kind < 0.15 ? pick(earlier, random) : kind < 0.22 ? mutated(text, random, documents) : kind < 0.45 ? typed(text, random) : kind < 0.65 ? recoded(text, random) : pick(hands, random)(text, random);
  return changeBetween(text, after);
}

/** Writes at a document until `count` changes are made, and looks after each; throws at the first difference, and says how to see it again. */
export function write(seed: number, count: number): void {
  const random = randomFrom(seed);
  edit(seed, pick(documents, random), count, (text, earlier) => nextChange(text, earlier, random));
}

/** The same of a document whose nodes test, wait for nobody, run one after the other and go round, and of which hands move edges. */
export function rewire(seed: number, count: number): void {
  const random = randomFrom(seed);
  edit(seed, winding(random), count, (text, [before = text]) => changeBetween(text, random() < 0.1 ? before : random() < 0.85 ? led(text, random) : recoded(text, random)));
}

function edit(seed: number, start: string, count: number, change: (text: string, earlier: readonly string[]) => TextChange): void {
  const desk = writing(start);
  let before = start;
  for (let step = 0; step < count; step += 1) {
    const text = desk.text();
    const next = change(text, [before, start]);
    before = text;
    desk.edit(next);
    const { kept, fresh } = desk.said();
    if (kept !== fresh) throw new Error(`JAMJET_SEED=${seed}, change ${step}: ${JSON.stringify(next)}\n${difference(kept, fresh)}\n--- before\n${text}\n--- now\n${desk.text()}`);
  }
}

function winding(random: Random): string {
  const size = 6 + Math.floor(random() * 8);
  const forward = (node: number): string => {
    const to = node + 1 + Math.floor(random() * 3);
    return to < size ? `n${to}` : "done";
  };
  const target = (node: number): string => (random() < 0.9 ? forward(node) : `n${Math.floor(random() * size)}`);
  const key = (): string => pick(["a", "b", "c", "mood"], random);
  const nodes = Array.from({ length: size }, (_, node) => {
    const next = target(node);
    const kind = random();
    if (kind < 0.35) return `type: branch\n    conditions:\n      - {if: "state.mood == '${pick(["glad", "sad"], random)}'", next: ${target(node)}}\n      - {if: "state.${key()} is not None", next: ${target(node)}}\n    default: ${next}`;
    if (kind < 0.5) return `type: eval\n    scorers: [{type: assertion, check: "len(output.a) > 3"}]\n    on_fail: ${pick(["retry_with_feedback", "log_and_continue"], random)}\n    next: ${next}`;
    if (kind < 0.65) return `type: http\n    url: "https://{{ state.${key()} }}/x"\n    output_key: ${key()}\n    next: ${next}\n    on_error: ${target(node)}`;
    return `type: model\n    model: gpt-4o\n    system: "Be {{ state.${key()} }}."\n    prompt: "Say {{ state.${key()} }}."\n    output_key: ${key()}\n    next: ${next}`;
  });
  const state = `state_schema: {a: str, b: "str | None", c: str, mood: "Literal['glad', 'sad', 'calm']"}`;
  return `workflow:\n  id: winding\n  version: 0.1.0\n  ${state}\n  start: n0\nnodes:\n${nodes.map((node, index) => `  n${index}:\n    ${node}\n`).join("")}  done:\n    type: end\n`;
}

function difference(kept: string, fresh: string): string {
  let at = 0;
  while (kept[at] === fresh[at]) at += 1;
  return `kept:  …${kept.slice(Math.max(0, at - 200), at + 200)}\nfresh: …${fresh.slice(Math.max(0, at - 200), at + 200)}`;
}

function inserted(text: string, at: number, words: string): string {
  return text.slice(0, at) + words + text.slice(at);
}

function removed(text: string, at: number, count: number): string {
  return text.slice(0, at) + text.slice(at + count);
}

function placeIn(text: string, random: Random, where: RegExp): number {
  const places = [...text.matchAll(where)];
  return places.length === 0 ? 0 : pick(places, random).index;
}

function lines(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const all = text.split("\n");
  const at = Math.floor(random() * all.length);
  return [...all.slice(0, at), ...change(all[at] as string), ...all.slice(at + 1)].join("\n");
}

function nodes(text: string, random: Random, change: (node: string) => readonly string[]): string {
  const all = text.split(/^(?= {2}[\w-]+:)/m);
  const at = Math.floor(random() * all.length);
  return [...all.slice(0, at), ...change(all[at] as string), ...all.slice(at + 1)].join("");
}
