import { createWorkspace, looksLikeDocument, type ProjectView, type Range, type Workspace } from "../compiler/index.ts";
import type { OpenText } from "./documents.ts";
import type { Encoding } from "./places.ts";
import { snapshotOf, type Snapshot } from "./snapshot.ts";

/** A document in a fenced block of a page. Its offsets and places are those of the page, and so is its address. */
export interface EmbeddedDocument {
  readonly range: Range;
  readonly snapshot: Snapshot;
}

/** What is known of the documents that stand in pages. */
export interface EmbeddedDocuments {
  readonly of: (page: OpenText, project: ProjectView, encoding: Encoding) => readonly EmbeddedDocument[];
  readonly forget: (uri: string) => void;
}

export function createEmbeddedDocuments(): EmbeddedDocuments {
  // Apart from that of the open documents: a page may be a prompt besides, and is one text there.
  const workspace = createWorkspace();
  const known = new Map<string, { readonly page: OpenText; readonly project: ProjectView; readonly documents: readonly EmbeddedDocument[] }>();
  const keysOf = (uri: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${uri}#${index}.yaml`);
  const judged = (page: OpenText, project: ProjectView, encoding: Encoding): readonly EmbeddedDocument[] => {
    const ranges = documentsIn(page.text);
    const keys = keysOf(page.uri, ranges.length);
    return ranges.flatMap((range, index) => {
      const key = keys[index] ?? "";
      workspace.setProject(key, project);
      workspace.setText({ uri: key, text: blank(page.text.slice(0, range.start)) + page.text.slice(range.start, range.end) });
      const compiled = workspace.compiled(key);
      return compiled === undefined ? [] : [{ range, snapshot: snapshotOf(page, askedAs(workspace, page.uri, key), project, compiled, encoding) }];
    });
  };
  const forget = (uri: string): void => {
    for (const key of keysOf(uri, known.get(uri)?.documents.length ?? 0)) workspace.remove(key);
    known.delete(uri);
  };
  return {
    of: (page, project, encoding) => {
      const last = known.get(page.uri);
      if (last?.page === page && last.project === project) return last.documents;
      forget(page.uri);
      const documents = judged(page, project, encoding);
      known.set(page.uri, { page, project, documents });
      return documents;
    },
    forget,
  };
}

/** The fenced blocks of a page that hold a whole document: a part of one, as pages show them, is nobody's mistake. */
export function documentsIn(page: string): readonly Range[] {
  const found: Range[] = [];
  let open: { readonly fence: string; readonly isYaml: boolean; readonly start: number } | undefined;
  let at = 0;
  for (const line of page.split("\n")) {
    const next = at + line.length + 1;
    const [, fence = "", info = ""] = /^[ \t]*(?:[-*+][ \t]+)?(`{3,}|~{3,})([^`]*)$/.exec(line.trimEnd()) ?? [];
    if (open === undefined && fence !== "") open = { fence, isYaml: /^[ \t]*ya?ml\b/.test(info), start: next };
    else if (open !== undefined && fence.startsWith(open.fence) && info.trim() === "") {
      if (open.isYaml && isWhole(page.slice(open.start, at))) found.push({ start: open.start, end: at });
      open = undefined;
    }
    at = next;
  }
  return found;
}

/** A block may be indented, as in a list. */
function isWhole(block: string): boolean {
  const indent = /^[ \t]*/.exec(block)?.[0] ?? "";
  const text = block.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
  return looksLikeDocument(text) && (/^workflow[ \t]*:/m.test(text) || !/^nodes[ \t]*:/m.test(text));
}

/** As long as the text, with its lines. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

/** The workspace for those who know a document by the address of its page. */
function askedAs(workspace: Workspace, uri: string, key: string): Workspace {
  const under = (asked: string): string => (asked === uri ? key : asked);
  return {
    ...workspace,
    compiled: (asked) => workspace.compiled(under(asked)),
    ignoring: (asked, diagnostic) => workspace.ignoring(under(asked), diagnostic),
    typed: (asked) => workspace.typed(under(asked)),
    held: (asked) => workspace.held(under(asked)),
    read: (asked) => workspace.read(under(asked)),
    outline: (asked) => workspace.outline(under(asked)),
    inputs: (asked) => workspace.inputs(under(asked)),
    cost: (asked) => workspace.cost(under(asked)),
    events: (asked) => workspace.events(under(asked)),
  };
}
