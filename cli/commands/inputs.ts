import { lineIndex, type Compiled, type EventFact, type InputFact } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { schemaOfType } from "../../schemas/type-json.ts";
import { describeType } from "../../schemas/type.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { openDocument } from "../open-document.ts";
import type { Line } from "../render/page.ts";
import { table } from "../render/table.ts";
import { sampleOf } from "../sample.ts";
import { shellWord } from "../shell.ts";

export const inputs = command({
  name: "inputs",
  summary: "list what a workflow wants to be given; as JSON, the JSON Schema of its input",
  arguments: { file: { doc: "a workflow document, or - for standard input" } },
  options: {},
  exits: ["fine", "findings"],
  examples: ["jamjet inputs workflow.yaml", "jamjet inputs workflow.yaml --json > input.schema.json"],
  run({ args }, io) {
    const document = openDocument(args.file, io);
    if (!document.ok) return document.answer;
    const { compiled, inputs: facts, events, outline, exit } = document.value;
    const placeOf = placesIn(compiled);
    const schema: JsonObject = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: `input of ${outline.id} ${outline.version}`,
      type: "object",
      properties: Object.fromEntries(facts.map((fact) => [fact.key, propertyOf(fact, placeOf(fact))])),
      required: facts.flatMap(({ key, required }) => (required ? [key] : [])),
      ...(events.length === 0 ? {} : { $defs: Object.fromEntries(events.map((event) => [event.event, payloadOf(event, placeOf)])) }),
    };
    const lines = facts.length === 0 ? ["nothing: the workflow reads no key that it has not written"] : linesOf(facts, placeOf, args.file, io.out.columns);
    return answer(exit, schema, [...lines, ...eventLines(events, placeOf, io.out.columns)]);
  },
});

type PlaceOf = (fact: Pick<InputFact, "readAt">) => string;

function placesIn({ source, blocks }: Compiled): PlaceOf {
  const lines = lineIndex(source.text);
  return ({ readAt }) => {
    if (readAt === undefined) return "";
    const file = blocks.fileOf(readAt);
    if (file !== undefined) return `${file.source.uri}:${file.lines.positionAt(readAt.start).line + 1}`;
    return `${source.uri}:${lines.positionAt(blocks.absolute(readAt).start).line + 1}`;
  };
}

/** What the payload of an event holds; what is not declared is only what the workflow goes on to read. */
function payloadOf({ event, declared, fields }: EventFact, placeOf: PlaceOf): JsonObject {
  return {
    description: `payload of the event ${event}${declared ? "" : ", as far as it is read"}`,
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.key, propertyOf(field, placeOf(field))])),
  };
}

function eventLines(events: readonly EventFact[], placeOf: PlaceOf, screen: number | undefined): readonly Line[] {
  const rows = events.flatMap(({ event, fields }) => fields.map((field) => [event, field.key, describeType(field.type), placeOf(field)]));
  const columns = [{ title: "event" }, { title: "brings" }, { title: "type" }, { title: "first read" }];
  return rows.length === 0 ? [] : ["", ...table(columns, rows, screen)];
}

function propertyOf({ type, schema, default: preset }: Pick<InputFact, "type" | "schema" | "default">, place: string): JsonObject {
  const own: JsonObject = schema ?? schemaOfType(type);
  return {
    ...own,
    ...(preset === undefined || "default" in own ? {} : { default: preset }),
    ...(place === "" || "description" in own ? {} : { description: `first read at ${place}` }),
  };
}

function linesOf(facts: readonly InputFact[], placeOf: (fact: InputFact) => string, file: string, screen: number | undefined): readonly Line[] {
  const columns: readonly { readonly title: string; readonly of: (fact: InputFact) => string }[] = [
    { title: "input", of: ({ key }) => key },
    { title: "type", of: ({ type }) => describeType(type) },
    { title: "", of: ({ required }) => (required ? "required" : "optional") },
    { title: "default", of: ({ default: preset }) => (preset === undefined ? "" : JSON.stringify(preset)) },
    { title: "first read", of: placeOf },
  ];
  const filled = columns.filter(({ of }) => facts.some((fact) => of(fact) !== ""));
  const rows = table(filled, facts.map((fact) => filled.map(({ of }) => of(fact))), screen);
  const sample = Object.fromEntries(facts.flatMap(({ key, type, required }) => (required ? [[key, sampleOf(type)]] : [])));
  const words = ["jamjet", "run", file, ...(Object.keys(sample).length === 0 ? [] : ["--input", JSON.stringify(sample)])];
  return file === "-" ? rows : [...rows, "", [{ tone: "dim", text: "run it with: " }, words.map(shellWord).join(" ")]];
}
