import { basename, dirname } from "node:path";
import { ProcessExecution, Task, TaskRevealKind, TaskScope, commands, tasks, window, workspace, type ExtensionContext, type TextDocument, type Uri } from "vscode";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import type { Executable } from "./executable.ts";
import { askJamjet } from "./ask-jamjet.ts";
import { questionsOf, readingOf, type Question } from "./questions.ts";
import { workflowFor } from "./workflows.ts";

/** `jamjet.run` asks for the inputs of a workflow and executes it in a terminal, others tell what it takes; `jamjet.validate` judges every document of the workspace. */
export function registerTasks(context: ExtensionContext, executable: () => Executable): void {
  context.subscriptions.push(
    commands.registerCommand("jamjet.run", async (named?: Uri | string) => {
      const document = await workflowFor(named);
      if (document !== undefined) await run(document, context, executable());
    }),
    commands.registerCommand("jamjet.showInputs", (named?: Uri | string) => tell("inputs", named, executable())),
    commands.registerCommand("jamjet.showCost", (named?: Uri | string) => tell("cost", named, executable())),
    commands.registerCommand("jamjet.validate", async () => {
      for (const { name, uri } of workspace.workspaceFolders ?? []) await start(executable(), `validate ${name}`, ["validate", "."], uri.fsPath);
    }),
  );
}

/** What a command of JamJet says of a document as it is stored, in a terminal; of the one that is looked at, where none is named. */
async function tell(question: "inputs" | "cost", named: Uri | string | undefined, executable: Executable): Promise<void> {
  const document = await workflowFor(named);
  if (document === undefined) return;
  const file = document.uri.fsPath;
  await start(executable, `${question} ${basename(file)}`, [question, basename(file)], dirname(file));
}

async function run(document: TextDocument, { workspaceState }: ExtensionContext, executable: Executable): Promise<void> {
  if (document.isUntitled || !(await document.save())) return void window.showWarningMessage("JamJet: save the workflow before you run it");
  const file = document.uri.fsPath;
  const schema = await askJamjet(executable, ["inputs", basename(file)], dirname(file));
  const problem = problemOf(schema);
  if (schema === undefined || problem !== undefined) return void window.showErrorMessage(`JamJet: ${problem ?? "the inputs of the workflow are unknown: does 'jamjet' start?"}`);
  const remembered = `input of ${document.uri.toString()}`;
  const input = await askInput(basename(file), questionsOf(schema, workspaceState.get<JsonObject>(remembered, {})));
  if (input === undefined) return;
  await workspaceState.update(remembered, input);
  const more = workspace.getConfiguration("jamjet", document).get<readonly string[]>("run.arguments", []);
  await start(executable, `run ${basename(file)}`, ["run", basename(file), "--input", JSON.stringify(input), ...more], dirname(file));
}

/** The answers to all questions; `undefined` where somebody thought better of it. */
async function askInput(name: string, questions: readonly Question[]): Promise<JsonObject | undefined> {
  const input: { [key: string]: Json } = {};
  for (const [index, question] of questions.entries()) {
    const title = `Run ${name} (${index + 1} of ${questions.length})`;
    const typed = question.choices === undefined ? await typedAnswer(question, title) : await chosenAnswer(question, title);
    if (typed === undefined) return undefined;
    const reading = readingOf(question, typed);
    if (reading.ok && reading.value !== undefined) input[question.key] = reading.value;
  }
  return input;
}

function typedAnswer(question: Question, title: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: promptOf(question),
    value: question.preset,
    ignoreFocusOut: true,
    validateInput: (typed) => {
      const reading = readingOf(question, typed);
      return reading.ok ? undefined : reading.problem;
    },
  });
}

function chosenAnswer(question: Question, title: string): Thenable<string | undefined> {
  const choices = (question.choices ?? []).map((choice) => (typeof choice === "string" ? choice : JSON.stringify(choice)));
  // The one of last time is the first, and leaving an optional input out is a choice like any other.
  const sorted = choices.toSorted((a, b) => Number(b === question.preset) - Number(a === question.preset));
  return window.showQuickPick(question.isRequired ? sorted : [...sorted, ""], { title, placeHolder: promptOf(question), ignoreFocusOut: true });
}

function promptOf({ key, schema, isRequired }: Question): string {
  const doc = typeof schema["description"] === "string" ? `: ${schema["description"]}` : "";
  return `${key}${isRequired ? "" : " (optional)"}${doc}`;
}

/** What kept `jamjet` from an answer. */
function problemOf(answer: Json | undefined): string | undefined {
  const error = isJsonObject(answer) ? answer["error"] : undefined;
  return isJsonObject(error) && typeof error["message"] === "string" ? error["message"] : undefined;
}

/** Starts JamJet in a terminal of its own; no shell reads its words. */
async function start({ command, words, env }: Executable, name: string, question: readonly string[], cwd: string): Promise<void> {
  const task = new Task({ type: "process" }, TaskScope.Workspace, name, "jamjet", new ProcessExecution(command, [...words, ...question], { cwd, env: { ...env } }));
  task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true, echo: false, showReuseMessage: false };
  await tasks.executeTask(task);
}
