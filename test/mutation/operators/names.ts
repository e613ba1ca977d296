import { addition, misspelt, mutant, present, removal, replaced, type Mutant, type Operator } from "../mutant.ts";
import { childrenOf, type CodePlace, type Leaf, type Place, type Subject } from "../subject.ts";

const targetKeys = new Set(["next", "to", "else", "on_error", "on_timeout", "on_approved", "on_rejected", "join", "default", "node", "branches", "wait_for"]);
const headerTargets = new Set(["start", "escalate", "on_budget_exceeded"]);

/** The scalars that name a node. */
export function targetsOf({ leaves, nodes }: Subject): readonly Leaf[] {
  const ids = new Set(nodes.map(({ id }) => id));
  return leaves.filter(({ path, key, scalar }) => ids.has(scalar) && (path[0] === "nodes" ? targetKeys.has(key) && !path.includes("data") && !path.includes("output_schema") : headerTargets.has(key)));
}

/** Where a pattern's first group stands in the names of codes. */
export function wordsIn(codes: readonly CodePlace[], pattern: RegExp): readonly { readonly at: Place; readonly word: string; readonly code: CodePlace }[] {
  return codes.flatMap((code) => [...code.bare.matchAll(new RegExp(pattern, "dg"))].map((match) => {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
    return { at: { start: code.at.start + start, end: code.at.start + end }, word: match[1] ?? match[0], code };
  }));
}

function slips(subject: Subject, pattern: RegExp, known: Iterable<string> = []): readonly Mutant[] {
  return wordsIn(subject.codes, pattern).map(({ at, word }) => replaced(subject, at, misspelt(word, known)));
}

/** Names of loops, comprehensions and `set` may be what they like, and so a slip in them is another matter. */
const stateRead = /(?<![\w.])state\.([A-Za-z_]\w*)/g;

