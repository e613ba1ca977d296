import { namesUnder, readCode, type ExprEnv, type TypedSite, type TypedWorkflow } from "../compiler/index.ts";
import type { SiteAt } from "./code-at.ts";
import type { Library } from "./library.ts";
import type { Snapshot } from "./snapshot.ts";
import { includersOf } from "./symbols.ts";
import { fileKey, uriBeside } from "./uris.ts";

/** A prompt file as a node of a workflow reads it: its code, and what names mean there. */
export interface Reading {
  readonly typed: TypedWorkflow;
  readonly site: TypedSite;
}

/** What every node of the known workflows that includes a prompt file reads there. */
export function readingsOf(prompt: Snapshot, library: Library): readonly Reading[] {
  return includersOf(prompt.uri, library).flatMap(({ uri, typed, compiled: { blocks } }) => {
    const isHere = ({ site }: TypedSite): boolean => {
      const file = blocks.fileOf(site.text.span);
      return file !== undefined && fileKey(uriBeside(uri, file.path)) === fileKey(prompt.uri);
    };
    return typed === undefined ? [] : typed.nodes.flatMap(({ sites }) => sites.filter(isHere)).map((site) => ({ typed, site }));
  });
}

/** What names mean in a prompt file to each of those that read it; to nobody in particular, where nobody does. */
export function envsOf(prompt: Snapshot, library: Library): readonly ExprEnv[] {
  const envs = readingsOf(prompt, library).map(({ site }) => site.env);
  return envs.length === 0 ? [namesUnder(undefined, undefined, "")] : envs;
}

/** The code of a prompt file that nobody is known to read. */
export function unreadSite({ source: { text: value } }: Snapshot): SiteAt["site"] {
  return { site: { text: { value } }, code: readCode(value, "template"), env: namesUnder(undefined, undefined, "") };
}
