import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, type Compiled } from "../../../compiler/index.ts";
import { renameableAt, renamesAt } from "../../../lsp/features/rename.ts";
import { occurrencesIn, type Occurrence } from "../../../lsp/occurrences.ts";
import { workflowOf } from "../../support/document.ts";
import { examples, type Example } from "../../support/examples.ts";
import { around } from "../../support/workspace.ts";

type Files = { readonly [path: string]: string };

/** What becomes of the files, or why nothing does. */
function renamed(files: string | Files, next: string): unknown {
  const { snapshot, offset, library, edited } = around(typeof files === "string" ? { "work.yaml": files } : files);
  const answer = renamesAt(snapshot, offset, next, library);
  if (answer === undefined || "refusal" in answer) return answer?.refusal;
  const texts = edited(answer.value.edits);
  return typeof files === "string" ? texts["work.yaml"] : texts;
}

const flow = (prompt: string): string => workflowOf(
  `ask: {type: model, model: gpt-4o, prompt: ${prompt}, output_key: a, retry: patient, next: [{when: state.a, to: tell}, {else: "ask"}]}
   tell: {type: wait, timer: 1s, next: 'end'}`,
  "retry_policies: {patient: {max_attempts: 3}}\ndata_policy: {pii_fields: ['$.a']}",
);

it("renames a node wherever control may go to it, in the quotes that are there", () => {
  const text = flow("hi");
  expect(renamed(text.replace("to: tell", "to: t$0ell"), "say")).toBe(text.replaceAll("tell", "say"));
  expect(renamed(text.replace("start: ask", "start: $0ask"), "put-it")).toBe(text.replaceAll("ask", "put-it"));
  expect(renamed(text.replace("  end:", "  e$0nd:"), "done")).toBe(text.replace("'end'", "'done'").replace("  end:", "  done:"));
});

it("renames a key of the state in texts, conditions and paths, and leaves comments and other words alone", () => {
  const text = flow("\"a {{ state.a }} {{ state['a'] }} \\x61 {{ state.\\u0061 }} {# state.a #}\"").replace("nodes:", "nodes: # jamjet-ignore JJ4001: state.a");
  const expected = text.replace("{a: str", "{zz: str").replace("{{ state.a }}", "{{ state.zz }}").replace("state['a']", "state['zz']").replace("state.\\u0061", "state.zz").replace("output_key: a", "output_key: zz").replace("when: state.a", "when: state.zz").replace("$.a", "$.zz");
  expect(renamed(text.replace("output_key: a", "output_key: a$0"), "zz")).toBe(expected);
});

it("quotes a name that YAML would read as something else, but not where it stands in an expression", () => {
  expect(renamed(workflowOf("ask: {type: model, model: gpt-4o, prompt: '{{ state.a }}', output_key: a$0, next: 7}\n7: {type: end}"), "yes")).toContain(`prompt: '{{ state.yes }}', output_key: "yes"`);
  expect(renamed(workflowOf("o$0ne: {type: wait, timer: 1s, next: end}"), "0x1f")).toContain(`start: "0x1f"\n`);
  expect(renamed(workflowOf("o$0ne: {type: wait, timer: 1s, next: end}"), "1e3")).toContain(`  "1e3": {type`);
});

it("renames fields of records, retry policies and variables", () => {
  expect(renamed(workflowOf("tell: {type: model, model: gpt-4o, prompt: '{{ state.plan.title }}', output_key: a, next: end}", "", "plan: {ti$0tle: str}, title: str, a: str"), "name")).toContain("{plan: {name: str}, title: str, a: str}\nnodes:\n  tell: {type: model, model: gpt-4o, prompt: '{{ state.plan.name }}'");
  expect(renamed(flow("hi").replace("retry: patient", "retry: pa$0tient"), "slow")).toBe(flow("hi").replaceAll("patient", "slow"));
  const loop = "'{% for t in state.tags %}{{ t }}{% endfor %}{% for t in state.tags %}{{ t }}{% endfor %}'";
  expect(renamed(flow(loop.replace("{{ t }}", "{{ $0t }}")), "tag")).toBe(flow(loop.replace("for t in", "for tag in").replace("{{ t }}", "{{ tag }}")));
});

it("leaves the program what it was where no name of it is one for the runtime", () => {
  const hashOf = (text: unknown): string | undefined => judged({ "workflow.yaml": String(text) }).program?.hash;
  const text = flow("hi");
  expect(hashOf(renamed(text.replace("retry: patient", "retry: pa$0tient"), "slow"))).toBe(hashOf(text));
  expect(hashOf(renamed(text.replace("start: ask", "start: $0ask"), "put-it"))).not.toBe(hashOf(text));
});

