import { fileURLToPath } from "node:url";

/** The path of a text that is, or may become, a file of this machine; undefined for every other. */
export function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    // An unsaved document, one of another machine, or no address at all: all are texts that editors may hold.
    return undefined;
  }
}
