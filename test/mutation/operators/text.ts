import { mutant, replaced, type Operator } from "../mutant.ts";

export const textOperators: readonly Operator[] = [
  {
    name: "tab-indent",
    wrong: "tabs do not indent in YAML",
    mutants: (subject) => subject.nodes.flatMap(({ keys }) => [...keys.values()]).filter(({ isFlow, keyAt, scalar }) => !isFlow && scalar !== undefined && subject.text[keyAt.start - 1] === " ").map(({ keyAt }) => {
      const start = subject.text.lastIndexOf("\n", keyAt.start) + 1;
      return mutant(subject, [{ at: { start, end: keyAt.start }, text: "\t" }]);
    }),
  },
  { name: "colon-lost", wrong: "a key without its colon is a text that hangs in the air", mutants: (subject) => subject.nodes.filter(({ entry }) => !entry.isFlow && subject.text[entry.keyAt.end] === ":").map(({ entry }) => mutant(subject, [{ at: { start: entry.keyAt.end, end: entry.keyAt.end + 1 }, text: "" }], [entry.keyAt])) },
  {
    name: "quote-unclosed",
    wrong: "a quoted text never ends",
    mutants: (subject) => subject.leaves.filter(({ at, path }) => path[0] === "nodes" && subject.text[at.start] === '"' && subject.text[at.end - 1] === '"' && subject.text.indexOf('"', at.end) < 0).map(({ at }) => mutant(subject, [{ at: { start: at.end - 1, end: at.end }, text: "" }], [{ start: at.start, end: at.start + 1 }])),
  },
  {
    name: "bracket-unclosed",
    wrong: "a list in brackets never ends",
    mutants: (subject) => subject.entries.filter(({ valueAt, path, isFlow }) => path[0] === "nodes" && !isFlow && subject.text[valueAt.start] === "[" && subject.text[valueAt.end - 1] === "]").map(({ valueAt }) => mutant(subject, [{ at: { start: valueAt.end - 1, end: valueAt.end }, text: "" }], [{ start: valueAt.start, end: valueAt.start + 1 }, { start: valueAt.end - 1, end: valueAt.end - 1 }])),
  },
  {
    name: "template-unquoted",
    wrong: "YAML reads two braces as a mapping",
    mutants: (subject) => subject.leaves.filter(({ at, scalar, path }) => path[0] === "nodes" && /^"\{\{.*\}\}"$/.test(subject.text.slice(at.start, at.end)) && !scalar.includes("'") && scalar.indexOf("{{", 2) < 0).map(({ at }) => replaced(subject, at, subject.text.slice(at.start + 1, at.end - 1))),
  },
  { name: "alias-unknown", wrong: "no anchor has that name", mutants: (subject) => subject.leaves.filter(({ at, path, key }) => path[0] === "nodes" && path.length === 3 && key !== "type" && /^\w/.test(subject.text[at.start] ?? "")).map(({ at }) => replaced(subject, at, "*nowhere")) },
  { name: "second-document", wrong: "a file holds one document", mutants: (subject) => [mutant(subject, [{ at: { start: subject.text.length, end: subject.text.length }, text: "\n---\nmore: 1\n", token: "---" }])] },
  { name: "hidden-character", wrong: "a name holds a character that nobody sees", mutants: (subject) => subject.nodes.filter(({ entry }) => !entry.isFlow).map(({ entry }) => mutant(subject, [{ at: { start: entry.keyAt.end - 1, end: entry.keyAt.end - 1 }, text: "\u200b" }])) },
];
