import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Op } from "../../schemas/op.ts";
import type { Program } from "../../schemas/program.ts";
import type { Reply } from "../../schemas/replies.ts";
import type { Path, Problem } from "../project/decode.ts";

/** Something wrong in a replies file; `other` is a second place that has to do with it. */
export interface ReplyProblem extends Problem {
  readonly other?: Path;
}

/** A call as a replies file tells it from the others of its node's attempt: the judge's place, or none for a model node. */
type Caller = number | undefined;

/** What a reply can never answer in `program`, and each call that has two replies; `undefined` stands for one that could not be read. */
export function misfits(replies: readonly (Reply | undefined)[], program: Program): readonly ReplyProblem[] {
  const ops = new Map(program.ops.map((op) => [op.node, op]));
  const taken = new Map<string, number>();
  return replies.flatMap((reply, index): readonly ReplyProblem[] => {
    if (reply === undefined) return [];
    const op = ops.get(reply.node);
    if (op === undefined) return [{ path: [index, "node"], message: `the workflow has no node '${reply.node}'`, ...helpFor(reply.node, nodesThatAsk(program)) }];
    const wrong = wrongScorer(reply, op);
    if (wrong !== undefined) return [{ path: [index, wrong.key], message: wrong.message, ...wrong.help }];
    const names = callersOf(reply, op).map((caller) => [reply.node, reply.visit, reply.attempt, reply.call, caller].join("/"));
    const free = names.find((name) => !taken.has(name));
    if (free === undefined) return [{ path: [index], message: "this call has an answer already", help: "remove one of the two, or give it another 'visit', 'attempt' or 'call'", other: [taken.get(names[0] ?? "") ?? 0] }];
    // What failed may be asked again, below the node's own attempts.
    if (reply.status === undefined) taken.set(free, index);
    return [];
  });
}

/** The judges among an eval's scorers, by their places; none for other nodes. */
export function judgesOf(program: Program, node: string): readonly number[] {
  const op = program.ops.find((each) => each.node === node);
  return op === undefined ? [] : judges(op);
}

function nodesThatAsk(program: Program): readonly string[] {
  return program.ops.filter((op) => op.kind === "model" || judges(op).length > 0).map(({ node }) => node);
}

function wrongScorer({ node, scorer }: Reply, op: Op): { readonly key: "node" | "scorer"; readonly message: string; readonly help: { readonly help?: string } } | undefined {
  if (op.kind === "model") return scorer === undefined ? undefined : { key: "scorer", message: `'${node}' is a model node: it has no scorers`, help: { help: "remove 'scorer'" } };
  if (op.op !== "judge") return { key: "node", message: `'${node}' (${op.kind}) asks no model`, help: { help: "only model nodes and the judges of eval nodes have replies" } };
  const types = scorersOf(op);
  const places = judges(op);
  if (places.length === 0) return { key: "node", message: `'${node}' asks no model: none of its scorers is an 'llm_judge'`, help: {} };
  if (scorer === undefined || scorer === "llm_judge" || places.some((place) => place === scorer)) return undefined;
  const type = typeof scorer === "number" ? types[scorer] : types.find((each) => each === scorer);
  if (type !== undefined) return { key: "scorer", message: `the scorer ${JSON.stringify(scorer)} of '${node}' asks no model`, help: { help: `write 'scorer: ${nameOf(places)}'` } };
  return { key: "scorer", message: `'${node}' has no scorer ${JSON.stringify(scorer)}`, help: helpFor(String(scorer), ["llm_judge"], `write 'scorer: ${nameOf(places)}'`) };
}

function nameOf(places: readonly number[]): string {
  return places.length === 1 ? "llm_judge" : places.join("' or 'scorer: ");
}

/** The calls that a reply may answer, the first of them first. */
function callersOf({ scorer }: Reply, op: Op): readonly Caller[] {
  if (op.op !== "judge") return [undefined];
  return typeof scorer === "number" ? [scorer] : judges(op);
}

function judges(op: Op): readonly number[] {
  return scorersOf(op).flatMap((type, place) => (type === "llm_judge" ? [place] : []));
}

function scorersOf(op: Op): readonly (Json | undefined)[] {
  const scorers = op.op === "judge" ? op.fields["scorers"] : undefined;
  return Array.isArray(scorers) ? scorers.map((each: Json) => (isJsonObject(each) ? each["type"] : undefined)) : [];
}

function helpFor(word: string, names: readonly string[], otherwise?: string): { readonly help?: string } {
  const near = nearest(word, names);
  if (near !== undefined) return { help: `did you mean '${near}'?` };
  if (otherwise !== undefined) return { help: otherwise };
  return names.length === 0 ? {} : { help: `models are asked by ${names.map((name) => `'${name}'`).join(", ")}` };
}
