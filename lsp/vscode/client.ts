import type { Diagnostic } from "vscode";
import { LanguageClient, RevealOutputChannelOn, vsdiag, type LanguageClientOptions } from "vscode-languageclient/node";
import type { Executable } from "./executable.ts";
import { pageOf } from "./explain.ts";
import { lensCommands } from "./lenses.ts";

/** Documents, saved or not; not what other programs show of them, such as an earlier version. */
export const documents = ["jamjet", "yaml"].flatMap((language) => ["file", "untitled"].map((scheme) => ({ language, scheme })));

/** What belongs to a project beside them. */
const beside = [{ language: "markdown" }, { pattern: "**/jamjet.toml" }, { pattern: "**/*.{txt,prompt,j2,jinja,jinja2}" }].map((filter) => ({ ...filter, scheme: "file" }));

/** A client of the language server of `jamjet`, which says nothing of documents that turn out not to be ours. */
export function languageClient({ command, words, env }: Executable): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: [...documents, ...beside],
    initializationOptions: { commands: lensCommands },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(explained)),
      provideDiagnostics: async (document, before, token, next) => {
        const report = await next(document, before, token);
        return report && reportExplained(report);
      },
      provideWorkspaceDiagnostics: (before, token, report, next) => next(before, token, (chunk) => report(chunk && { items: chunk.items.map(reportExplained) })),
    },
  };
  return new LanguageClient("jamjet", "JamJet", { command, args: [...words, "lsp", "--stdio"], options: { env: { ...process.env, ...env } } }, options);
}

function reportExplained<R extends vsdiag.DocumentDiagnosticReport>(report: R): R {
  return report.kind === vsdiag.DocumentDiagnosticReportKind.full ? { ...report, items: report.items.map(explained) } : report;
}

/** A code that leads to its explanation, here and without a network. */
function explained(diagnostic: Diagnostic): Diagnostic {
  const code = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
  if (typeof code === "string") diagnostic.code = { value: code, target: pageOf(code) };
  return diagnostic;
}
