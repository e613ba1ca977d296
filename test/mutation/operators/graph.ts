import { addition, mutant, present, removal, replaced, type Operator } from "../mutant.ts";
import type { Entry, NodePart, Place, Subject } from "../subject.ts";
import { targetsOf, wordsIn } from "./names.ts";

/** The entries of nodes that a parallel forks into, by the parallel. */
function forks({ nodes, leaves }: Subject): readonly { readonly fork: NodePart; readonly branches: readonly NodePart[]; readonly join: string }[] {
  return nodes.filter(({ kind }) => kind === "parallel").map((fork) => {
    const entered = new Set(leaves.filter(({ path, key }) => path[1] === fork.id && key === "branches").map(({ scalar }) => scalar));
    return { fork, branches: nodes.filter(({ id }) => entered.has(id)), join: fork.keys.get("join")?.scalar ?? "" };
  });
}

/** Everything that runs between a fork and its join, as far as plain `next` leads. */
function insideForks(subject: Subject): ReadonlySet<string> {
  const inside = new Set<string>();
  for (const { branches, join } of forks(subject)) {
    const open = branches.map(({ id }) => id);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === join || inside.has(id)) continue;
      inside.add(id);
      for (const { path, scalar } of targetsOf(subject)) if (path[0] === "nodes" && path[1] === id && !path.includes("wait_for")) open.push(scalar);
    }
  }
  return inside;
}

/** An end of the workflow, as a target names it. */
function endId({ nodes, text }: Subject): string | undefined {
  const end = nodes.find(({ kind }) => kind === "end");
  return end === undefined ? undefined : writtenId({ text }, end);
}

/** A node's id with the quotes that it may need. */
function writtenId({ text }: Pick<Subject, "text">, { entry: { keyAt } }: NodePart): string {
  return text.slice(keyAt.start, keyAt.end);
}

function lastOf({ nodes }: Subject): Entry | undefined {
  return nodes.at(-1)?.entry;
}

/** The plain `next` of a node that runs outside of all branches. */
function plainNexts(subject: Subject): readonly { readonly node: NodePart; readonly next: Entry }[] {
  const inside = insideForks(subject);
  return subject.nodes.filter(({ id }) => !inside.has(id)).flatMap((node) => present([node.keys.get("next")]).filter(({ scalar }) => scalar !== undefined).map((next) => ({ node, next })));
}

const sets = (at: Place, text: string): { readonly at: Place; readonly text: string } => ({ at, text });

