import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { compile } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { checkInput } from "../../runtime/index.ts";
import { jamjet } from "./fake-io.ts";

const flow = (state: string, prompt: string, header = ""): string => `workflow:
  id: ask
  version: 1.0.0
  state_schema: ${state}
${header}  start: ask
nodes:
  ask:
    type: model
    model: gpt-4o
    prompt: "${prompt}"
    output_key: answer
    next: done
  done:
    type: end
`;
const inputsOf = (text: string, ...words: readonly string[]): ReturnType<typeof jamjet> => jamjet(["inputs", "ask.yaml", ...words], { files: { "ask.yaml": text } });

it("lists each input with its type, whether it must be given, its default and the line that reads it first", async () => {
  const said = await inputsOf(flow("{question: str, tone: {type: string, default: dry}, hint: str, answer: str, extra: int}", "{{ state.question }} {{ state.tone }} {{ state.hint | default('') }}"));
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out.split("\n")).toEqual([
    "input     type            default  first read",
    "question  str   required           ask.yaml:10",
    'tone      str   optional  "dry"    ask.yaml:10',
    "hint      str   optional           ask.yaml:10",
    "",
    `run it with: jamjet run ask.yaml --input '{"question":"…"}'`,
    "",
  ]);
});

it("keeps to the list of the header, also for keys that nobody reads", async () => {
  const said = await inputsOf(flow("{question: str, answer: str, id: int}", "{{ state.question }}", "  inputs: [id, question]\n"));
  expect(said.out.split("\n").slice(1, 3)).toEqual(["id        int   required  ", "question  str   required  ask.yaml:11"]);
});

it("says so where nothing is wanted", async () => {
  expect((await inputsOf(flow("{answer: str}", "hello"))).out).toBe("nothing: the workflow reads no key that it has not written\n");
});

it("gives a JSON Schema that admits what 'run' admits", async () => {
  const text = flow("{order: {id: str, lines: \"list[int]\"}, kind: \"Literal['a', 'b'] | None\", answer: str}", "{{ state.order }} {{ state.kind | default('a') }}");
  const schema = JSON.parse((await inputsOf(text, "--json")).out) as object;
  expect(schema).toMatchObject({ title: "input of ask 1.0.0", required: ["order"], properties: { order: { description: "first read at ask.yaml:10" } } });
  const fits = new Ajv2020().compile(schema);
  const inputs = [{ order: { id: "x", lines: [1] } }, { order: { id: "x", lines: [] }, kind: "b" }, { order: { id: "x", lines: [] }, kind: null }, {}, { order: { id: 1, lines: [] } }, { order: { id: "x", lines: ["1"] } }, { order: { id: "x", lines: [] }, kind: "c" }];
  const { program } = compile({ uri: "ask.yaml", text });
  if (program === undefined) expect.unreachable("it compiles");
  const admitted = inputs.map((input) => checkInput(program, input).problems.every(({ severity }) => severity !== "error"));
  expect(admitted).toEqual([true, true, true, false, false, false, false]);
  expect(inputs.map((input) => fits(input))).toEqual(admitted);
});

it("tells 'run' where an input is asked for, and which keys nothing reads", () => {
  const { program } = compile({ uri: "ask.yaml", text: flow("{question: str, answer: str}", "{{ state.question }}") });
  if (program === undefined) expect.unreachable("it compiles");
  const said = (input: JsonObject): readonly string[] => checkInput(program, input).problems.map(({ severity, message }) => `${severity}: ${message}`);
  expect(said({})).toEqual(["error: the input lacks 'question'; it is asked for at ask.yaml:10"]);
  expect(said({ question: 7 })).toEqual(["error: input 'question': state.question takes str, not int; it is asked for at ask.yaml:10"]);
  expect(said({ question: "why?", answer: "so" })).toEqual(["warning: 'answer' is no input of the workflow: nothing reads what is given for it"]);
});

it("warns of whole numbers that have lost digits on their way in, wherever they stand", () => {
  const { program } = compile({ uri: "ask.yaml", text: flow("{question: any, answer: str}", "{{ state.question }}") });
  if (program === undefined) expect.unreachable("it compiles");
  const said = (text: string): readonly string[] => checkInput(program, JSON.parse(text) as JsonObject).problems.map(({ severity, message }) => `${severity}: ${message}`);
  expect(said('{"question": {"ids": [1, 12345678901234567890]}}')).toEqual(["warning: 'question' holds 12345678901234567000, and whole numbers are exact up to 9007199254740991: give it as a text if each digit counts"]);
  expect(said('{"question": [9007199254740991, 1.5e-30, null, "12345678901234567890"]}')).toEqual([]);
  expect(said(`{"question": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`)).toEqual([]);
});

it("shows what could be read of a document with mistakes", async () => {
  const said = await inputsOf(flow("{question: str, answer: str}", "{{ state.question }}").replace("next: done", "next: dne"));
  expect(said.code).toBe(1);
  expect(said.err).toContain("no node is called 'dne'");
  expect(said.out).toContain("question  str   required  ask.yaml:10");
});

it("lists what events bring, whether they say so or it is read behind them", async () => {
  const text = flow("{approved: bool, note: str, answer: str}", "{{ state.note }}").replace("  ask:\n", "  wait:\n    type: wait\n    event: decided\n    next: ask\n  ask:\n").replace("start: ask", "start: wait");
  const said = await inputsOf(text);
  expect(said.out.split("\n")).toEqual(["nothing: the workflow reads no key that it has not written", "", "event    brings  type  first read", "decided  note    str   ask.yaml:14", ""]);
  const schema = JSON.parse((await inputsOf(text.replace("event: decided\n", "event: decided\n    data: {approved: bool}\n"), "--json")).out) as object;
  expect(schema).toMatchObject({ required: ["note"], $defs: { decided: { properties: { approved: { type: "boolean" } } } } });
});
