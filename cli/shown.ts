import { isAbsolute, relative } from "node:path";
import type { Io } from "./io.ts";

/** The shorter of the two spellings: relative where the file lies below the current folder. */
export function shown(path: string, io: Io): string {
  const short = relative(io.cwd, path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
