import { join } from "node:path";

/** A JamJet that can be started: a program and its first words. */
export interface Executable {
  readonly command: string;
  readonly words: readonly string[];
  /** What its process needs in its environment beyond the editor's own. */
  readonly env: { readonly [name: string]: string };
  /** Who brought it. */
  readonly origin: "settings" | "project" | "extension";
}

/** What decides on the JamJet that an editor starts. */
export interface Choices {
  /** `jamjet.server.path`; empty where nobody said anything. */
  readonly path: string;
  /** The folders that are open, and whether their authors are trusted: a project brings a program along. */
  readonly folders: readonly string[];
  readonly isTrusted: boolean;
  /** The script that came with the extension. */
  readonly own: string;
  readonly isFile: (path: string) => boolean;
  /** The Node that runs scripts. */
  readonly node: string;
}

/** The JamJet to start: that of the settings, else that of the first folder which has one, else the extension's own. */
export function executableOf({ path, folders, isTrusted, own, isFile, node }: Choices): Executable {
  const script = (file: string, origin: Executable["origin"]): Executable => ({ command: node, words: [file], env: scriptEnv, origin });
  if (path !== "" && isTrusted) return /\.[cm]?js$/.test(path) ? script(path, "settings") : { command: path, words: [], env: {}, origin: "settings" };
  const installed = isTrusted ? folders.map((folder) => join(folder, "node_modules/jamjet/dist/bin/jamjet.cjs")).find(isFile) : undefined;
  return installed === undefined ? script(own, "extension") : script(installed, "project");
}

/** The editor's own program is a Node where it is told so. */
const scriptEnv = { ELECTRON_RUN_AS_NODE: "1" };
