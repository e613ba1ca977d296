import type { Command } from "../command.ts";
import { compile } from "./compile.ts";
import { explain } from "./explain.ts";
import { validate } from "./validate.ts";

/** Every command, in the order of the list that `jamjet --help` prints. */
export const commands: readonly Command[] = [validate, compile, explain];
