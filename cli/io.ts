/** Everything a command may touch; tests hand in a fake. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: (name: string) => string | undefined;
  /** Results. */
  readonly out: Sink;
  /** Progress, and what kept a command from having a result. */
  readonly err: Sink;
  /** At most the first `limit` bytes of a regular file. */
  readonly read: (path: string, limit: number) => Read;
  /** As `read`, of a file below `root` once links are followed: what a document names may lead nowhere else. */
  readonly readInside: (root: string, path: string, limit: number) => Read;
  /** As `read`, of files as they were in a revision of git: a branch, a tag, a commit. */
  readonly atRevision: (revision: string) => Promise<Io["read"]>;
  /** As `read`, from standard input. */
  readonly readStdin: (limit: number) => Read;
  /** Replaces the file as a whole, or says why not; `new` refuses to replace. */
  readonly write: (path: string, text: string, mode: "replace" | "new") => Written;
  /** Makes a folder and those above it where they are missing. */
  readonly makeFolder: (path: string) => Written;
  /** The files and folders in a folder, sorted; a name that ends in `/` is a folder. No links and no pipes; empty where it cannot be read. */
  readonly list: (folder: string) => readonly string[];
  readonly kindOf: (path: string) => "file" | "folder" | "other" | "nothing";
  /** Bytes that we may still write where the folder lies; undefined where nobody says. */
  readonly freeBytes: (folder: string) => number | undefined;
  /** Whether the path is a file that we may start. */
  readonly isProgram: (path: string) => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Calls back at each Ctrl-C, SIGTERM and SIGHUP instead of ending the process; the result ends that. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** What this start teaches the next one is kept now: who calls it may then give V8 other flags. */
  readonly keepStart: () => void;
  /** Ends the process at once. */
  readonly quit: (code: number) => void;
}

export interface Sink {
  /** A reader that has gone away is no failure: what it does not want is dropped. */
  readonly write: (text: string) => Written;
  readonly isTty: boolean;
  /** Columns of the terminal; of a pipe only where `COLUMNS` says so. */
  readonly columns: number | undefined;
}

/** The bytes, or one line that says why there are none. */
export type Read = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };

export type Written = { readonly ok: true } | { readonly ok: false; readonly reason: string };
