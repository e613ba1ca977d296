import { Uri, commands, type ExtensionContext } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

type ServerLocation = Parameters<LanguageClient["protocol2CodeConverter"]["asLocation"]>[0];
type ServerPosition = Parameters<LanguageClient["protocol2CodeConverter"]["asPosition"]>[0];

/** The commands that lenses of the language server may name; the client tells it so. */
export const lensCommands = ["jamjet.run", "jamjet.showInputs", "jamjet.showCost", "jamjet.showReferences"] as const;

/** `jamjet.showReferences` opens the places that a lens has counted: the editor's own command takes nothing of the protocol. */
export function registerLenses(context: ExtensionContext, client: () => LanguageClient): void {
  context.subscriptions.push(
    commands.registerCommand("jamjet.showReferences", (uri: string, position: ServerPosition, locations: readonly ServerLocation[]) => {
      const { asLocation, asPosition } = client().protocol2CodeConverter;
      return commands.executeCommand("editor.action.showReferences", Uri.parse(uri), asPosition(position), locations.map((each) => asLocation(each)));
    }),
  );
}
