import { Uri, type Diagnostic } from "vscode";
import { LanguageClient, RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient/node";
import type { Executable } from "./executable.ts";

/** A client of the language server of `jamjet`, for every document that may be ours: what is none, the server says nothing of. */
export function languageClient({ command, words, env }: Executable): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "jamjet" }, { language: "yaml" }],
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "jamjet" },
    middleware: { handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(explained)) },
  };
  return new LanguageClient("jamjet", "JamJet", { command, args: [...words, "lsp", "--stdio"], options: { env: { ...process.env, ...env } } }, options);
}

/** A code that opens its explanation, here and without a network. */
function explained(diagnostic: Diagnostic): Diagnostic {
  const code = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  if (typeof code === "string") diagnostic.code = { value: code, target: Uri.parse(`command:jamjet.explain?${encodeURIComponent(JSON.stringify([code]))}`) };
  return diagnostic;
}
