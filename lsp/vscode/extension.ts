import { statSync } from "node:fs";
import { join } from "node:path";
import { commands, window, workspace, type ExtensionContext, type TextEditor } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { languageClient } from "./client.ts";
import { executableOf, type Executable } from "./executable.ts";
import { registerExplanations } from "./explain.ts";
import { registerLenses } from "./lenses.ts";
import { registerPreviews } from "./preview.ts";
import { registerTasks } from "./run.ts";
import { isWorkflow } from "./workflow-text.ts";

/** Called by the editor with the first document that may be ours. */
export async function activate(context: ExtensionContext): Promise<void> {
  const executable = (): Executable => executableOf({
    path: workspace.getConfiguration("jamjet").get("server.path", ""),
    folders: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
    isTrusted: workspace.isTrusted,
    own: join(context.extensionPath, "dist/jamjet.cjs"),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
    node: process.execPath,
  });
  let client: LanguageClient = languageClient(executable());
  const restart = async (): Promise<void> => {
    await client.dispose();
    client = languageClient(executable());
    await client.start();
  };
  registerPreviews(context, () => client);
  registerTasks(context, executable);
  registerLenses(context, () => client);
  registerExplanations(context, executable);
  context.subscriptions.push(
    { dispose: () => client.dispose() },
    commands.registerCommand("jamjet.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("jamjet.server.path") && restart()),
    workspace.onDidGrantWorkspaceTrust(restart),
    window.onDidChangeActiveTextEditor(offerCommands),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && offerCommands(window.activeTextEditor)),
  );
  offerCommands(window.activeTextEditor);
  await client.start();
}

/** Shows the commands on workflows only where one is looked at. */
function offerCommands(editor: TextEditor | undefined): void {
  const isOurs = editor !== undefined && ["yaml", "jamjet"].includes(editor.document.languageId) && isWorkflow(editor.document.getText());
  void commands.executeCommand("setContext", "jamjet.isWorkflow", isOurs);
}
