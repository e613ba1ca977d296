import { createConnection } from "vscode-languageserver/node";
import type { LanguageHost } from "./host.ts";
import { serve } from "./server.ts";

export interface LanguageServerOptions extends LanguageHost {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Serves one editor over a pair of streams until it says goodbye. */
export function startLanguageServer(options: LanguageServerOptions): void {
  serve(createConnection(options.input, options.output), options);
}
