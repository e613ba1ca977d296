import type { LanguageHost } from "../host.ts";

/** What the shell knows around a document beyond its project; asked only where it is offered. */
export interface Around {
  /** Names of environment variables that the project tells its users to set. */
  readonly envNames: () => readonly string[];
  /** Files below the folder of the document, by their paths from there. */
  readonly files: () => readonly string[];
}

export const nothingAround: Around = { envNames: () => [], files: () => [] };

/** What the host knows around a document. */
export function aroundIn(host: LanguageHost, uri: string): Around {
  return { envNames: () => host.envNames?.(uri) ?? [], files: () => host.filesAround?.(uri) ?? [] };
}