it("renames a key together with the prompt files that read it, and in every document that shares them", () => {
  const one = workflowOf("ask: {type: model, model: gpt-4o, prompt_file: p/ask.md, output_key: b, next: end}", "", "a: str, b: str");
  const files = { "one.yaml": one, "two.yaml": one.replace("id: test", "id: two"), "three.yaml": one.replace("p/ask.md", "ask.md"), "p/ask.md": "{{ state.a }}", "ask.md": "{{ state.a }}" };
  const expected = { "one.yaml": one.replace("a: str", "who: str"), "two.yaml": one.replace("id: test", "id: two").replace("a: str", "who: str"), "p/ask.md": "{{ state.who }}" };
  expect(renamed({ ...files, "one.yaml": one.replace("{a", "{$0a") }, "who")).toEqual(expected);
  expect(renamed({ ...files, "p/ask.md": "{{ state.$0a }}" }, "who")).toEqual(expected);
  expect(renamed({ ...files, "one.yaml": one.replace("{a", "{$0a"), "two.yaml": files["two.yaml"].replace("{a: str", "{who: str, a: str") }, "who")).toBe("'who' is taken already");
});

it("renames a key of another workflow from where it is mapped, there and in all who start it", () => {
  const child = "workflow: {id: child, version: 0.1.0, start: end, inputs: [text], state_schema: {text: str}}\nnodes: {end: {type: end}}\n";
  const parent = workflowOf("call: {type: subgraph, workflow_ref: sub/child.yaml, input_mapping: {text: hi}, output_mapping: {text: a}, next: end}");
  const expected = { "sub/child.yaml": child.replaceAll("text", "body"), "parent.yaml": parent.replaceAll("text", "body"), "other.yaml": parent.replaceAll("text", "body") };
  expect(renamed({ "sub/child.yaml": child, "parent.yaml": parent.replace("{text: hi", "{te$0xt: hi"), "other.yaml": parent }, "body")).toEqual(expected);
  expect(renamed({ "sub/child.yaml": child.replace("[text", "[te$0xt"), "parent.yaml": parent, "other.yaml": parent }, "body")).toEqual(expected);
});

it("moves a file whose path is renamed, and lets all paths to it follow", () => {
  const parent = workflowOf("call: {type: subgraph, workflow_ref: sub/child.yaml, next: end}");
  const { snapshot, offset, library, edited, uriOf } = around({ "a.yaml": parent.replace("sub/ch", "sub/$0ch"), "b.yaml": parent, "sub/c.yaml": parent.replace("sub/child", "child") });
  expect(renamesAt(snapshot, offset, "../child.yaml", library)).toEqual({ refusal: "'../child.yaml' must be a path inside the project, relative to the document" });
  const moved = around({ "a.yaml": parent.replace("sub/ch", "sub/$0ch"), "b.yaml": parent, "sub/c.yaml": parent.replace("sub/child", "child") }, { missing: ["sub/new child.yaml"] });
  const answer = renamesAt(moved.snapshot, offset, "sub/new child.yaml", moved.library);
  if (answer === undefined || "refusal" in answer) throw new Error(answer?.refusal);
  expect(answer.value.move).toEqual({ from: uriOf("sub/child.yaml"), to: uriOf("sub/new child.yaml") });
  expect(edited(answer.value.edits)).toEqual({ "a.yaml": parent.replace("sub/child", "sub/new child"), "b.yaml": parent.replace("sub/child", "sub/new child"), "sub/c.yaml": parent.replace("sub/child", "new child") });
});

it.each([
  ["a: b", "'a: b' must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most 128"],
  ["a\nb", "'a\nb' must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most 128"],
  ["", "'' must begin with a small letter or digit and hold only small letters, digits, '-' and '_', at most 128"],
  ["tell", "'tell' is taken already"],
  ["end", "only a node of type 'end' may have this name"],
  ["pause", "'on_budget_exceeded: pause' means something else"],
  ["constructor", "'constructor' names a part of every JavaScript object"],
  ["__ask", "names that begin with '__' are the compiler's"],
])("refuses to call a node %j, and says why", (next, why) => {
  expect(renamed(flow("hi").replace("start: ask", "start: $0ask"), next)).toBe(why);
});

it.each([
  ["output_key: $0a", "b c", "'b c' must begin with a letter or '_' and hold only letters, digits and '_'"],
  ["output_key: $0a", "count", "'count' is taken already"],
  ["retry: $0patient", "io_default", "'io_default' is a policy that every workflow has"],
  ["model: $0gpt-4o", "x", "nothing declares 'gpt-4o'"],
  ["when: sta$0te.a", "x", "'state' is a word of the language"],
])("refuses at %s to write %j", (place, next, why) => {
  expect(renamed(flow("hi").replace(place.replace("$0", ""), place), next)).toBe(why);
});

