import type { Outline, ProjectView, Range, SourceText } from "../compiler/index.ts";

/** What a project declares by name, beside what its documents do. */
export type DeclaredName = "server" | "tool" | "model";

/** A place in a file that is no document: half open, in UTF-16 offsets of its text. */
export interface FilePlace extends SourceText {
  readonly start: number;
  readonly end: number;
}

/** Where the files of a project say things. */
export interface ProjectPlaces {
  /** Its folder, as an address that ends in `/`. */
  readonly root: string;
  /** Where a server or the alias of a model is declared, and where a tool, as `server.tool`, is locked. */
  readonly declared: (of: DeclaredName, name: string) => FilePlace | undefined;
  /** Its files that name servers and models and are no documents, as they are stored. */
  readonly files?: readonly SourceText[];
}

/** A name in a file of the project that is no document, without its quotes. */
export interface FileName extends Range {
  readonly of: Exclude<DeclaredName, "tool">;
  readonly name: string;
  readonly role: "declare" | "read";
}

/** What the shell does for the server, which itself reads no file, asks no network and knows no clock. */
export interface LanguageHost {
  readonly version: string;
  /** The project around a document, as the command line sees it. Asked for once, and again when a file of the project has changed. */
  readonly projectOf: (uri: string) => ProjectView;
  /** The JamJet documents below a folder, for questions about all of them; what is open in the editor is newer. */
  readonly documentsUnder?: (folderUri: string) => readonly SourceText[];
  /** What is wrong with a file of the project that is no document, such as `jamjet.toml`, were this its text; undefined for every other file. */
  readonly flawsOf?: (source: SourceText) => readonly FileFlaw[] | undefined;
  /** What a file of the project that is no document names, were this its text; undefined for every other file. */
  readonly namesIn?: (source: SourceText) => readonly FileName[] | undefined;
  /** Where the page of a code of the catalogue can be opened; undefined where this installation has none. */
  readonly pageOf?: (code: string) => string | undefined;
  /** The files around a document, read anew each time it is asked. */
  readonly placesOf?: (uri: string) => ProjectPlaces | undefined;
  /** The graph as a drawing; undefined where it is too large to be laid out. */
  readonly draw?: (outline: Outline, format: GraphFormat) => Promise<string | undefined>;
  /** Names of environment variables that the project tells its users to set, as `.env.example` does; never their values. */
  readonly envNames?: (uri: string) => readonly string[];
  /** Files that a document may name, by their paths from its folder: those in it and below it. */
  readonly filesAround?: (uri: string) => readonly string[];
}

/** How a graph can be drawn for an editor. */
export const graphFormats = ["mermaid", "svg"] as const;

export type GraphFormat = (typeof graphFormats)[number];

/** One thing that is wrong in a file that the compiler does not read. */
export interface FileFlaw extends Range {
  readonly message: string;
  readonly help?: string;
}
