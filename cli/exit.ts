/** What the exit code of the process says; closed, documented, never reused. */
export const exits = {
  fine: { code: 0, doc: "all is well" },
  findings: { code: 1, doc: "a document has errors, or an execution did not complete" },
  usage: { code: 2, doc: "wrong usage, or a file that cannot be read" },
  paused: { code: 4, doc: "the execution is paused, or its time was up: it can be resumed" },
  bug: { code: 70, doc: "a mistake of ours: please report it" },
  interrupted: { code: 130, doc: "stopped by Ctrl-C, SIGTERM or SIGHUP" },
} as const;

export type Exit = keyof typeof exits;
