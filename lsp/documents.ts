import { TextDocuments, type TextDocumentContentChangeEvent, type TextDocumentsConfiguration } from "vscode-languageserver";
import { editedSource, partsOf, type SourceText } from "../compiler/index.ts";
import { linesOf, type Encoding, type Lines, type Places } from "./places.ts";

/** One version of a text that the editor holds open. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** The same text for the compiler, which knows what of it is as it was in the version before. */
  readonly source: SourceText;
  readonly places: Places;
}

/** The texts that the editor holds open; `encoding` is asked for once both sides have agreed on it. */
export function openTexts(encoding: () => Encoding): TextDocuments<OpenText> {
  const lines = new WeakMap<OpenText, Lines>();
  const opened = (document: Omit<OpenText, "places" | "text">, before?: OpenText): OpenText => {
    // Not the version itself: each would keep all versions before it.
    const known = before && lines.get(before);
    const made = openSource(document, () => {
      const own = known?.of(partsOf(document.source)) ?? linesOf(partsOf(document.source));
      lines.set(made, own);
      return own.places(encoding());
    });
    return made;
  };
  const configuration: TextDocumentsConfiguration<OpenText> = {
    create: (uri, languageId, version, text) => opened({ uri, languageId, version, source: { uri, text } }),
    update: (document, changes, version) => changes.reduce<OpenText>((before, change) => {
      const { uri, languageId } = before;
      return opened({ uri, languageId, version, source: changed(before, change) }, before);
    }, document),
  };
  return new TextDocuments(configuration);
}

/** A text as if an editor held it. */
export function openText({ uri, languageId, version, text }: Pick<OpenText, "uri" | "languageId" | "version" | "text">, encoding: Encoding): OpenText {
  return openSource({ uri, languageId, version, source: { uri, text } }, () => linesOf([text]).places(encoding));
}

/** Neither the whole text nor its lines are made before somebody asks for them. */
function openSource({ uri, languageId, version, source }: Omit<OpenText, "places" | "text">, placesOf: () => Places): OpenText {
  let places: Places | undefined;
  return {
    uri,
    languageId,
    version,
    source,
    get text() {
      return source.text;
    },
    get places() {
      return (places ??= placesOf());
    },
  };
}

function changed({ source, places }: OpenText, change: TextDocumentContentChangeEvent): SourceText {
  if (!("range" in change)) return { uri: source.uri, text: change.text };
  const ends = [places.offsetAt(change.range.start), places.offsetAt(change.range.end)] as const;
  // Some clients send the ends of a selection that was made backwards.
  return editedSource(source, { start: Math.min(...ends), end: Math.max(...ends), text: change.text });
}
