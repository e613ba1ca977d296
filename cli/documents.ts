import { basename, dirname, join, relative, resolve } from "node:path";
import { blockTable, compile, decodeUtf8, defaultLimits, looksLikeDocument, type Compiled, type Diagnostic, type FileText, type Limits, type ProjectView, type SourceText } from "../compiler/index.ts";
import { factsOf, modelCostIn, readProject, type Project, type ProjectOptions } from "../runtime/index.ts";
import { documentLimits } from "../schemas/document-limits.ts";
import { type Maybe, flawed, found, refused } from "./answer.ts";
import { expandGlob, isGlob } from "./globs.ts";
import type { Io } from "./io.ts";
import { policyReader } from "./policies.ts";
import { severitiesIn, severityProblems } from "./severities.ts";
import { sha256 } from "./sha256.ts";
import { shown } from "./shown.ts";

/** A document as the command line holds it: what it is called in messages, and where its project begins. */
export interface Document {
  readonly source: SourceText;
  /** The byte order mark that the file begins with, and its text does not. */
  readonly mark: "" | "\ufeff";
  /** What is wrong with the bytes; the text is empty then. */
  readonly unreadable: readonly Diagnostic[];
  /** The folder that paths in it are relative to. */
  readonly folder: string;
  /** Where it lies, or would. */
  readonly path: string;
}

/** What any project may allow; how much its own does is known once it is found. */
const mostBytes = documentLimits.file_bytes.most;

