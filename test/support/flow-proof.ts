import { judgedReads, type Verdict } from "../../compiler/check/verdicts.ts";
import { stateFlow } from "../../compiler/check/state-flow.ts";
import { createWorkspace } from "../../compiler/index.ts";
import { parallelWriteRaceRule } from "../../compiler/rules/parallel-write-race.ts";
import { flowDocument } from "./flow.ts";
import { flowKeys, flowLines, randomFlow, type FlowNode } from "./random-flow.ts";
import { randomFrom } from "./random.ts";
import { keyOn, walkFlow, type Walks } from "./walk-flow.ts";

/** What two ways of looking at a random workflow say; equal, if both are right. */
interface Proof {
  readonly text: string;
  readonly found: readonly string[];
  readonly walked: readonly string[];
}

/** Judges random workflows in both ways, until they disagree; `seen` is what there was to agree upon. */
export function proveFlows(seed: number, rounds: number): { readonly problems: readonly string[]; readonly tidy: number; readonly seen: readonly string[] } {
  const random = randomFrom(seed);
  const seen = new Set<string>();
  let tidy = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { text, found, walked } = proveFlow(random);
    if (found[0] === "tangled") continue;
    tidy += 1;
    const wrong = [...found.filter((line, at) => line !== walked[at]), ...walked.filter((line, at) => line !== found[at])];
    if (wrong.length > 0) return { problems: [`JAMJET_SEED=${seed}, round ${round}:\n${text}`, "found", ...found, "walked", ...walked], tidy, seen: [...seen] };
    for (const line of found) seen.add(/reads \w: (.*)/.exec(line)?.[1] ?? /not reached|races/.exec(line)?.[0] ?? "place");
  }
  return { problems: [], tidy, seen: [...seen] };
}

/** Judges a random workflow by the analysis, and by walking all its paths. */
function proveFlow(random: () => number): Proof {
  const nodes = randomFlow(random);
  const text = flowDocument(flowLines(nodes), "", "a: str, b: str, c: any");
  const workspace = createWorkspace();
  workspace.setText({ uri: "test.yaml", text });
  const typed = workspace.typed("test.yaml");
  if (typed === undefined) throw new Error(text);
  const flow = stateFlow(typed);
  const { points } = flow;
  if (!points.isTidy) return { text, found: ["tangled"], walked: [] };
  const found = nodes.flatMap(({ id }, node) => (["in", "ok"] as const).flatMap((place): readonly string[] => {
    const point = points.at(node, place);
    if (point === undefined) return [];
    if (flow.isReached[point] === 0) return [`${id}.${place} is not reached`];
    return [`${id}.${place}`, ...flowKeys.map((key, number) => `${key}: ${flow.must(point, number)} ${flow.may(point, number)}`)];
  }));
  const reads = judgedReads(typed).filter(({ guarded }) => !guarded).map(({ node, key, verdict }) => `${nodes[node]?.id} reads ${flowKeys[key]}: ${verdict}`);
  const races = parallelWriteRaceRule.check(typed).map(({ message }) => /^'(\w+)' is written by two branches of '(\w+)'/.exec(message)?.slice(1).join(" races in ") ?? message);
  const walks = walkFlow(nodes);
  return { text, found: [...found, ...reads, ...races.sort()], walked: [...placesOf(nodes, walks), ...readsOf(nodes, walks), ...racesOf(nodes)] };
}

function placesOf(nodes: readonly FlowNode[], walks: Walks): readonly string[] {
  return nodes.flatMap(({ id, kind }) => (["in", "ok"] as const).flatMap((place): readonly string[] => {
    if (place === "ok" && (kind === "branch" || kind === "fork" || kind === "end")) return [];
    const came = walks.at(id, place);
    if (came === undefined) return [`${id}.${place} is not reached`];
    return [`${id}.${place}`, ...flowKeys.map((key) => `${key}: ${keyOn(came, key).must} ${keyOn(came, key).may}`)];
  }));
}

function readsOf(nodes: readonly FlowNode[], walks: Walks): readonly string[] {
  const waits = nodes.filter(({ onTimeout }) => onTimeout !== undefined);
  return nodes.flatMap(({ id, reads }): readonly string[] => {
    const came = walks.at(id, "in");
    if (reads === undefined || came === undefined) return [];
    const { must, may } = keyOn(came, reads);
    const inVain = waits.some(({ writes }, index) => writes === reads && came.every(({ vain }) => (vain & (1 << index)) !== 0));
    const verdict: Verdict = must ? "set" : may ? "maybe" : inVain ? "timed-out" : "early";
    return [`${id} reads ${reads}: ${verdict}`];
  });
}

/** Two branches of a fork write one key, and nobody says how to merge. */
function racesOf(nodes: readonly FlowNode[]): readonly string[] {
  return nodes.flatMap(({ id, kind, join }) => {
    const saysHow = nodes.some((node) => node.id === join && node.kind === "join");
    if (kind !== "fork" || saysHow) return [];
    return flowKeys.flatMap((key) => {
      const entries = nodes.flatMap(({ writes, within }) => (writes === key ? within.flatMap(({ fork, entry }) => (fork === id ? [entry] : [])) : []));
      return new Set(entries).size > 1 ? [`${key} races in ${id}`] : [];
    });
  }).sort();
}