export const graphOperators: readonly Operator[] = [
  {
    name: "next-dropped",
    wrong: "a node outside of all branches leads nowhere",
    mutants: (subject) => plainNexts(subject).flatMap(({ node, next }) => present([removal(next, subject.text)]).map((edit) => mutant(subject, [edit], [node.entry.keyAt]))),
  },
  {
    name: "self-loop",
    wrong: "a node leads to itself and nowhere else",
    // A spent budget is a way out, too.
    mutants: (subject) => plainNexts(subject).filter(({ node }) => ["model", "tool", "http"].includes(node.kind) && !node.keys.has("on_error") && !subject.text.includes("on_budget_exceeded")).map(({ node, next }) => replaced(subject, next.valueAt, writtenId(subject, node))),
  },
  {
    name: "node-unreachable",
    wrong: "nothing leads to a node",
    mutants: (subject) => present([lastOf(subject)]).flatMap((last) => present([addition(last, ["orphan:", "  type: http", "  url: https://example.com", `  next: ${endId(subject) ?? ""}`], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: "orphan" }]))),
  },
  {
    name: "island",
    wrong: "two nodes lead to each other, and nothing leads to them or away",
    mutants: (subject) => present([lastOf(subject)]).flatMap((last) => present([addition(last, ["here:", "  type: http", "  url: https://example.com", "  next: there", "there:", "  type: http", "  url: https://example.com", "  next: here"], subject.text)]).map((edit) => mutant(subject, [{ ...edit, token: "here" }]))),
  },
  {
    name: "start-at-the-end",
    wrong: "a workflow that starts with its end reaches no other node",
    mutants: (subject) => {
      const start = subject.entries.find(({ path }) => path.join(".") === "workflow.start");
      const id = endId(subject);
      const others = subject.nodes.filter(({ kind }) => kind !== "end").map(({ entry }) => entry.keyAt);
      return start === undefined || id === undefined || others.length === 0 ? [] : [mutant(subject, [sets(start.valueAt, id)], others)];
    },
  },
  {
    name: "loop-without-exit",
    wrong: "what follows a node leads back to it, for ever",
    mutants: (subject) => plainNexts(subject).flatMap(({ node, next }) => {
      const follower = subject.nodes.find(({ id }) => id === next.scalar);
      const way = follower?.keys.get("next");
      const single = follower !== undefined && ["model", "tool", "http"].includes(follower.kind) && !follower.keys.has("on_error") && !node.keys.has("on_error") && ["model", "tool", "http"].includes(node.kind);
      return single && way?.scalar !== undefined && !insideForks(subject).has(follower.id) ? [mutant(subject, [sets(way.valueAt, writtenId(subject, node))], [node.entry.keyAt, next.valueAt, follower.entry.keyAt])] : [];
    }),
  },
  {
    name: "default-dropped",
    wrong: "where no condition holds, a branch leads nowhere",
    // What is taken back by a comment is another matter.
    mutants: (subject) => subject.nodes.filter(({ kind }) => kind === "branch" && !subject.text.includes("jamjet-ignore")).flatMap(({ keys }) => {
      const otherwise = keys.get("default");
      const edit = otherwise === undefined ? undefined : removal(otherwise, subject.text);
      const conditions = keys.get("conditions");
      return edit === undefined || conditions === undefined ? [] : [mutant(subject, [edit], [conditions.keyAt])];
    }),
  },
  {
    name: "else-dropped",
    wrong: "where no condition holds, a list of routes leads nowhere",
    mutants: (subject) => subject.entries.filter(({ path, key, siblings }) => path[0] === "nodes" && key === "else" && siblings.length === 1 && subject.text.slice(0, siblings[0]?.keyAt.start).endsWith("- ")).map((entry) => {
      const start = subject.text.lastIndexOf("\n", entry.keyAt.start) + 1;
      const node = subject.nodes.find(({ id }) => id === entry.path[1]);
      return mutant(subject, [sets({ start, end: entry.end }, "")], present([node?.keys.get("next")?.keyAt]));
    }),
  },
  {
    name: "branch-escapes",
    wrong: "a branch ends the workflow while its siblings run, and never comes to the join",
    mutants: (subject) => forks(subject).flatMap(({ branches, join }) => branches.filter(({ kind }) => kind !== "branch" && kind !== "parallel").flatMap(({ keys, id }) => {
      const end = endId(subject);
      if (join === end) return [];
      const next = keys.get("next");
      if (end === undefined || (next !== undefined && next.scalar === undefined)) return [];
      if (next !== undefined) return [replaced(subject, next.valueAt, end)];
      const first = [...keys.values()][0];
      const edit = first === undefined || id === end ? undefined : addition(first, [`next: ${end}`], subject.text);
      return edit === undefined ? [] : [mutant(subject, [{ ...edit, token: end }])];
    })),
  },
  {
    name: "edge-into-branch",
    wrong: "a node outside leads into the middle of a branch",
    mutants: (subject) => forks(subject).flatMap(({ branches, fork }) => {
      const target = branches[0]?.id;
      const outside = plainNexts(subject).find(({ node, next }) => node.id !== fork.id && next.scalar !== undefined && next.scalar !== fork.id);
      return target === undefined || outside === undefined ? [] : [mutant(subject, [sets(outside.next.valueAt, target)])];
    }),
  },
  {
    name: "branch-twice",
    wrong: "one node begins two branches",
    mutants: (subject) => subject.leaves.filter(({ path, key }) => path[0] === "nodes" && key === "branches").flatMap((leaf, _at, all) => {
      const other = all.find(({ path, scalar }) => path[1] === leaf.path[1] && scalar !== leaf.scalar);
      if (other === undefined) return [];
      // Either of the two is one too many.
      const { text, tokens } = replaced(subject, leaf.at, other.scalar);
      return [{ text, tokens: [...tokens, ...mutant(subject, [sets(leaf.at, other.scalar)], [other.at]).tokens] }];
    }),
  },
  {
    name: "branch-not-awaited",
    wrong: "a join does not wait for a branch of its parallel",
    mutants: (subject) => subject.leaves.filter(({ path, key }) => path[0] === "nodes" && key === "wait_for").flatMap((leaf, _at, all) => {
      const start = subject.text.lastIndexOf("\n", leaf.at.start) + 1;
      const end = subject.text.indexOf("\n", leaf.at.end) + 1;
      const others = all.filter(({ path, scalar }) => path[1] === leaf.path[1] && scalar !== leaf.scalar).map(({ at }) => at);
      return others.length > 0 && /^\s*- \S+\s*$/.test(subject.text.slice(start, end)) ? [mutant(subject, [sets({ start, end }, "")], others)] : [];
    }),
  },
  {
    name: "awaits-a-stranger",
    wrong: "a join waits for a node that begins no branch",
    mutants: (subject) => subject.leaves.filter(({ path, key }) => path[0] === "nodes" && key === "wait_for").flatMap((leaf) => present([endId(subject)]).map((id) => replaced(subject, leaf.at, id))),
  },
  {
    name: "collect-nowhere",
    wrong: "`collect` keeps what branches wrote in `output_key`, and there is none",
    mutants: (subject) => subject.nodes.filter(({ keys }) => keys.get("merge")?.scalar === "collect").flatMap(({ keys }) => {
      const key = keys.get("output_key");
      const merge = keys.get("merge");
      const edit = key === undefined ? undefined : removal(key, subject.text);
      return edit === undefined || merge === undefined ? [] : [mutant(subject, [edit], [merge.valueAt])];
    }),
  },
  {
    name: "race",
    wrong: "two branches write one key, and the last one wins",
    mutants: (subject) => forks(subject).filter(({ join }) => subject.nodes.find(({ id }) => id === join)?.keys.has("merge") !== true).flatMap(({ branches }) => branches.flatMap((branch) => {
      const own = branch.keys.get("output_key");
      const other = branches.find(({ id, keys }) => id !== branch.id && keys.get("output_key")?.scalar !== undefined && keys.get("output_key")?.scalar !== own?.scalar)?.keys.get("output_key");
      return own === undefined || other?.scalar === undefined ? [] : [replaced(subject, own.valueAt, other.scalar)];
    })),
  },
  {
    name: "read-race",
    wrong: "a branch reads what another one writes at the same time",
    mutants: (subject) => forks(subject).flatMap(({ branches }) => branches.flatMap((branch) => {
      const other = branches.find(({ id, keys }) => id !== branch.id && keys.has("output_key"))?.keys.get("output_key")?.scalar;
      const at = branch.keys.get("prompt")?.valueAt;
      if (other === undefined || at === undefined || !/^["']/.test(subject.text[at.start] ?? "")) return [];
      return [mutant(subject, [{ at: { start: at.end - 1, end: at.end - 1 }, text: ` {{ state["${other}"] }}`.replaceAll('"', subject.text[at.start] === '"' ? "'" : '"'), token: other }])];
    })),
  },
  {
    name: "dead-branch",
    wrong: "a condition stands twice, and the second one never holds",
    mutants: (subject) => subject.nodes.filter(({ kind }) => kind === "branch").flatMap((node) => {
      const conditions = subject.codes.filter(({ leaf }) => leaf.path[1] === node.id && leaf.key === "if");
      return conditions.slice(1).map((code) => replaced(subject, code.leaf.at, subject.text.slice(conditions[0]?.leaf.at.start, conditions[0]?.leaf.at.end)));
    }),
  },
  {
    name: "maybe-unset",
    wrong: "a way leads past the only node that writes a key, to one that reads it",
    mutants: (subject) => plainNexts(subject).flatMap(({ node, next }) => {
      const key = node.keys.get("output_key")?.scalar;
      const writers = subject.leaves.filter((leaf) => leaf.key === "output_key" && leaf.scalar === key).length;
      const reads = wordsIn(subject.codes.filter(({ leaf, bare }) => leaf.path[1] === next.scalar && !/default|defined|none|None| or | if |==|!=/.test(bare)), /(?<![\w.])state\.(\w+)/g).filter(({ word, code }) => word === key && code.of !== "block" && !(code.of === "condition" && code.bare.trim() === `state.${word}`)).map(({ at }) => at);
      const ways = targetsOf(subject).filter(({ scalar, key: by }) => scalar === node.id && by !== "node" && by !== "branches" && by !== "wait_for");
      const reader = subject.nodes.find(({ id }) => id === next.scalar);
      // A condition that is the key alone asks whether it is there, and a text around the read may ask first; and whoever comes again finds what the first time wrote.
      const isAsked = subject.codes.some(({ leaf, of }) => of === "block" && leaf.path[1] === next.scalar);
      const edit = addition(node.entry, ["perhaps:", "  type: branch", "  conditions:", `    - {if: "execution.id == 'x'", next: ${node.id}}`, `  default: ${next.scalar ?? ""}`], subject.text);
      if (key === undefined || writers !== 1 || reads.length === 0 || ways.length !== 1 || isAsked || edit === undefined || reader?.kind === "eval" || subject.text.includes("inputs:") || hasDefault(subject, key)) return [];
      return [mutant(subject, [...ways.map(({ at }) => sets(at, "perhaps")), edit], reads)];
    }),
  },
];

function hasDefault({ entries }: Subject, key: string): boolean {
  return entries.some(({ path }) => path[1] === "state_schema" && path.includes(key) && path.at(-1) === "default");
}