it("refuses what would be read as another name, and what nothing declares", () => {
  expect(renamed(workflowOf("ask: {type: model, model: gpt-4o, prompt: '{{ state.gone }}', output_key: $0a, next: end}"), "gone")).toBe("'gone' is named already, though nothing declares it");
  expect(renamed(workflowOf("ask: {type: model, model: gpt-4o, prompt: '{{ state.$0gone }}', output_key: a, next: end}"), "x")).toBe("nothing declares 'gone'");
  expect(renamed("workflow: {id: t, version: 0.1.0, start: one}\nnodes:\n  one: {type: wait, timer: 1s, next: e$0nd}\n", "x")).toBe("nothing declares 'end'");
  const rows = workflowOf("get: {type: http, url: 'https://example.com', output_key: plan, next: end}", "", "plan: {$0title: str}");
  expect(renamed(rows, "name")).toBe("the answer of 'get' has a field 'title', and what it is called there is not decided here");
  expect(renamed(flow("'{% set $0x = 1 %}{% for y in state.tags %}{{ x }}{% endfor %}'"), "y")).toBe("'y' means something else there");
  expect(renamed({ "ask.md": "{% set $0x = 1 %}{{ state.a }}{{ x }}" }, "state")).toBe("'state' is a word of the language");
  expect(renamed({ "ask.md": "{% set $0x = 1 %}{{ x }}" }, "y")).toEqual({ "ask.md": "{% set y = 1 %}{{ y }}" });
  for (const word of ["loop", "state", "not"]) expect(renamed(flow("'{% set $0x = 1 %}{{ x }}'"), word)).toBe(`'${word}' is a word of the language`);
});

it("offers the bare word, and nothing where no name stands", () => {
  const { snapshot, offset, library } = around({ "work.yaml": flow("hi").replace('"ask"', '"a$0sk"') });
  const answer = renameableAt(snapshot, offset, library);
  expect(answer).toMatchObject({ value: { placeholder: "ask" } });
  const at = around({ "work.yaml": flow("hi").replace("max_attempts", "max_$0attempts") });
  expect(renameableAt(at.snapshot, at.offset, at.library)).toBeUndefined();
});

describe.each(examples)("$name", (example) => {
  it("means the same under other names, and is byte for byte what it was once they are taken back", { timeout: 60_000 }, () => {
    const files = filesOf(example);
    const { snapshot } = around(files, { open: "workflow.yaml" });
    const { typed } = snapshot;
    if (typed === undefined) throw new Error("the example is no workflow");
    const before = judged(files);
    const declared = occurrencesIn(typed).filter(({ role, document }) => role === "declare" && document === undefined).filter(({ span }) => !span.block.startsWith("file:"));
    for (const name of declared) {
      const next = `x${name.name.replaceAll("-", "_")}_new`;
      const changed = renamedIn(files, ({ of, id }) => of === name.of && id === name.id, next);
      // What others answer keeps the names that others gave.
      if (changed === undefined) continue;
      const after = judged(changed);
      expect(after.diagnostics.map(({ code }) => code), name.id).toEqual(before.diagnostics.map(({ code }) => code));
      expect(after.summary, name.id).toEqual(before.summary);
      const isIt = ({ of, id, name: word }: Occurrence): boolean => of === name.of && (of === "variable" ? word === next : id === name.id.slice(0, name.id.length - name.name.length) + next);
      expect(renamedIn(changed, isIt, name.name), name.id).toEqual(files);
    }
  });
});

function filesOf({ folder }: Example): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(?:yaml|md|txt)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

function judged(files: Files): Compiled {
  return compile({ uri: "workflow.yaml", text: files["workflow.yaml"] ?? "" }, { project: { servers: undefined, fileExists: () => true, textOf: (path) => (files[path] === undefined ? { ok: false } : { ok: true, text: files[path] }) } });
}

/** The files with another name for what is declared, looked for anew. */
function renamedIn(files: Files, isIt: (name: Occurrence) => boolean, next: string): Files | undefined {
  const { snapshot, library, edited } = around(files, { open: "workflow.yaml" });
  const found = snapshot.typed && occurrencesIn(snapshot.typed).find((each) => each.role === "declare" && isIt(each));
  if (found === undefined) throw new Error("what is to be renamed is not declared");
  const answer = renamesAt(snapshot, snapshot.compiled.blocks.absolute(found.span).start, next, library);
  if (answer === undefined) throw new Error(`'${found.id}' has no name`);
  return "refusal" in answer ? undefined : { ...files, ...edited(answer.value.edits) };
}
