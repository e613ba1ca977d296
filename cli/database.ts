import { basename, dirname, join, resolve } from "node:path";
import { storePath, type Project } from "../runtime/index.ts";
import { type Maybe, found } from "./answer.ts";
import { projectOf } from "./documents.ts";
import type { Io } from "./io.ts";
import { shellWord } from "./shell.ts";
import { shown } from "./shown.ts";

/** The option of every command that opens a database. */
export const dbOption = { kind: "text", value: "file", doc: "the database; else JAMJET_DB, [store] url of jamjet.toml, .jamjet/jamjet.db of the project" } as const;

/** Where the executions of a project are kept: what was said most explicitly wins. Absolute. */
export function databaseOf(project: Project, option: string | undefined, io: Io): string {
  const told = option ?? (io.env("JAMJET_DB") || undefined);
  if (told !== undefined) return resolve(io.cwd, told);
  const url = project.settings.store?.url;
  if (url === undefined) return join(project.root, ".jamjet", "jamjet.db");
  // What is no path was said where the project was read.
  return resolve(project.root, storePath(url) ?? url);
}

/** The project and the database of a command that names no document: those of the current folder. */
export function placeHere(option: string | undefined, io: Io): Maybe<Place> {
  const project = projectOf(io.cwd, io);
  if (!project.ok) return project;
  return found({ project: project.value, database: databaseOf(project.value, option, io) });
}

/** A project, and the database that its executions are in. */
export interface Place {
  readonly project: Project;
  readonly database: string;
}

/** The project whose own database this is; a database that lies elsewhere belongs to the current folder's project. */
export function placeToResume(option: string | undefined, io: Io): Maybe<Place> {
  const here = placeHere(option, io);
  if (!here.ok || basename(dirname(here.value.database)) !== ".jamjet") return here;
  const owner = projectOf(dirname(dirname(here.value.database)), io);
  return owner.ok ? found({ ...here.value, project: owner.value }) : owner;
}

/** The exact command line that reaches this database from the current folder, with `--db` only where it is needed. */
export function commandFor(words: readonly string[], database: string, io: Io): string {
  const here = placeHere(undefined, io);
  const isFound = here.ok && here.value.database === database;
  return ["jamjet", ...words, ...(isFound ? [] : ["--db", shown(database, io)])].map(shellWord).join(" ");
}
