import type { ProjectView, SourceText } from "../compiler/index.ts";

/** What the shell does for the server, which itself reads no file, asks no network and knows no clock. */
export interface LanguageHost {
  readonly version: string;
  /** The project around a document, as the command line sees it. Asked for once, and again when a file of the project has changed. */
  readonly projectOf: (uri: string) => ProjectView;
  /** The JamJet documents below a folder, for questions about all of them; what is open in the editor is newer. */
  readonly documentsUnder?: (folderUri: string) => readonly SourceText[];
  /** Names of environment variables that the project tells its users to set, as `.env.example` does; never their values. */
  readonly envNames?: (uri: string) => readonly string[];
}
