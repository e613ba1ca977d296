import type { FileText, ProjectView } from "../compiler/index.ts";
import type { LanguageHost } from "./host.ts";
import { fileKey, uriBeside } from "./uris.ts";

/**
 * What is around the open documents. The host is asked once for each thing, and again after it may have changed: no
 * keystroke reads a file. What is open in the editor is newer than what the host reads.
 */
export interface Projects {
  /** The same object until something that was seen through it may have changed. */
  readonly of: (uri: string) => ProjectView;
  /** The text of one file is another now. */
  readonly changed: (uri: string) => void;
  /** Whether the text of a file was seen through a view. */
  readonly hasShown: (uri: string) => boolean;
  /** Anything may be another now. */
  readonly clear: () => void;
  readonly forget: (uri: string) => void;
}

/** `openText` is what the editor holds of a file, by its key. */
export function createProjects(host: LanguageHost, openText: (key: string) => string | undefined): Projects {
  const views = new Map<string, ProjectView>();
  /** By the key of a file: the documents whose view has shown its text. */
  const seenBy = new Map<string, Set<string>>();
  const textAt = (uri: string, path: string, onDisk: () => FileText): FileText => {
    const key = fileKey(uriBeside(uri, path));
    seenBy.set(key, (seenBy.get(key) ?? new Set()).add(uri));
    const read = onDisk();
    const open = read.ok || read.reason === undefined ? openText(key) : undefined;
    return open === undefined ? read : { ok: true, text: open };
  };
  return {
    of: (uri) => {
      const view = views.get(uri) ?? remembering(host.projectOf(uri), (path, onDisk) => textAt(uri, path, onDisk));
      views.set(uri, view);
      return view;
    },
    changed: (uri) => {
      // Each keystroke comes here, and reading an address takes as long as reading the keystroke.
      if (seenBy.size === 0) return;
      for (const seer of seenBy.get(fileKey(uri)) ?? []) views.delete(seer);
    },
    hasShown: (uri) => seenBy.has(fileKey(uri)),
    clear: () => {
      views.clear();
      seenBy.clear();
    },
    forget: (uri) => views.delete(uri),
  };
}

function remembering(view: ProjectView, textAt: (path: string, onDisk: () => FileText) => FileText): ProjectView {
  const { textOf, twinOf } = view;
  return {
    ...view,
    fileExists: remembered(view.fileExists),
    ...(twinOf === undefined ? {} : { twinOf: remembered(twinOf) }),
    ...(textOf === undefined ? {} : { textOf: remembered((path) => textAt(path, () => textOf(path))) }),
  };
}

/** `ask` for each list of words once. */
function remembered<A extends readonly string[], R>(ask: (...words: A) => R): (...words: A) => R {
  const answers = new Map<string, R>();
  return (...words) => {
    const key = words.join("\0");
    // An answer may be undefined: then it is one, too.
    if (!answers.has(key)) answers.set(key, ask(...words));
    return answers.get(key) as R;
  };
}
