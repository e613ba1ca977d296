import { resolve } from "node:path";
import { documentLimits } from "../../schemas/document-limits.ts";
import { type Maybe, found, refusal, refused } from "../answer.ts";
import { answers } from "../answers.ts";
import { diff } from "../commands/diff.ts";
import { explain } from "../commands/explain.ts";
import { graph } from "../commands/graph.ts";
import { inputs } from "../commands/inputs.ts";
import { schema } from "../commands/schema.ts";
import { validate } from "../commands/validate.ts";
import { formatNames } from "../graph/formats.ts";
import type { Io } from "../io.ts";
import { schemaNames } from "../schema-part.ts";
import type { Shape } from "../shapes.ts";
import { completeAnswer, completeShape } from "./complete.ts";
import { fixAnswer, fixShape } from "./fix.ts";
import { type Draft, placeIn, type Scope, withDrafts } from "./scope.ts";
import { type Given, tool, type Tool, type ToolAnswer } from "./tool.ts";

/** How a call says which document it means. */
const documentParams = {
  path: { kind: "text", doc: "the file, relative to the folder of the project" },
  text: { kind: "text", doc: "the document itself, instead of 'path'; nothing has to be saved first" },
  uri: { kind: "text", doc: "with 'text': the path where it lies or would lie, so that its jamjet.toml and the files it names are found" },
} as const;

/** Everything that agents can call, in the order in which they are listed. */
export const tools: readonly Tool[] = [
  tool({
    name: "validate",
    title: "Check workflow documents",
    doc: "Checks JamJet documents (workflows, agents, fleets, policies, jamjet.toml) and points at every mistake: code, message, help, the exact place, the lines of source, and fixes. Runs nothing and reaches no network. Call it after every change, until nothing is found.",
    params: { ...documentParams, path: { kind: "text", doc: "a file, a folder, or a pattern such as 'flows/**/*.yaml', relative to the folder of the project" } },
    shapes: shapesOf("validate"),
    run: (given, scope) => onDocument(given, scope, (word, io) => validate.run({ args: [[word]], options: {} }, io)),
  }),
  tool({
    name: "explain",
    title: "Explain a code",
    doc: "Says what the code of a finding means, why it matters, how to mend it and how to silence it, with a wrong and a right document. Without a code, lists all of them.",
    params: { code: { kind: "text", doc: "such as 'JJ2001', or its name, such as 'unknown-node'" } },
    shapes: shapesOf("explain"),
    run: ({ code }, { io }) => withTold(io, [], (world) => explain.run({ args: [code], options: {} }, world)),
  }),
  tool({
    name: "fix",
    title: "Mend a document",
    doc: "Applies the fixes of all findings of one document that have a safe one, and gives the new text, its edits and what is left to mend by hand. Changes the file only with 'write'.",
    params: {
      ...documentParams,
      unsafe: { kind: "flag", doc: "also apply fixes that may change what the document means" },
      write: { kind: "flag", doc: "replace the file at 'path' by the new text" },
    },
    shapes: [fixShape],
    writes: true,
    run: ({ unsafe, write, ...given }, scope) => {
      if (write && given.text !== undefined) return refusal("a 'text' stands in no file, so there is nothing to write", "leave 'write' out and save the new text, or give the file as 'path'");
      return onDocument(given, scope, (word, io) => fixAnswer(word, io, { safety: unsafe ? "unsafe" : "safe", writing: write ? "write" : "look" }));
    },
  }),
  tool({
    name: "complete",
    title: "What fits at a place",
    doc: "Tells what may be written at a place of a document, as the editor would: keys, node types, values, nodes, state keys, functions and filters, with what each means. Ask it instead of guessing a name; the document may be unfinished.",
    params: {
      ...documentParams,
      line: { kind: "count", required: true, doc: "the line, from 1" },
      column: { kind: "count", doc: "the column, from 1, in UTF-16 units: what is written before it narrows the answer; the end of the line if nothing is said" },
    },
    shapes: [completeShape],
    run: ({ line, column, ...given }, scope) => onDocument(given, scope, (word, io) => completeAnswer(word, io, { line, column })),
  }),
  tool({
    name: "schema",
    title: "JSON Schema of documents",
    doc: "Gives the JSON Schema of a kind of document, or of one part of it: of a node type such as 'model', or of a key such as 'key.retry'. A part is much shorter than the whole.",
    params: {
      document: { kind: "choice", oneOf: schemaNames, doc: "workflow if nothing is said" },
      part: { kind: "text", doc: "a name in its $defs, such as 'model', 'http' or 'key.retry'" },
    },
    shapes: shapesOf("schema"),
    run: ({ document, part }, { io }) => withTold(io, [], (world) => schema.run({ args: [document], options: { part } }, world)).then(asOneLine),
  }),
  tool({
    name: "graph",
    title: "Graph of a workflow",
    doc: "Gives the nodes and edges of a workflow, and a drawing of them.",
    params: { ...documentParams, format: { kind: "choice", oneOf: formatNames, doc: "how to draw: mermaid if nothing is said; ascii is for reading" } },
    shapes: shapesOf("graph"),
    run: ({ format, ...given }, scope) => onDocument(given, scope, (word, io) => graph.run({ args: [word], options: { format } }, io)),
  }),
  tool({
    name: "inputs",
    title: "Input of a workflow",
    doc: "Lists what a workflow wants to be given to run, and what the events that it waits for bring; as data, the JSON Schema of its input.",
    params: documentParams,
    shapes: shapesOf("inputs"),
    run: (given, scope) => onDocument(given, scope, (word, io) => inputs.run({ args: [word], options: {} }, io)),
  }),
  tool({
    name: "diff",
    title: "What a change breaks",
    doc: "Tells what the change from one version of a workflow to another breaks: executions under way, replays of those that ended, and callers. Both versions have to be without errors.",
    params: {
      old_path: { kind: "text", doc: "the file as it was: a document, or a program that 'jamjet compile' wrote" },
      old_text: { kind: "text", doc: "the document as it was, instead of 'old_path'" },
      ...documentParams,
    },
    shapes: shapesOf("diff"),
    run: ({ old_path, old_text, ...given }, scope) => compared({ path: old_path, text: old_text }, given, scope),
  }),
];

