import type { ProjectPolicy } from "../../schemas/policy.ts";
import type { ProjectSettings } from "../../schemas/project.ts";
import type { Place } from "./locate.ts";
import type { Requirement } from "../../schemas/program.ts";
import type { ToolLock } from "../../schemas/tool-lock.ts";

/** A project as a run needs it. Without a `jamjet.toml` it is the document's folder with nothing declared. */
export interface Project {
  /** Absolute; paths in the file and working directories of child processes start here. */
  readonly root: string;
  /** The `jamjet.toml`, where there is one. */
  readonly file: string | undefined;
  readonly settings: ProjectSettings;
  /** What its policy document says of every call, where it names one. */
  readonly policy: ProjectPolicy | undefined;
  /** What the file asks of the runtime; `by` names the key. */
  readonly requires: readonly Requirement[];
  /** What `jamjet.lock` says, where there is one. */
  readonly lock?: ToolLock;
  /** What the servers themselves say, where somebody has asked them. */
  readonly live?: ToolLock;
}

/** What a compiler may know of a project: names, nothing secret and nothing to resolve. */
export interface ProjectFacts {
  readonly file: string | undefined;
  readonly servers: readonly string[];
  readonly models: readonly string[];
}

/** Something wrong in a project's file, ready to be shown. */
export interface ProjectProblem {
  readonly file: string;
  /** The file as it was read. */
  readonly text: string;
  readonly place: Place;
  readonly message: string;
  readonly help?: string;
}

/** The path that a `[store] url` stands for; `undefined` for one that is no file of SQLite. */
export function storePath(url: string): string | undefined {
  const path = url.replace(/^(?:sqlite|file):(?:\/\/(?=\/)|\/\/(?!\/))?/, "");
  return /^[a-z][a-z0-9+]+:/i.test(path) ? undefined : path;
}

/** The names a project declares, in the order written. */
export function factsOf(project: Project): ProjectFacts {
  const { mcp, models } = project.settings;
  return { file: project.file, servers: (mcp?.servers ?? []).map(({ name }) => name), models: Object.keys(models ?? {}) };
}
