import { resolve } from "node:path";
import { matchesGlob } from "../schemas/glob.ts";
import type { Io } from "./io.ts";

/** Whether a word of the command line is a pattern rather than a name. */
export function isGlob(word: string): boolean {
  return word.includes("*") || word.includes("?");
}

/**
 * The files that match, sorted, as paths that begin the way the pattern does. `*` and `?` stay within one name, `**`
 * spans folders; names that begin with a dot and `node_modules` are entered only where the pattern says so itself.
 * No link is followed: there are no circles, and what somebody put into a folder leads nowhere else.
 */
export function expandGlob(pattern: string, io: Io): readonly string[] {
  const segments = pattern.split("/");
  const fixed = segments.findIndex(isGlob);
  const files = new Set<string>();
  const walk = (prefix: string, rest: readonly string[]): void => {
    const [segment, ...after] = rest;
    if (segment === undefined) return;
    if (segment === "**") walk(prefix, after);
    for (const entry of io.list(resolve(io.cwd, prefix === "" ? "." : prefix))) {
      const isFolder = entry.endsWith("/");
      const name = isFolder ? entry.slice(0, -1) : entry;
      if (isHidden(name) && segment !== name && !segment.startsWith(".")) continue;
      if (segment === "**") {
        if (isFolder) walk(prefix + entry, rest);
      } else if (matchesGlob(segment, name)) {
        if (isFolder) walk(prefix + entry, after);
        else if (after.length === 0) files.add(prefix + name);
      }
    }
  };
  walk(segments.slice(0, fixed).map((segment) => `${segment}/`).join(""), segments.slice(fixed));
  return [...files].sort();
}

/** Whether a pattern, as `expandGlob` reads it, covers a path; both are relative to the same folder. */
export function matchesPath(pattern: string, path: string): boolean {
  const names = path.split("/");
  // How much of the path may be covered by what was read of the pattern.
  let reached = new Set([0]);
  for (const segment of pattern.replace(/^\.\//, "").split("/")) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === "**") for (let to = at; to <= names.length; to += 1) next.add(to);
      else if (at < names.length && matchesGlob(segment, names[at] ?? "")) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(names.length);
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
