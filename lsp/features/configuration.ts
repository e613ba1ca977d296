import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { settingsSection } from "../settings.ts";

/** Follows the user's settings: asks the client for them, or takes what it says. */
export const configuration: Feature = {
  capabilities: () => ({}),
  serve: ({ connection, client, configure, asking, onReady }) => {
    const ask = (): void => asking(async () => configure(await connection.workspace.getConfiguration(settingsSection)));
    onReady(() => {
      const { isAskedForSettings, capabilities } = client();
      if (isAskedForSettings) ask();
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) asking(() => connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }));
    });
    connection.onDidChangeConfiguration(({ settings }: DidChangeConfigurationParams) => (client().isAskedForSettings ? ask() : configure(settings)));
  },
};
