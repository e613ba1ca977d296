import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { catalogue } from "../compiler/index.ts";
import { supportedFeatures } from "../runtime/index.ts";
import { eventSpecs } from "../schemas/event-spec.ts";
import type { Field, Fields, Shape } from "../schemas/field.ts";
import { fileFields, headerFields } from "../schemas/header.ts";
import type { Json, JsonObject } from "../schemas/json.ts";
import { nodeKinds, specOf } from "../schemas/nodes/index.ts";
import type { OpName } from "../schemas/op.ts";
import type { Program } from "../schemas/program.ts";
import { documentOf, programOf } from "./support/documents.ts";
import { filesIn, root, textOf } from "./support/house.ts";
import { variationsOf } from "./support/samples.ts";

it.each(nodeKinds)("%s has an example, if this version runs it, and a page", (kind) => {
  const { needs } = specOf(kind);
  const owed = [`docs/reference/nodes/${kind}.md`, ...(needs === undefined || supportedFeatures.has(needs) ? ["workflow.yaml", "events.txt"].map((file) => `examples/nodes/${kind}/${file}`) : [])];
  expect(owed.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("every code has a fixture whose frame shows it, and a page; no two codes or slugs are the same", () => {
  const frames = (code: string, slug: string): readonly string[] => filesIn(`test/diagnostics/${code}-${slug}`).filter((path) => path.endsWith(".txt"));
  const unshown = catalogue.filter(({ code, slug }) => !frames(code, slug).some((path) => textOf(path).includes(code))).map(({ code, slug }) => `${code}-${slug}`);
  const unwritten = catalogue.filter(({ code, doc }) => doc.trim() === "" || !existsSync(join(root, `docs/reference/diagnostics/${code}.md`))).map(({ code }) => code);
  expect({ unshown, unwritten }).toEqual({ unshown: [], unwritten: [] });
  expect(new Set(catalogue.flatMap(({ code, slug }) => [code, slug])).size).toBe(catalogue.length * 2);
});

it("every op is what some kind lowers to, and every event is written by the runtime", () => {
  const ops: { readonly [N in OpName]: true } = { call: true, judge: true, choose: true, fork: true, join: true, suspend: true, halt: true };
  const lowered = new Set(nodeKinds.flatMap((kind) => programOf(documentOf(kind, {})).ops.map(({ op }) => op)));
  expect([...lowered].sort()).toEqual(Object.keys(ops).sort());
  const runtime = filesIn("runtime").filter((path) => path.endsWith(".ts")).map(textOf).join("\n");
  expect(Object.keys(eventSpecs).filter((type) => !runtime.includes(`type: "${type}"`))).toEqual([]);
});

it("every shape is the shape of something", () => {
  const shapes: { readonly [S in Shape]: true } = {
    text: true, name: true, integer: true, number: true, flag: true, choice: true, duration: true, template: true, expression: true, target: true,
    stateKey: true, type: true, value: true, data: true, list: true, map: true, object: true, tagged: true, either: true,
  };
  const used = [...nodeKinds.map((kind) => specOf(kind).fields), headerFields, fileFields].flatMap((fields) => Object.values<Field>(fields).flatMap(shapesIn));
  expect([...new Set(used)].sort()).toEqual(Object.keys(shapes).sort());
});

const keys = nodeKinds.flatMap((kind) => Object.entries(specOf(kind).fields).flatMap(([name, field]) => variationsOf(field, `${kind}.${name}`).map(({ path, values }) => ({ path, kind, name, values }))));

it.each(keys)("$path reaches the program", ({ path, kind, name, values }) => {
  const [one, other] = (named[path] ?? values).map((value) => programOf(documentOf(kind, value === null ? {} : { [name]: value })));
  expect(meaningOf(one)).not.toEqual(meaningOf(other));
});

const headerKeys = [...variationsIn(headerFields, "workflow"), ...variationsIn(fileFields, "file")];

it.each(headerKeys)("$path reaches the program", ({ path, name, values }) => {
  const [one, other] = (named[path] ?? values).map((value) => {
    const document = documentOf("eval", { on_fail: "escalate" });
    const header = document["workflow"] as JsonObject;
    return programOf(path.startsWith("workflow.") ? { ...document, workflow: { ...header, [name]: value } } : { ...document, [name]: value });
  });
  expect(meaningOf(one)).not.toEqual(meaningOf(other));
});

function shapesIn(field: Field): readonly Shape[] {
  const inside: readonly Field[] =
    field.shape === "list" || field.shape === "map" ? [field.of] :
    field.shape === "object" ? Object.values(field.fields) :
    field.shape === "tagged" ? Object.values(field.variants).flatMap(({ fields }) => Object.values(fields)) :
    field.shape === "either" ? [field.scalar, field.list, field.map].filter((arm) => arm !== undefined) : [];
  return [field.shape, ...inside.flatMap(shapesIn)];
}

function variationsIn(fields: Fields, prefix: string): readonly { readonly path: string; readonly name: string; readonly values: readonly [Json, Json] }[] {
  return Object.entries(fields).flatMap(([name, field]) => variationsOf(field, `${prefix}.${name}`).map(({ path, values }) => ({ path, name, values })));
}

/** Fields whose values are names of the documents below, or ask for others beside them; `null` leaves the field out. */
const named: { readonly [path: string]: readonly [Json, Json] } = {
  "subgraph.workflow_ref": ["child.yaml", "example.yaml"],
  "subgraph.workflow_version": ["^1.0", "^1.1"],
  "subgraph.output_mapping.<name>": [{ first: "answer" }, { first: "notes" }],
  "eval.node": ["before", "first"],
  "wait.condition": ["external_event", null],
  "workflow.inputs[]": [["topic"], ["topic", "notes"]],
  ...Object.fromEntries(["workflow", "file"].flatMap((place) => ["output_tokens", "total_tokens"].map((key) => [`${place}.token_budget.${key}`, [{ [key]: 50_000 }, { [key]: 60_000 }] as const]))),
  "parallel.branches[]": [["left", "right"], ["right", "left"]],
  "join.merge": ["first", "last_writer"],
  "join.wait_for[]": [["left", "right"], ["right", "left"]],
};

/** What a program does, without where it is written. */
function meaningOf(program: Program | undefined): string {
  return JSON.stringify({ ...program, hash: "", debug: "" });
}
