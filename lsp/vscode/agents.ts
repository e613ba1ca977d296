import { McpStdioServerDefinition, lm, workspace, type Event, type ExtensionContext } from "vscode";
import type { Executable } from "./executable.ts";

/** Offers `jamjet mcp` to the agents of the editor, which start it when they want it and somebody lets them; `changed` says when another JamJet is to be started. */
export function registerMcpServer(context: ExtensionContext, executable: () => Executable, changed: Event<void>): void {
  context.subscriptions.push(lm.registerMcpServerDefinitionProvider("jamjet.mcp", {
    onDidChangeMcpServerDefinitions: changed,
    provideMcpServerDefinitions: () => {
      const { command, words, env } = executable();
      const server = new McpStdioServerDefinition("JamJet", command, [...words, "mcp"], { ...env });
      const [folder] = workspace.workspaceFolders ?? [];
      if (folder !== undefined) server.cwd = folder.uri;
      return [server];
    },
  }));
}
