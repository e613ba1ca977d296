import { TextDocuments, type TextDocumentContentChangeEvent, type TextDocumentsConfiguration } from "vscode-languageserver";
import { placesOf, type Encoding, type Places } from "./places.ts";

/** One version of a text that the editor holds open. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly places: Places;
}

/** The texts that the editor holds open; `encoding` is asked for once both sides have agreed on it. */
export function openTexts(encoding: () => Encoding): TextDocuments<OpenText> {
  const configuration: TextDocumentsConfiguration<OpenText> = {
    create: (uri, languageId, version, text) => openText({ uri, languageId, version, text }, encoding()),
    update: (document, changes, version) => openText({ ...document, version, text: changes.reduce((text, change) => changed(text, change, encoding()), document.text) }, encoding()),
  };
  return new TextDocuments(configuration);
}

export function openText(document: Omit<OpenText, "places">, encoding: Encoding): OpenText {
  let places: Places | undefined;
  return {
    uri: document.uri,
    languageId: document.languageId,
    version: document.version,
    text: document.text,
    get places() {
      return (places ??= placesOf(document.text, encoding));
    },
  };
}

function changed(text: string, change: TextDocumentContentChangeEvent, encoding: Encoding): string {
  if (!("range" in change)) return change.text;
  const places = placesOf(text, encoding);
  const ends = [places.offsetAt(change.range.start), places.offsetAt(change.range.end)] as const;
  // Some clients send the ends of a selection that was made backwards.
  return text.slice(0, Math.min(...ends)) + change.text + text.slice(Math.max(...ends));
}
