import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import type { Feature } from "../feature.ts";

/** What a document compiles to. */
export interface ProgramAnswer {
  readonly version: number;
  /** Indented JSON. */
  readonly text: string;
}

/** `jamjet/program`: null where there is an error, and for what is no workflow. */
const programRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, ProgramAnswer | null, void>("jamjet/program");

export const program: Feature = {
  capabilities: () => ({ experimental: { program: true } }),
  serve: ({ connection, answering }) => {
    connection.onRequest(programRequest, answering<{ readonly textDocument: TextDocumentIdentifier }, ProgramAnswer | null>(null, ({ version, compiled }) => {
      const emitted = compiled.program;
      return emitted === undefined ? null : { version, text: JSON.stringify(emitted, undefined, 2) };
    }));
  },
};
