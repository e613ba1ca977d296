import type { Program } from "../../schemas/program.ts";
import { anyState, call, fork, halt, join, judge, program, wait } from "./programs.ts";
import type { Answer } from "./fake-ports.ts";
import { fails, gives, scores } from "./fake-ports.ts";

/** A random program whose branches nest, and what the world answers its nodes, by their names. */
export interface RandomBranches {
  readonly program: Program;
  readonly answers: { readonly [node: string]: Answer };
}

type Nodes = Parameters<typeof program>[0]["nodes"];
const keys = ["a", "b", "c"] as const;
const merges = ["last_writer", "first", "collect"] as const;

/** What may stand in a program: `plain` ones merge by the last writer alone, and nothing in them fails for good. */
export type Flavour = "any" | "plain";

export function randomBranches(random: () => number, flavour: Flavour): RandomBranches {
  const nodes: { [node: string]: Nodes[string] } = {};
  const answers: { [node: string]: Answer } = {};
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  let made = 0;
  let left = 9;
  const named = (kind: string): string => `${kind}${(made += 1)}`;

  const work = (next: string | null): string => {
    const node = named(pick(["n", "m", "z"]));
    left -= 1;
    const retries = random() < 0.2;
    const fallsBack = flavour === "any" && random() < 0.2 ? work(next) : undefined;
    nodes[node] = call({ writes: pick(keys), next, ...(retries ? { retry: { delay_ms: 10 + made } } : {}), ...(fallsBack === undefined ? {} : { on_error: fallsBack }) });
    answers[node] = (site) => (fallsBack !== undefined ? fails("http_status") : retries && site.attempt === 1 ? fails("timeout") : gives(`${node}#${site.visit}`));
    return node;
  };

  const rest = (next: string | null): string => {
    const node = named("t");
    left -= 1;
    nodes[node] = wait({ timer: 100 + made }, { next });
    return node;
  };

  const loop = (next: string | null): string => {
    const draft = named("d");
    const check = named("j");
    left -= 2;
    nodes[draft] = call({ writes: pick(keys), next: check });
    nodes[check] = judge({ subject: draft, on_fail: "retry_with_feedback", max_retries: 3, next });
    answers[draft] = (site) => gives(`${draft}#${site.visit}`);
    answers[check] = (site) => scores(site.visit % 2 === 0 ? null : "again");
    return draft;
  };

  const branches = (next: string | null, depth: number): string => {
    const merge = pick([...(flavour === "plain" ? (["last_writer"] as const) : merges), undefined]);
    // Without a merge of its own the join is an ordinary node.
    const meet = merge === undefined ? work(next) : named("join");
    const entries = Array.from({ length: 1 + Math.floor(random() * 3) }, () => region(pick([null, meet]), depth + 1));
    if (merge !== undefined) nodes[meet] = join({ wait_for: [...entries].reverse(), merge, next, ...(merge === "collect" ? { writes: pick(keys) } : {}) });
    const split = named("split");
    nodes[split] = fork(entries, meet);
    return split;
  };

  const region = (next: string | null, depth: number): string => {
    const one = (to: string | null): string => {
      const luck = random();
      if (depth < 4 && left > 0 && luck < 0.4) return branches(to, depth);
      if (left > 0 && luck < 0.5) return loop(to);
      return luck < 0.55 ? rest(to) : work(to);
    };
    return left > 0 && random() < 0.4 ? one(one(next)) : one(next);
  };

  const start = branches("end", 0);
  const { [start]: first, ...others } = nodes;
  return { program: program({ state: anyState(...keys), nodes: { [start]: first as Nodes[string], ...others, end: halt() } }), answers };
}