type GivenDocument = Partial<Given<typeof documentParams>>;

/** Runs a command on the document of a call. */
function onDocument(given: GivenDocument, scope: Scope, run: (word: string, io: Io) => ToolAnswer | Promise<ToolAnswer>): ToolAnswer | Promise<ToolAnswer> {
  const place = documentIn(given, scope, "path");
  return place.ok ? withTold(scope.io, place.value.drafts, (io) => run(place.value.word, io)) : place.answer;
}

function compared(old: GivenDocument, current: GivenDocument, scope: Scope): ToolAnswer | Promise<ToolAnswer> {
  const after = documentIn(current, scope, "path");
  if (!after.ok) return after.answer;
  const { word, drafts } = after.value;
  // Beside the other, under a name that no file has.
  const aside = `${word} (before)`;
  const named = documentIn(old.text === undefined ? old : { ...old, uri: aside }, scope, "old_path");
  const before = named.ok && old.path !== undefined && drafts.length > 0 && named.value.word === word ? savedAs(aside, word, scope) : named;
  if (!before.ok) return before.answer;
  return withTold(scope.io, [...before.value.drafts, ...drafts], (io) => diff.run({ args: [before.value.word, word], options: {} }, io));
}

/** A file as it is saved, under another name: a draft stands in its place. */
function savedAs(name: string, word: string, { io }: Scope): Maybe<Named> {
  const read = io.read(resolve(io.cwd, word), documentLimits.file_bytes.most + 1);
  return read.ok ? found({ word: name, drafts: [{ path: name, bytes: read.bytes }] }) : refused(`cannot read '${word}': ${read.reason}`);
}

/** What a document is called in messages, and the text that stands in its place. */
interface Named {
  readonly word: string;
  readonly drafts: readonly Draft[];
}

function documentIn({ path, text, uri }: GivenDocument, scope: Scope, param: "path" | "old_path"): Maybe<Named> {
  const textParam = param.replace("path", "text");
  if (path !== undefined && text !== undefined) return refused(`'${param}' and '${textParam}' name two documents`, `leave one of them out${param === "path" ? "; 'uri' says where a 'text' lies" : ""}`);
  if (text === undefined && uri !== undefined) return refused("'uri' says where a 'text' lies, and there is none", "give the file as 'path'");
  if (path === undefined && text === undefined) return refused("no document is named", `give '${param}' or '${textParam}'`);
  const place = placeIn(scope, path ?? uri ?? "untitled.yaml");
  if (!place.ok) return place;
  return found({ word: place.value, drafts: text === undefined ? [] : [{ path: place.value, bytes: new TextEncoder().encode(text) }] });
}

/** Runs something with drafts in the place of files; what it tells on the way is told with its answer. */
async function withTold(world: Io, drafts: readonly Draft[], run: (io: Io) => ToolAnswer | Promise<ToolAnswer>): Promise<ToolAnswer> {
  const { io, told } = withDrafts(world, drafts);
  const answer = await run(io);
  return told() === "" ? answer : { ...answer, more: [...(answer.more ?? []), told()] };
}

/** Schemas are long, and models read them without indentation. */
function asOneLine(answer: ToolAnswer): ToolAnswer {
  return answer.to === "err" ? answer : { ...answer, lines: [JSON.stringify(answer.data)] };
}

function shapesOf(command: string): readonly Shape[] {
  return (answers[command] ?? []).map(({ shape }) => shape);
}
