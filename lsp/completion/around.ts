import { namesUnder, type ExprEnv } from "../../compiler/index.ts";
import type { LanguageHost } from "../host.ts";

/** What the shell knows around a document beyond its project; asked only where it is offered. */
export interface Around {
  /** Names of environment variables that the project tells its users to set. */
  readonly envNames: () => readonly string[];
  /** Files below the folder of the document, by their paths from there. */
  readonly files: () => readonly string[];
  /** What names mean in the document, where it is a prompt file, to each that reads it. */
  readonly readers: () => readonly ExprEnv[];
}

export const nothingAround: Around = { envNames: () => [], files: () => [], readers: () => [namesUnder(undefined, undefined, "")] };

/** What the host knows around a document. */
export function aroundIn(host: LanguageHost, uri: string): Around {
  return { ...nothingAround, envNames: () => host.envNames?.(uri) ?? [], files: () => host.filesAround?.(uri) ?? [] };
}
