import { Uri, commands, window, workspace, type ExtensionContext, type TextDocument } from "vscode";

/** Shows the commands on workflows where one is open: `package.json` asks whether the path of an editor is among these. Its address may be another one there, as that of a machine far away. */
export function followWorkflows(context: ExtensionContext): void {
  follow(context, "jamjet.workflows", isWorkflow);
  follow(context, "jamjet.graphs", hasGraph);
}

function follow(context: ExtensionContext, name: string, isOne: (text: string) => boolean): void {
  const open = new Set<string>();
  const tell = (): void => void commands.executeCommand("setContext", name, [...open]);
  const look = (document: TextDocument): void => {
    const key = document.uri.fsPath;
    const isOurs = ["yaml", "jamjet"].includes(document.languageId) && isOne(document.getText());
    if (isOurs === open.has(key)) return;
    if (isOurs) open.add(key);
    else open.delete(key);
    tell();
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidCloseTextDocument(({ uri }) => open.delete(uri.fsPath) && tell()),
  );
  workspace.textDocuments.forEach(look);
}

/** The workflow that a command is about: the one that a menu or a lens names, else the one that is looked at. Tells where there is none. */
export function workflowFor(named: Uri | string | undefined): Promise<TextDocument | undefined> {
  return documentFor(named, isWorkflow);
}

/** The same of a command that draws, which the workflows of a fleet can be. */
export function graphFor(named: Uri | undefined): Promise<TextDocument | undefined> {
  return documentFor(named, hasGraph);
}

async function documentFor(named: Uri | string | undefined, isOne: (text: string) => boolean): Promise<TextDocument | undefined> {
  const document = named === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(typeof named === "string" ? Uri.parse(named) : named);
  if (document !== undefined && isOne(document.getText())) return document;
  void window.showInformationMessage("JamJet: open a workflow for that");
  return undefined;
}

/** By the keys at its top: only then are there a graph to show and something to run. */
function isWorkflow(text: string): boolean {
  return /^workflow[ \t]*:/m.test(text) && /^nodes[ \t]*:/m.test(text);
}

/** A workflow, or a fleet that has some of its own. */
function hasGraph(text: string): boolean {
  return isWorkflow(text) || (/^workflows[ \t]*:/m.test(text) && /\bnodes[ \t]*:/.test(text));
}
