import type { Diagnostic } from "vscode";
import { LanguageClient, RevealOutputChannelOn, vsdiag, type LanguageClientOptions } from "vscode-languageclient/node";
import type { Executable } from "./executable.ts";
import { pageOf } from "./explain.ts";
import { lensCommands } from "./lenses.ts";

/** A client of the language server of `jamjet`, for every document that may be ours: of what is none, the server says nothing. */
export function languageClient({ command, words, env }: Executable): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "jamjet" }, { language: "yaml" }, { pattern: "**/jamjet.toml" }, { language: "markdown", scheme: "file" }, { pattern: "**/*.{txt,prompt,j2,jinja,jinja2}" }],
    initializationOptions: { commands: lensCommands },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(explained)),
      provideDiagnostics: async (document, before, token, next) => {
        const report = await next(document, before, token);
        return report?.kind === vsdiag.DocumentDiagnosticReportKind.full ? { ...report, items: report.items.map(explained) } : report;
      },
    },
  };
  return new LanguageClient("jamjet", "JamJet", { command, args: [...words, "lsp", "--stdio"], options: { env: { ...process.env, ...env } } }, options);
}

/** A code that leads to its explanation, here and without a network. */
function explained(diagnostic: Diagnostic): Diagnostic {
  const code = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  if (typeof code === "string") diagnostic.code = { value: code, target: pageOf(code) };
  return diagnostic;
}
