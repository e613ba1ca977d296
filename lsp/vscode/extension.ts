import { statSync } from "node:fs";
import { join } from "node:path";
import { EventEmitter, LanguageStatusSeverity, commands, languages, workspace, type ExtensionContext, type LanguageStatusItem } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { registerMcpServer } from "./agents.ts";
import { documents, languageClient } from "./client.ts";
import { executableOf, type Executable } from "./executable.ts";
import { registerExplanations } from "./explain.ts";
import { registerLenses } from "./lenses.ts";
import { registerPreviews } from "./preview.ts";
import { registerTasks } from "./run.ts";
import { followWorkflows } from "./workflows.ts";

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
  const status = languages.createLanguageStatusItem("jamjet.server", documents);
  status.command = { command: "jamjet.restart", title: "Restart" };
  const restarted = new EventEmitter<void>();
  let client: LanguageClient = languageClient(executable());
  const restart = async (): Promise<void> => {
    await client.dispose();
    const chosen = executable();
    client = languageClient(chosen);
    await start(client, chosen, status);
    restarted.fire();
  };
  followWorkflows(context);
  registerPreviews(context, () => client);
  registerTasks(context, executable);
  registerLenses(context, () => client);
  registerExplanations(context, executable);
  registerMcpServer(context, executable, restarted.event);
  context.subscriptions.push(
    status,
    restarted,
    { dispose: () => client.dispose() },
    commands.registerCommand("jamjet.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("jamjet.server.path") && restart()),
    workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start(client, executable(), status);
}

/** Starts the server and says which one it is, or that it does not start: the client itself tells why. */
async function start(client: LanguageClient, { origin }: Executable, status: LanguageStatusItem): Promise<void> {
  try {
    await client.start();
    status.severity = LanguageStatusSeverity.Information;
    status.text = `JamJet ${client.initializeResult?.serverInfo?.version ?? ""}`;
    status.detail = `of the ${origin}`;
  } catch {
    status.severity = LanguageStatusSeverity.Error;
    status.text = "JamJet does not start";
    status.detail = `that of the ${origin}`;
  }
}
