import { looksLikeDocument } from "../compiler/index.ts";
import type { OpenText } from "./documents.ts";
import type { Snapshot } from "./snapshot.ts";

/** Which of the open texts are ours: editors open YAML and prose of every kind. */
export interface Ours {
  readonly has: (document: OpenText, snapshot: Snapshot) => boolean;
  readonly forget: (uri: string) => void;
}

/** What was once ours stays it until it is closed, however it is broken meanwhile; a prompt is one as long as a document names it, or its folder says so. */
export function createOurs(isNamed: (uri: string) => boolean): Ours {
  const known = new Set<string>();
  return {
    has: (document, snapshot) => {
      const { uri, languageId } = document;
      // First: to ask a document for its tree has all of its text read. A page is not ours because a document within it is.
      if (known.has(uri)) return true;
      // What is no YAML is a prompt; a document within a page of prose has been looked at when it was found there.
      if (snapshot.tree === undefined && languageId !== "jamjet") return isNamed(uri) || /\/prompts\//.test(uri) || /\.prompt$/i.test(uri);
      if (!isDocument(document, snapshot)) return false;
      if (languageId !== "markdown") known.add(uri);
      return true;
    },
    forget: (uri) => known.delete(uri),
  };
}

function isDocument({ languageId, text }: OpenText, { typed, compiled: { policy, other } }: Snapshot): boolean {
  return languageId === "jamjet" || typed !== undefined || (policy ?? other) !== undefined || looksLikeDocument(text);
}
