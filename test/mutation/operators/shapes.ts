import { headerFields } from "../../../schemas/header.ts";
import type { Field, Fields } from "../../../schemas/field.ts";
import { kindNamed, specOf } from "../../../schemas/nodes/index.ts";
import { addition, misspelt, mutant, present, removal, replaced, type Operator } from "../mutant.ts";
import type { Entry, NodePart, Subject } from "../subject.ts";

interface Declared {
  readonly entry: Entry;
  readonly name: string;
  readonly field: Field;
  readonly owner: Entry;
  readonly fields: Fields;
}

/** The keys of nodes and of the header, at every depth, with what the language declares them to be. */
function declared(subject: Subject): readonly Declared[] {
  const header = subject.entries.find(({ path }) => path.join() === "workflow");
  return [...(header === undefined ? [] : keysOf(subject, header.path, header, headerFields)), ...subject.nodes.flatMap(({ kind, entry }) => keysOf(subject, entry.path, entry, fieldsOf(kind)))];
}

function fieldsOf(kind: string): Fields {
  const named = kindNamed(kind);
  return named === undefined ? {} : specOf(named).fields;
}

function keysOf(subject: Subject, path: readonly string[], owner: Entry, fields: Fields): readonly Declared[] {
  return subject.entries.filter((each) => each.path.length === path.length + 1 && path.every((step, at) => each.path[at] === step)).flatMap((entry) => {
    const found = Object.entries(fields).find(([name, { aliases }]) => name === entry.key || aliases?.includes(entry.key));
    return found === undefined ? [] : [{ entry, name: found[0], field: found[1], owner, fields }, ...below(subject, entry.path, entry, found[1])];
  });
}

/** What is declared of the mappings inside a value. */
function below(subject: Subject, path: readonly string[], owner: Entry, field: Field): readonly Declared[] {
  switch (field.shape) {
    case "object": return keysOf(subject, path, owner, field.fields);
    case "tagged": {
      const tag = subject.leaves.find((leaf) => leaf.path.join() === [...path, field.tag].join())?.scalar ?? "";
      return keysOf(subject, path, owner, { [field.tag]: { shape: "choice", options: Object.keys(field.variants), doc: "" }, ...field.variants[tag]?.fields });
    }
    case "list": return [...itemsOf(subject, path)].flatMap((item) => below(subject, [...path, item], owner, field.of));
    case "either": return present([field.list, field.map]).flatMap((each) => below(subject, path, owner, each));
    default: return [];
  }
}

function itemsOf({ entries }: Subject, path: readonly string[]): ReadonlySet<string> {
  return new Set(entries.filter((each) => each.path.length > path.length && path.every((step, at) => each.path[at] === step)).flatMap((each) => (/^\d+$/.test(each.path[path.length] ?? "") ? [each.path[path.length] as string] : [])));
}

/** The scalar behind a field whose shape, or the scalar form of it, is one of `shapes`. */
function ofShape(subject: Subject, shapes: readonly Field["shape"][]): readonly Declared[] {
  return declared(subject).filter(({ field, entry }) => entry.scalar !== undefined && shapes.includes(field.shape));
}

/** A key that only nodes of other kinds have. */
function foreignKey(node: NodePart): string | undefined {
  const own = new Set(Object.entries(fieldsOf(node.kind)).flatMap(([name, { aliases }]) => [name, ...(aliases ?? [])]));
  return ["temperature: 0.2", "approvers: [ana]", "join: nobody", "wait_for: [nobody]"].find((line) => !own.has(line.split(":")[0] ?? ""));
}