/** Paths under which systems offer standard input: what they name lies nowhere, and least of all in their folder. */
const stdinPaths: ReadonlySet<string> = new Set(["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]);

/** Else it would stand for the current folder, or for all there is. */
function nameless(): Maybe<never> {
  return refused("the name of a file is empty", "perhaps a variable of your script is not set");
}

/** The document of one word of the command line; `-` is standard input under the name `stdinName`. */
export function readDocument(word: string, io: Io, stdinName = "<stdin>"): Maybe<Document> {
  if (word === "") return nameless();
  const isStdin = word === "-" || stdinPaths.has(word);
  const uri = isStdin ? stdinName : word;
  const read = isStdin ? io.readStdin(mostBytes + 1) : io.read(resolve(io.cwd, word), mostBytes + 1);
  if (!read.ok) return refused(`cannot read '${uri}': ${read.reason}`, read.reason === "is a folder" ? `name its files, or a pattern such as '${word.replace(/\/$/, "")}/**/*.yaml'` : undefined);
  const { value: text, diagnostics } = decodeUtf8(read.bytes, { ...defaultLimits, fileBytes: mostBytes });
  const path = resolve(io.cwd, isStdin && stdinName === "<stdin>" ? "stdin" : uri);
  return found({ source: { uri, text }, mark: startsWithMark(read.bytes) ? "\ufeff" : "", unreadable: diagnostics, folder: dirname(path), path });
}

function startsWithMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

/** The words of the command line with each pattern and folder replaced by the files that it stands for, in the order given, each once. */
export function filesOf(words: readonly string[], io: Io): Maybe<readonly string[]> {
  const files = new Set<string>();
  for (const word of words) {
    if (word === "") return nameless();
    const kind = word === "-" ? "file" : io.kindOf(resolve(io.cwd, word));
    const isPattern = isGlob(word) && kind === "nothing";
    const matches = kind === "folder" ? documentsUnder(word, io) : isPattern ? expandGlob(word, io) : [word];
    if (matches.length === 0) return refused(kind === "folder" ? `there is no document of JamJet below '${word}'` : `no file matches '${word}'`);
    for (const file of matches) files.add(file);
  }
  return found([...files]);
}

/** The documents below a folder, by the keys at their top; other YAML there, such as replies, is none of ours. */
function documentsUnder(folder: string, io: Io): readonly string[] {
  const start = folder === "." ? "" : `${folder.replace(/\/+$/, "")}/`;
  const files = ["*.yaml", "*.yml"].flatMap((name) => expandGlob(`${start}**/${name}`, io)).sort();
  return files.filter((file) => {
    const read = io.read(resolve(io.cwd, file), mostBytes + 1);
    return read.ok && looksLikeDocument(new TextDecoder().decode(read.bytes));
  });
}

/** What the compiler says of a document, with what its project declares. */
export function compileDocument(document: Document, project: Project, io: Io): Compiled {
  const { source, unreadable } = document;
  if (unreadable.length > 0) return { ...unjudgedText(source), diagnostics: unreadable };
  return compile(source, { project: viewOf(project, document, io), sha256 });
}

/** A text of which the compiler says nothing. */
export function unjudgedText(source: SourceText): Compiled {
  return { source, blocks: blockTable(source.text.length), diagnostics: [], program: undefined, summary: undefined, policy: undefined };
}

/** What was compiled, for a command that wants a workflow: policies, agents, fleets and prompts are checked, and nothing else is done with them. */
export function workflowIn(compiled: Compiled): Maybe<Compiled> {
  const { uri } = compiled.source;
  if (compiled.other !== undefined) return refused(`'${uri}' is ${otherWords[compiled.other.kind]}, which this version checks and does not run`, "check it with 'jamjet validate', and run a workflow");
  if (compiled.policy === undefined) return found(compiled);
  return refused(`'${uri}' is a policy, and no workflow`, "check it with 'jamjet validate', and name it in jamjet.toml: [policy] file");
}

const otherWords = { agent: "an agent", fleet: "a fleet", prompt: "a prompt" } as const;

/** What the compiler may know of the project around a document. */
export function viewOf(project: Project, { folder, path: file }: Pick<Document, "folder" | "path">, io: Io): ProjectView {
  const { servers, models } = factsOf(project);
  const { lint, limits, network, defaults } = project.settings;
  const hosts = network?.allow ?? [];
  const placeOf = (path: string, from: "document" | "project"): string => resolve(from === "project" ? project.root : folder, path);
  return {
    servers: project.file === undefined && servers.length === 0 ? undefined : servers,
    ...(project.lock === undefined ? {} : { lock: project.lock }),
    ...(project.live === undefined ? {} : { live: project.live }),
    isWithoutFile: project.file === undefined,
    textOf: (path) => textOf(relative(project.root, resolve(folder, path)), project, io),
    fileExists: (path, from) => io.kindOf(placeOf(path, from)) === "file",
    twinOf: (path, from) => twinOf(placeOf(path, from), project.root, io),
    ...(defaults?.provider === undefined ? { models } : {}),
    modelCost: (model) => modelCostIn(project.settings, model),
    ...(hosts.some((host) => host.includes("${")) ? {} : { hosts }),
    ...(project.policy === undefined ? {} : { policy: project.policy }),
    ...(lint === undefined ? {} : { severities: severitiesIn(lint, relative(project.root, file).replaceAll("\\", "/")) }),
    ...(limits === undefined ? {} : { limits: limitsOf(project) }),
  };
}

/** Another file in the folder of `path` that other machines take for the same. Where there is no such file, or outside the project, nobody looks. */
function twinOf(path: string, root: string, io: Io): string | undefined {
  if (relative(root, path).startsWith("..") || io.kindOf(path) !== "file") return undefined;
  const fold = (name: string): string => name.normalize("NFC").toLowerCase();
  const own = basename(path);
  return io.list(dirname(path)).find((name) => name !== own && fold(name) === fold(own));
}

/** What a template may come to is bounded, and its plain text is a part of that. */
const largestIncluded = 1_048_576;

/** The text of a file of the project; what lies outside is not even looked for. */
function textOf(path: string, project: Project, io: Io): FileText {
  const read = io.readInside(project.root, path, largestIncluded + 1);
  if (read.ok && read.bytes.length > largestIncluded) return { ok: false, reason: "it is larger than 1 MiB, and a template may come to no more" };
  if (!read.ok) return read.reason === "there is no such file" ? { ok: false } : { ok: false, reason: read.reason };
  const { value: text, diagnostics } = decodeUtf8(read.bytes);
  const [problem] = diagnostics;
  return problem === undefined ? { ok: true, text } : { ok: false, reason: problem.message };
}

/** The document in question: a policy at `judged`, of which nothing is said then, or the `draft` of the project's file. */
type InQuestion = Pick<ProjectOptions, "draft"> & { readonly judged?: string };

/** The project of the documents in a folder, or why its `jamjet.toml`, its policy or the user's own settings cannot be used. */
export function projectOf(folder: string, io: Io, { judged, ...draft }: InQuestion = {}): Maybe<Project> {
  const { project, problems } = readProject(folder, { ...projectOptions(io, judged), ...draft });
  const [first] = problems;
  if (first === undefined) return found(project);
  const flaws = problems.map(({ place, message, help }) => ({ message, span: { block: "", ...place }, related: [], ...(help === undefined ? {} : { help }) }));
  return flawed({ uri: shown(first.file, io), text: first.text }, flaws, "findings");
}

/** Where the user's own settings are, and what of a project's settings only the compiler can judge. */
export function projectOptions(io: Io, judged?: string): ProjectOptions {
  const personal = join(io.env("XDG_CONFIG_HOME") || join(io.env("HOME") || "/", ".config"), "jamjet", "config.toml");
  return { personal, judge: ({ lint }) => (lint === undefined ? [] : severityProblems(lint)), readPolicy: policyReader(judged) };
}

/** How large documents of a project may be. */
export function limitsOf({ settings }: Project): Limits {
  const { file_bytes: fileBytes, ...rest } = settings.limits ?? {};
  return { ...defaultLimits, ...(fileBytes === undefined ? {} : { fileBytes }), ...rest };
}
