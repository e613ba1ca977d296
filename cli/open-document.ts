import { createWorkspace, type Compiled, type CostFacts, type EventFact, type InputFact, type Outline } from "../compiler/index.ts";
import { type Maybe, found } from "./answer.ts";
import { compileDocument, projectOf, readDocument, viewOf, workflowIn } from "./documents.ts";
import type { Exit } from "./exit.ts";
import type { Io } from "./io.ts";
import { countOf, countText, findingData, findingLines } from "./render/diagnostics.ts";
import { tell } from "./tell.ts";

/** What a document says, whatever is wrong with it. */
export interface OpenDocument {
  readonly compiled: Compiled;
  readonly outline: Outline;
  readonly inputs: readonly InputFact[];
  readonly events: readonly EventFact[];
  /** What an execution takes; undefined where the graph is not known whole. */
  readonly cost: () => CostFacts | undefined;
  /** `findings` where something is wrong: what is shown of it holds as far as it could be read. */
  readonly exit: Exit;
}

/** The document of one word of the command line. Its errors are told on the way; only where nothing could be read they are the answer. */
export function openDocument(word: string, io: Io): Maybe<OpenDocument> {
  const document = readDocument(word, io);
  if (!document.ok) return document;
  const { source, folder } = document.value;
  const project = projectOf(folder, io);
  if (!project.ok) return project;
  const workspace = createWorkspace({ project: viewOf(project.value, document.value, io) });
  if (document.value.unreadable.length === 0) workspace.setText(source);
  const checked = workflowIn(workspace.compiled(source.uri) ?? compileDocument(document.value, project.value, io));
  if (!checked.ok) return checked;
  const compiled = checked.value;
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  const lines = errors.length === 0 ? [] : [...findingLines({ ...compiled, diagnostics: errors }, io.err.columns ?? 80), countText(countOf(errors))];
  const outline = workspace.outline(source.uri);
  const inputs = workspace.inputs(source.uri);
  const events = workspace.events(source.uri);
  if (outline === undefined || inputs === undefined || events === undefined) return { ok: false, answer: { exit: "findings", data: { diagnostics: findingData(compiled) }, lines, to: "err" } };
  if (lines.length > 0) tell(io, lines);
  return found({ compiled, outline, inputs, events, cost: () => workspace.cost(source.uri), exit: errors.length === 0 ? "fine" : "findings" });
}
