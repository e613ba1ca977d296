import { Emitter, type ClientCapabilities, type Connection, type Event, type Position, type Range, type TextDocuments } from "vscode-languageserver";
import { createWorkspace, type Workspace } from "../compiler/index.ts";
import type { OpenText } from "./documents.ts";
import { createEmbeddedDocuments, type EmbeddedDocument } from "./embedded.ts";
import type { LanguageHost } from "./host.ts";
import { createLibrary, type Library } from "./library.ts";
import type { Encoding } from "./places.ts";
import { createOurs } from "./ours.ts";
import { createProjects } from "./projects.ts";
import { settingNames, settingsFrom, type Settings } from "./settings.ts";
import { snapshotOf, workflowAt, type Snapshot } from "./snapshot.ts";
import { fileKey } from "./uris.ts";

/** What the client said of itself when it introduced itself; asked only after that. */
export interface ClientFacts {
  readonly encoding: Encoding;
  /** It expands `${1:placeholder}` in completions. */
  readonly hasSnippets: boolean;
  /** It shows hovers in Markdown. */
  readonly hasMarkdown: boolean;
  /** The commands of ours that it has, which lenses may name. */
  readonly commands: ReadonlySet<string>;
  /** The folders that are open in it, as they are now. */
  readonly folders: readonly string[];
  /** What else it said that it can do. */
  readonly capabilities: ClientCapabilities;
  /** It tells when files change that it does not hold open. */
  readonly watchesFiles: boolean;
  /** It wants to be asked for the user's settings; other clients say them on their own. */
  readonly isAskedForSettings: boolean;
}

/** What a request about one document says of where it points. */
interface Pointing {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
  readonly range?: Range;
}

/** A client that has not said anything yet. */
const unknownClient: ClientFacts = { encoding: "utf-16", hasSnippets: false, hasMarkdown: false, commands: new Set(), folders: [], capabilities: {}, watchesFiles: false, isAskedForSettings: false };

/** One editor: its texts, what is known of them, and the way to answer it. */
export interface Session {
  readonly connection: Connection;
  readonly host: LanguageHost;
  readonly documents: TextDocuments<OpenText>;
  readonly client: () => ClientFacts;
  /** The client has said who it is, or is another one than it said. */
  readonly introduce: (client: ClientFacts) => void;
  /** Once, when the client is ready to be asked and told things. */
  readonly onReady: Event<void>;
  readonly ready: () => void;
  /** Asks something of the client: that it refuses, or is gone, is a line in its log and nothing more. */
  readonly asking: (ask: () => Promise<unknown>) => void;
  /** What `work` gives; `empty`, with a line in the client's log, where it meets a mistake of ours. The only door that such a mistake leaves by. */
  readonly attempting: <R>(empty: R, work: () => R) => R;
  /** What the user has set, and the defaults of the rest. */
  readonly settings: () => Settings;
  /** The user has set things, as the client sends them. */
  readonly configure: (sent: unknown) => void;
  /** What is known besides the open texts may be something else now, the settings too: what was shown may be wrong. */
  readonly onStale: Event<void>;
  /** The open document as it is now; undefined for one that is not open. */
  readonly snapshot: (uri: string) => Snapshot | undefined;
  /** The documents in an open page of Markdown, where the user wants them judged. */
  readonly embedded: (uri: string) => readonly EmbeddedDocument[];
  /** All open documents. */
  readonly snapshots: () => readonly Snapshot[];
  /** The documents around them. */
  readonly library: Library;
  /** A handler of requests about one document: `empty` for a text that is not open or none of ours, and where `compute` meets a mistake of ours. */
  readonly answering: <P extends Pointing, R>(empty: R, compute: (snapshot: Snapshot, params: P) => R) => (params: P) => R;
  /** As `answering`, of what a whole text is: one document, or in a page those that it holds, in their order. */
  readonly answeringWhole: <P extends Pointing, R>(empty: R, compute: (documents: readonly Snapshot[], params: P) => R) => (params: P) => R;
  /** As `answering`, for files of the project that name things too, such as `jamjet.toml`. */
  readonly answeringNames: Session["answering"];
  /** As `answering`, for every open text: it may become one of ours. */
  readonly answeringAny: Session["answering"];
  /** Whether an open text is one of ours, and not that of another program. */
  readonly isOurs: (snapshot: Snapshot) => boolean;
  /** Whether an open document names the file as one that belongs to it. */
  readonly isNamed: (uri: string) => boolean;
  /** The project around open documents is another one now, or may be: a file of it has changed. */
  readonly projectChanged: () => void;
}

