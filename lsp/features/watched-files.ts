import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Feature } from "../feature.ts";

/** What the judgement of a document may depend on besides its own text. */
const watched = ["**/jamjet.toml", "**/jamjet.lock", "**/.env.example", "**/*.{yaml,yml,md,markdown,txt,prompt,j2,jinja,jinja2,json,py,js,mjs,cjs,ts,mts}"];

/** Follows files that the editor does not hold open, where it tells of them. */
export const watchedFiles: Feature = {
  capabilities: () => ({}),
  serve: ({ connection, client, asking, onReady, projectChanged }) => {
    onReady(() => {
      if (client().watchesFiles) asking(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched.map((globPattern) => ({ globPattern })) }));
    });
    connection.onDidChangeWatchedFiles(projectChanged);
  },
};
