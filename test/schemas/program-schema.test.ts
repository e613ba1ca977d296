import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { programSchema } from "../../schemas/generate/program-schema.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import { nodeKinds } from "../../schemas/nodes/index.ts";
import type { Program } from "../../schemas/program.ts";
import { documentOf, programOf } from "../support/documents.ts";
import { compileExample, examples } from "../support/examples.ts";

const accepts = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(programSchema());

it.each(nodeKinds)("the schema accepts the program of a workflow with a %s node", (kind) => check(programOf(documentOf(kind, {}))));

it.each(examples)("the schema accepts the program of $name", (example) => {
  check(compileExample(example).program as Program);
});

it("the schema accepts every form of expression and template", () => {
  const prompt = [
    "{% set x = [1, 2.5, true, None] %}{{ -len(x) + 2 ** 3 }} {{ x[0] if not state.topic else state.topic[1:2] }}",
    "{% for a in range(3) if a > 1 and a < 9 or a in [4] %}{{ loop.index }}{% else %}none{% endfor %}",
    "{% if state.topic is defined %}{{ state.topic.upper() | truncate(5, end='') }}{% endif %}{{ {'a': [b for b in x if b is not none]} }}",
  ].join("\n");
  check(programOf(documentOf("model", { prompt })));
});

it("the schema refuses a program with a key too few or too many, wherever it is", () => {
  const program = programOf(documentOf("eval", { max_retries: 1 })) as unknown as JsonObject;
  const free = /\.(?:fields|settings|lit|value|schema|default)(?:\.|$)|\.ops\.\d+\.(?:description|labels)$|\.workflow\.(?:name|description|labels)$|^\.debug\.inputs$|^\.state(?:$|\.\w+$)/;
  const missed: string[] = [];
  for (const { path, remove, add } of edits(program)) {
    if (remove !== undefined && !free.test(path) && accepts(remove)) missed.push(`${path} removed`);
    if (add !== undefined && !free.test(path) && accepts(add)) missed.push(`${path} added to`);
  }
  expect(missed).toEqual([]);
});

function check(program: Program): void {
  expect(accepts(JSON.parse(JSON.stringify(program))), JSON.stringify(accepts.errors)).toBe(true);
}

interface Edit {
  readonly path: string;
  readonly remove?: Json;
  readonly add?: Json;
}

/** Every program that differs from this one by one key. */
function edits(value: Json, path = ""): readonly Edit[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => edits(item as Json, `${path}.${index}`).map((edit) => within(edit, (inner) => value.with(index, inner))));
  if (!isJsonObject(value)) return [];
  const here: readonly Edit[] = [{ path, add: { ...value, stranger: 1 } }];
  const gone = Object.keys(value).map((name) => ({ path: `${path}.${name}`, remove: Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)) }));
  const deeper = Object.entries(value).flatMap(([name, member]) => edits(member, `${path}.${name}`).map((edit) => within(edit, (inner) => ({ ...value, [name]: inner }))));
  return [...here, ...gone, ...deeper];
}

function within({ path, remove, add }: Edit, wrap: (inner: Json) => Json): Edit {
  return { path, ...(remove === undefined ? {} : { remove: wrap(remove) }), ...(add === undefined ? {} : { add: wrap(add) }) };
}