export function createSession(connection: Connection, host: LanguageHost, documents: TextDocuments<OpenText>): Session {
  const workspace: Workspace = createWorkspace();
  const known = new Map<string, Snapshot>();
  const ready = new Emitter<void>();
  const stale = new Emitter<void>();
  let client = unknownClient;
  let settings = settingsFrom(undefined);
  const projects = createProjects(host, (key) => documents.all().find(({ uri }) => fileKey(uri) === key)?.text);
  const snapshot = (uri: string): Snapshot | undefined => {
    const document = documents.get(uri);
    if (document === undefined || isOfProject(uri)) return undefined;
    const last = known.get(uri);
    const project = projects.of(uri);
    workspace.setProject(uri, project);
    if (last?.source !== document.source) workspace.setText(document.source);
    const compiled = workspace.compiled(uri);
    if (compiled === undefined) return undefined;
    // A document that this one starts may have changed, and with it what is known of this one.
    if (last?.compiled === compiled && last.version === document.version) return last;
    const made = snapshotOf(document, workspace, project, compiled, client.encoding);
    known.set(uri, made);
    return made;
  };
  const inPages = createEmbeddedDocuments();
  const embedded = (uri: string): readonly EmbeddedDocument[] => {
    const page = documents.get(uri);
    return page?.languageId === "markdown" && settings["markdown.enable"] ? inPages.of(page, projects.of(uri), client.encoding) : [];
  };
  /** The document that a request is about: in a page, the one that it points at, and in one that holds workflows the workflow at a position. */
  const snapshotFor = ({ textDocument: { uri }, position, range }: Pointing): Snapshot | undefined => {
    const whole = snapshot(uri);
    const at = position ?? range?.start;
    if (whole === undefined || at === undefined) return whole;
    const offset = whole.places.offsetAt(at);
    const around = embedded(uri).find(({ range: { start, end } }) => start <= offset && offset <= end)?.snapshot ?? whole;
    return position === undefined ? around : workflowAt(around, offset);
  };
  // A connection that is closed throws at once; of a client that is gone there is nobody to tell.
  const log = (error: unknown): void => void (async () => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)))().catch(() => {});
  const attempting = <R>(empty: R, work: () => R): R => {
    const failed = (bug: unknown): R => {
      log(bug);
      return empty;
    };
    try {
      const made = work();
      // What comes later is a promise of the same as `empty`, so that this is one, too.
      return made instanceof Promise ? (made.catch(failed) as R) : made;
    } catch (bug) {
      return failed(bug);
    }
  };
  const ours = createOurs(projects.hasShown);
  const isOurs = (now: Snapshot): boolean => {
    const document = documents.get(now.uri);
    return document !== undefined && ours.has(document, now);
  };
  const answeringAny: Session["answering"] = (empty, compute) => (params) => attempting(empty, () => {
    const now = snapshotFor(params);
    return now === undefined ? empty : compute(now, params);
  });
  const snapshots = (): readonly Snapshot[] => documents.all().flatMap(({ uri }) => snapshot(uri) ?? []);
  const library = createLibrary({ host, documents, client: () => client, snapshots, projectOf: projects.of });
  const answering: Session["answering"] = (empty, compute) => answeringAny(empty, (now, params) => (isOurs(now.holder ?? now) ? compute(now, params) : empty));
  const answeringWhole: Session["answeringWhole"] = (empty, compute) => (params) => attempting(empty, () => {
    const { uri } = params.textDocument;
    const whole = snapshot(uri);
    const all = whole !== undefined && isOurs(whole) ? [whole] : embedded(uri).map((each) => each.snapshot);
    return all.length === 0 ? empty : compute(all, params);
  });
  const projectChanged = (): void => {
    projects.clear();
    stale.fire();
  };
  documents.onDidChangeContent(({ document }) => projects.changed(document.uri));
  documents.onDidSave(() => (client.watchesFiles ? undefined : projectChanged()));
  documents.onDidClose(({ document: { uri } }) => {
    projects.forget(uri);
    projects.changed(uri);
    known.delete(uri);
    workspace.remove(uri);
    inPages.forget(uri);
    ours.forget(uri);
  });
  return {
    connection,
    host,
    documents,
    client: () => client,
    introduce: (facts) => {
      client = facts;
    },
    onReady: ready.event,
    ready: () => ready.fire(),
    asking: (ask) => void (async () => ask())().catch(log),
    settings: () => settings,
    configure: (sent) => {
      const now = settingsFrom(sent);
      const isNews = settingNames.some((name) => now[name] !== settings[name]);
      settings = now;
      if (isNews) stale.fire();
    },
    onStale: stale.event,
    snapshot,
    embedded,
    snapshots,
    library,
    attempting,
    answering,
    answeringWhole,
    answeringNames: (empty, compute) => (params) => {
      const { uri } = params.textDocument;
      if (!isOfProject(uri)) return answering(empty, compute)(params);
      return attempting(empty, () => {
        const file = documents.get(uri) === undefined ? undefined : library.projectFiles(uri).find((each) => fileKey(each.uri) === fileKey(uri));
        return file === undefined ? empty : compute(file, params);
      });
    },
    answeringAny,
    isOurs,
    isNamed: projects.hasShown,
    projectChanged,
  };
}

/** Files of a project that an editor may hold open, and that are no documents. */
function isOfProject(uri: string): boolean {
  return /\/(?:jamjet\.(?:toml|lock)|\.env[^/]*)$/.test(uri);
}
