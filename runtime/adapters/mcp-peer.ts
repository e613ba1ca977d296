/** Who is at the other end of a connection: a child process, or a server elsewhere. */
export interface Peer {
  /** Why it is no longer there, or why we let go of it; `undefined` while it serves. */
  readonly ended: () => Ending | undefined;
  /** The end of what it wrote beside its messages; never mixed into our own output. */
  readonly lastWords: () => string;
  /** Lets go of it at once; every call under way ends. */
  readonly kill: () => void;
}

export type Ending =
  | { readonly why: "exited"; readonly code: number | null; readonly signal: string | null }
  /** It wrote more than anybody can mean; `what` says how. */
  | { readonly why: "flooded"; readonly what: string }
  /** It ended an answer before it had given one. */
  | { readonly why: "broken" };

/** A message longer than this is none: its sender is let go. Bytes, or characters where we hold text. */
export const largestMessage = 32 * 1_048_576;

/** How a server goes that has written more than `largestMessage` of something. */
export const flooded = (what: string): Ending => ({ why: "flooded", what: `it wrote more than ${largestMessage / 1_048_576} MiB ${what}` });
