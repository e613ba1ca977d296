import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import { isPrompt } from "../compiler/index.ts";
import type { OpenText } from "./documents.ts";
import { saidOf, saidOfFlaws } from "./said.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is said of one version of an open text. */
export interface Judgement {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: readonly LspDiagnostic[];
  /** The same as long as the same is said. */
  readonly resultId: string;
}

export interface Judgements {
  /** Undefined for a text that is not open. */
  readonly of: (uri: string) => Judgement | undefined;
  readonly forget: (uri: string) => void;
}

/** What is said of the open texts: of what is none of ours, nothing. */
export function createJudgements(session: Session): Judgements {
  const { documents, host } = session;
  const last = new Map<string, { readonly judgement: Judgement; readonly snapshot: Snapshot | undefined }>();
  let results = 0;
  const judge = (document: OpenText, snapshot: Snapshot | undefined): readonly LspDiagnostic[] => {
    const inPage = session.embedded(document.uri).flatMap((each) => saidOf(each.snapshot, host));
    if (snapshot !== undefined) return [...(session.isOurs(snapshot) ? saidOf(snapshot, host) : []), ...inPage];
    return saidOfFlaws(host.flawsOf?.(document) ?? [], document.places);
  };
  return {
    of: (uri) => {
      const document = documents.get(uri);
      if (document === undefined) return undefined;
      const before = last.get(uri);
      const snapshot = session.snapshot(uri);
      // Of a prompt, others decide whether it is one; of a file of the project, what else lies there.
      if (before?.snapshot !== undefined && before.snapshot === snapshot && !isPrompt(uri)) return before.judgement;
      const diagnostics = judge(document, snapshot);
      const isSame = before !== undefined && JSON.stringify(before.judgement.diagnostics) === JSON.stringify(diagnostics);
      const judgement = isSame && before.judgement.version === document.version ? before.judgement : { uri, version: document.version, diagnostics, resultId: isSame ? before.judgement.resultId : String((results += 1)) };
      last.set(uri, { judgement, snapshot });
      return judgement;
    },
    forget: (uri) => {
      last.delete(uri);
    },
  };
}