export const nameOperators: readonly Operator[] = [
  {
    name: "target-typo",
    wrong: "no node has the name that the target now has",
    mutants: (subject) => targetsOf(subject).map(({ at, scalar }) => replaced(subject, at, misspelt(scalar, subject.nodes.map(({ id }) => id)))),
  },
  {
    name: "node-renamed",
    wrong: "a node that others lead to has another name than they say",
    mutants: (subject) => subject.nodes.flatMap(({ id, entry }) => {
      const users = targetsOf(subject).filter(({ scalar }) => scalar === id);
      return users.length === 0 ? [] : [mutant(subject, [{ at: entry.keyAt, text: misspelt(id, subject.nodes.map((each) => each.id)) }], users.map(({ at }) => at))];
    }),
  },
  {
    name: "end-removed",
    wrong: "a node that others lead to is gone",
    mutants: (subject) => subject.nodes.filter(({ kind }) => kind === "end").flatMap(({ id, entry }) => {
      const users = targetsOf(subject).filter(({ scalar }) => scalar === id);
      const edit = removal(entry, subject.text);
      return users.length === 0 || edit === undefined ? [] : [mutant(subject, [edit], users.map(({ at }) => at))];
    }),
  },
  {
    name: "state-read-typo",
    wrong: "no key of the state has the name that is read",
    mutants: (subject) => slips(subject, stateRead, subject.state.keys()),
  },
  {
    name: "state-key-removed",
    wrong: "a key is read or written that the state does not declare",
    mutants: (subject) => [...subject.state].flatMap(([key, entry]) => {
      const edit = removal(entry, subject.text);
      const reads = wordsIn(subject.codes, stateRead).filter(({ word }) => word === key).map(({ at }) => at);
      const writes = subject.leaves.filter((leaf) => leaf.path[0] === "nodes" && leaf.key === "output_key" && leaf.scalar === key).map(({ at }) => at);
      // What an event brings is declared with the event, too.
      const isBrought = subject.entries.some((each) => each.key === key && each.path.at(-2) === "data");
      return isBrought || edit === undefined || reads.length + writes.length === 0 ? [] : [mutant(subject, [edit], [...reads, ...writes])];
    }),
  },
  {
    name: "output-key-typo",
    wrong: "a node writes a key that the state does not declare",
    mutants: (subject) => subject.leaves.filter(({ path, key, scalar }) => path[0] === "nodes" && key === "output_key" && subject.state.has(scalar)).map(({ at, scalar }) => replaced(subject, at, misspelt(scalar, subject.state.keys()))),
  },
  {
    name: "property-typo",
    wrong: "a closed record of the state has no field of that name",
    mutants: (subject) => wordsIn(subject.codes, /(?<![\w.])state\.\w+\.([A-Za-z_]\w*)(?!\w|\()/g).flatMap(({ at, word, code }) => {
      const key = /state\.(\w+)\.$/.exec(code.bare.slice(0, at.start - code.at.start))?.[1] ?? "";
      const entry = subject.state.get(key);
      const fields = entry === undefined ? [] : childrenOf(subject.entries, entry).map((each) => each.key);
      return fields.includes(word) && !fields.includes("type") ? [replaced(subject, at, misspelt(word, fields))] : [];
    }),
  },
  { name: "root-typo", wrong: "an expression begins with a name that nothing has", mutants: (subject) => slips(subject, /(?<![\w.])(state|output|env|event|error|execution|loop)(?=[.[])/g, ["state", "output", "env", "event", "error"]) },
  { name: "execution-field-typo", wrong: "`execution` and `node` have a few fields, and this is none of them", mutants: (subject) => slips(subject, /(?<![\w.])(?:execution|node)\.([a-z_]+)/g) },
  { name: "function-typo", wrong: "no function has that name", mutants: (subject) => slips(subject, /(?<![\w.|] ?)\b(len|str|int|float|bool|min|max|sum|any|all|sorted|round|abs|list|range|enumerate|zip|dict)(?=\()/g) },
  { name: "method-typo", wrong: "no type has a method of that name", mutants: (subject) => slips(subject, /\.([a-z]+)(?=\()/g) },
  { name: "filter-typo", wrong: "no filter has that name", mutants: (subject) => slips(subject, /\| *([a-z]+)/g, ["length"]) },
  { name: "test-typo", wrong: "no test has that name", mutants: (subject) => slips(subject, /\bis (?:not )?(defined|none|string|number|mapping|even|odd|iterable|boolean|integer|sequence)\b/g) },
  {
    name: "retry-policy-typo",
    wrong: "no retry policy has that name",
    mutants: (subject) => subject.leaves.filter(({ path, key }) => path[0] === "nodes" && path.length === 3 && key === "retry").map(({ at, scalar }) => replaced(subject, at, misspelt(scalar))),
  },
  {
    name: "error-class-typo",
    wrong: "no failure has that class",
    mutants: (subject) => subject.leaves.filter(({ key, scalar }) => key === "retry_on" && /^[a-z_]+$/.test(scalar)).map(({ at, scalar }) => replaced(subject, at, misspelt(scalar))),
  },
  {
    name: "server-typo",
    wrong: "the project declares no server of that name",
    mutants: (subject) => (subject.project.servers === undefined ? [] : subject.leaves.filter(({ path, key }) => path[0] === "nodes" && path.length === 3 && key === "server").map(({ at, scalar }) => replaced(subject, at, misspelt(scalar, subject.project.servers)))),
  },
  {
    name: "file-typo",
    wrong: "the file is not there",
    mutants: (subject) => subject.leaves.filter(({ key }) => key === "prompt_file" || key === "module").filter(({ scalar }) => /\.\w+$/.test(scalar)).map(({ at, scalar }) => replaced(subject, at, scalar.replace(/\.(\w+)$/, "s.$1"))),
  },
  {
    name: "feedback-lost",
    wrong: "`retry_with_feedback` has no model node to go back to",
    mutants: (subject) => subject.nodes.filter(({ keys }) => keys.get("on_fail")?.scalar === "retry_with_feedback" && !keys.has("node")).flatMap((node) => {
      const from = subject.nodes.filter(({ keys, kind }) => keys.get("next")?.scalar === node.id && kind === "model");
      const ways = targetsOf(subject).filter(({ scalar }) => scalar === node.id);
      const way = from[0]?.keys.get("next");
      if (from.length !== 1 || ways.length !== 1 || way === undefined || from[0] === undefined) return [];
      // A pure route between the two has no output of its own, so an http node stands there.
      const added = addition(node.entry, ["between:", "  type: http", "  url: https://example.com", `  next: ${node.id}`], subject.text);
      return present([added]).map((edit) => mutant(subject, [{ at: way.valueAt, text: "between" }, edit], present([node.keys.get("on_fail")?.valueAt])));
    }),
  },
  {
    name: "escalation-nowhere",
    wrong: "`escalate` leads to the header's target, and there is none",
    mutants: (subject) => subject.leaves.filter(({ key, path }) => key === "on_fail" && path[0] === "nodes").filter(() => !subject.entries.some(({ path }) => path.join(".") === "workflow.escalate")).map(({ at }) => replaced(subject, at, "escalate")),
  },
];
