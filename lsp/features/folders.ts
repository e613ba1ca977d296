import type { Feature } from "../feature.ts";

/** Follows the folders that are open in the editor. */
export const folders: Feature = {
  capabilities: () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  serve: ({ connection, client, introduce, onReady, projectChanged }) => {
    onReady(() => {
      if (client().capabilities.workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        const kept = client().folders.filter((uri) => !gone.has(uri));
        introduce({ ...client(), folders: [...new Set([...kept, ...added.map(({ uri }) => uri)])] });
        projectChanged();
      });
    });
  },
};