export const shapeOperators: readonly Operator[] = [
  {
    name: "key-typo",
    wrong: "nobody declares a key of that name",
    mutants: (subject) => declared(subject).map(({ entry, fields }) => replaced(subject, entry.keyAt, misspelt(entry.key, Object.entries(fields).flatMap(([name, { aliases }]) => [name, ...(aliases ?? [])])))),
  },
  {
    name: "top-key-typo",
    wrong: "a document has no part of that name",
    mutants: (subject) => subject.entries.filter(({ path }) => path.length === 1).map(({ keyAt, key }) => replaced(subject, keyAt, misspelt(key))),
  },
  {
    name: "key-dropped",
    wrong: "a key is missing that its kind demands",
    mutants: (subject) => declared(subject).filter(({ field, name, entry }) => field.optional !== true && name !== "type" && !entry.path.some((step) => /^\d+$/.test(step))).flatMap(({ entry, owner }) => present([removal(entry, subject.text)]).map((edit) => mutant(subject, [edit], [owner.keyAt]))),
  },
  {
    name: "prompt-dropped",
    wrong: "a model is asked nothing",
    mutants: (subject) => subject.nodes.filter(({ kind, keys }) => kind === "model" && !keys.has("prompt_file")).flatMap(({ entry, keys }) => present([keys.get("prompt")]).flatMap((prompt) => present([removal(prompt, subject.text)])).map((edit) => mutant(subject, [edit], [entry.keyAt]))),
  },
  {
    name: "event-dropped",
    wrong: "a wait ends on nothing",
    mutants: (subject) => subject.nodes.filter(({ kind, keys }) => kind === "wait" && ["event", "timer", "until"].filter((key) => keys.has(key)).length === 1).flatMap(({ entry, keys }) => present([keys.get("event"), keys.get("timer"), keys.get("until")]).flatMap((key) => present([removal(key, subject.text)])).map((edit) => mutant(subject, [edit], [entry.keyAt]))),
  },
  {
    name: "type-dropped",
    wrong: "a node without a kind means nothing",
    mutants: (subject) => subject.nodes.flatMap(({ entry, keys }) => {
      const type = keys.get("type");
      const edit = type === undefined ? undefined : removal(type, subject.text);
      return edit === undefined ? [] : [mutant(subject, [edit], [entry.keyAt])];
    }),
  },
  { name: "kind-typo", wrong: "no kind of node has that name", mutants: (subject) => subject.nodes.flatMap(({ kind, keys }) => present([keys.get("type")]).map(({ valueAt }) => replaced(subject, valueAt, misspelt(kind)))) },
  {
    name: "foreign-key",
    wrong: "the key belongs to nodes of another kind",
    mutants: (subject) => subject.nodes.flatMap((node) => {
      const line = foreignKey(node);
      const first = [...node.keys.values()][0];
      const edit = line === undefined || first === undefined ? undefined : addition(first, [line], subject.text);
      return edit === undefined ? [] : [mutant(subject, [{ ...edit, token: line?.split(":")[0] ?? "" }])];
    }),
  },
  {
    name: "key-twice",
    wrong: "one of two values of a key would be lost",
    mutants: (subject) => declared(subject).filter(({ entry }) => entry.scalar !== undefined && !entry.isFlow && !entry.scalar.includes("\n")).flatMap(({ entry }) => {
      const line = `${entry.key}: ${subject.text.slice(entry.valueAt.start, entry.valueAt.end)}`;
      return line.includes("\n") ? [] : present([addition(entry, [line], subject.text)]).map((edit) => mutant(subject, [edit], [entry.keyAt]));
    }),
  },
  {
    name: "node-twice",
    wrong: "one of two nodes of a name would be lost",
    mutants: (subject) => subject.nodes.flatMap(({ id, entry }) => present([addition(entry, [`${id}: {type: end}`], subject.text)]).map((edit) => mutant(subject, [edit], [entry.keyAt]))),
  },
  { name: "choice-typo", wrong: "the word is none of those that the key allows", mutants: (subject) => ofShape(subject, ["choice"]).map(({ entry }) => replaced(subject, entry.valueAt, misspelt(entry.scalar ?? ""))) },
  { name: "duration-broken", wrong: "the text is no duration", mutants: (subject) => ofShape(subject, ["duration"]).flatMap(({ entry }) => ["soon", "10 parsecs"].map((text) => replaced(subject, entry.valueAt, text))) },
  { name: "word-for-number", wrong: "a number is expected, and a word stands there", mutants: (subject) => ofShape(subject, ["integer", "number"]).map(({ entry }) => replaced(subject, entry.valueAt, "three")) },
  { name: "word-for-flag", wrong: "true or false is expected, and a word stands there", mutants: (subject) => ofShape(subject, ["flag"]).map(({ entry }) => replaced(subject, entry.valueAt, "maybe")) },
  { name: "fraction-for-integer", wrong: "a whole number is expected", mutants: (subject) => ofShape(subject, ["integer"]).map(({ entry }) => replaced(subject, entry.valueAt, "1.5")) },
  {
    name: "out-of-range",
    wrong: "the number is beyond what its key allows",
    mutants: (subject) => ofShape(subject, ["integer", "number"]).flatMap(({ entry, field }) => {
      if (field.shape !== "integer" && field.shape !== "number") return [];
      const beyond = [field.min === undefined ? undefined : field.min - 1, field.max === undefined ? undefined : field.max + 1];
      return present(beyond).map((number) => replaced(subject, entry.valueAt, `${number}`));
    }),
  },
  { name: "list-for-text", wrong: "one text is expected, and a list stands there", mutants: (subject) => ofShape(subject, ["text", "template", "name"]).filter(({ entry }) => !entry.scalar?.includes("\n")).map(({ entry }) => mutant(subject, [{ at: entry.valueAt, text: "[one, two]" }])) },
  { name: "text-for-mapping", wrong: "a mapping is expected, and a text stands there", mutants: (subject) => declared(subject).filter(({ field, entry }) => (field.shape === "object" || field.shape === "map") && entry.scalar === undefined && !entry.isFlow && subject.text[entry.valueAt.start] === "{").map(({ entry }) => replaced(subject, entry.valueAt, "nothing")) },
  { name: "version-broken", wrong: "the text is no semantic version", mutants: (subject) => ["one", "1.0", "v1.0.0"].flatMap((text) => subject.entries.filter(({ path }) => path.join(".") === "workflow.version").map(({ valueAt }) => replaced(subject, valueAt, text))) },
  { name: "id-broken", wrong: "an id has small letters, digits, '-' and '_'", mutants: (subject) => subject.entries.filter(({ path }) => path.join(".") === "workflow.id").flatMap(({ valueAt }) => ["My Flow", "a.b", "__mine"].map((text) => replaced(subject, valueAt, text))) },
  {
    name: "node-id-broken",
    wrong: "a node's id has small letters, digits, '-' and '_'",
    mutants: (subject) => subject.nodes.map(({ entry, id }) => {
      const wrong = `${id}.1`;
      return mutant(subject, [{ at: entry.keyAt, text: wrong, token: wrong }, ...subject.leaves.filter(({ key, scalar }) => scalar === id && ["next", "to", "else", "start", "default", "join", "on_error", "on_timeout", "on_approved", "on_rejected", "branches", "wait_for"].includes(key)).map(({ at }) => ({ at, text: wrong }))]);
    }),
  },
  {
    name: "both-of-two",
    wrong: "a prompt and a file with the prompt exclude each other",
    mutants: (subject) => subject.nodes.flatMap(({ keys }) => {
      const prompt = keys.get("prompt");
      const edit = prompt === undefined ? undefined : addition(prompt, ["prompt_file: prompts/ask.md"], subject.text);
      return edit === undefined || prompt === undefined ? [] : [mutant(subject, [{ ...edit, token: "prompt_file" }])];
    }),
  },
];
