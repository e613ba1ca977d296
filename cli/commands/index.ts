import type { Command } from "../command.ts";

/** Every command, in the order of the list that `jamjet --help` prints. */
export const commands: readonly Command[] = [];
