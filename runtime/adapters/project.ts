import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Json, JsonObject } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { ProjectSettings } from "../../schemas/project.ts";
import { projectFields } from "../../schemas/project.ts";
import type { ToolLock } from "../../schemas/tool-lock.ts";
import type { Decoded, Problem } from "../project/decode.ts";
import { decodeFields } from "../project/decode.ts";
import { placeOf } from "../project/locate.ts";
import type { Project, ProjectProblem } from "../project/project.ts";
import { storePath } from "../project/project.ts";
import type { PolicyReader } from "./project-policy.ts";
import { findPolicy } from "./project-policy.ts";
import { parseToml } from "./toml.ts";
import { readToolLock } from "./tool-lock.ts";

export interface ProjectRead {
  /** Usable only where there is no problem. */
  readonly project: Project;
  /** Of one file: those of the user's own come first, since they are in every project's way. */
  readonly problems: readonly ProjectProblem[];
}

export interface ProjectOptions {
  /** The user's own settings, which hold where a project says nothing; the file need not be there. */
  readonly personal?: string;
  /** What else is wrong with what a file says, to somebody who knows more than its declaration. */
  readonly judge?: (settings: ProjectSettings) => readonly Problem[];
  /** Without one, a project that names a policy is not usable. */
  readonly readPolicy?: PolicyReader;
  /** The text to take for the project's file: what lies there is not read, and nothing need lie there. */
  readonly draft?: { readonly file: string; readonly text: string };
}

/** What a project's file is called. */
export const projectFileName = "jamjet.toml";
/** The file beside it that says what was accepted of each server. */
export const lockFileName = "jamjet.lock";
/** A lock larger than this is none. */
const largestLock = 8 * 1_048_576;
/** What nothing at all is read as: no setting has a default, as the type of settings tells. */
const noSettings: Pick<Decoded<ProjectSettings>, "value" | "requires"> = { value: {}, requires: [] };
const largestFile = 1_048_576;

/** The project that a document in `folder` belongs to: the nearest folder upward with a `jamjet.toml`, else `folder` itself. */
export function readProject(folder: string, { personal, judge = () => [], readPolicy, draft }: ProjectOptions = {}): ProjectRead {
  const file = draft?.file ?? findUpward(resolve(folder));
  const root = file === undefined ? resolve(folder) : dirname(file);
  const own = personal !== undefined && isFile(personal) ? readSettings(personal, (settings) => [...foreign(settings), ...judge(settings)]) : nothing;
  const shared = file === undefined ? nothing : readSettings(file, judge, draft?.text);
  const { lock, problems: lockProblems } = file === undefined ? noLock : readLock(join(root, lockFileName));
  const { value: settings, requires } = own === nothing && shared === nothing ? noSettings : decodeFields(own.problems.length + shared.problems.length > 0 ? {} : layered(own.data, shared.data), projectFields);
  const { policy, problems: policyProblems } = policyOf({ root, file, settings }, shared, readPolicy);
  const problems = [own.problems, shared.problems, lockProblems, policyProblems].find((each) => each.length > 0) ?? [];
  return { project: { root, file, settings, policy, requires, ...(lock === undefined ? {} : { lock }) }, problems };
}

function policyOf({ root, file, settings }: Pick<Project, "root" | "file" | "settings">, { text }: SettingsRead, read: PolicyReader | undefined): Pick<ProjectRead, "problems"> & Pick<Project, "policy"> {
  const path = settings.policy?.file;
  if (path === undefined || file === undefined) return { policy: undefined, problems: [] };
  const found = findPolicy(root, path, read);
  return "problems" in found ? found : { policy: undefined, problems: [located(found.setting, file, text)] };
}

/** What only a project may say. */
function foreign({ policy }: ProjectSettings): readonly Problem[] {
  return policy === undefined ? [] : [{ path: ["policy"], part: "key", message: "a policy is a project's: nobody who runs a workflow elsewhere would be under it", help: "move [policy] to the jamjet.toml of the project" }];
}

/** What a `jamjet.toml` at `file` says on its own. */
export function parseProject(text: string, file: string): ProjectRead {
  const { data, problems } = parseSettings(text, file, () => []);
  const { value: settings, requires } = decodeFields(problems.length > 0 ? {} : data, projectFields);
  return { project: { root: dirname(file), file, settings, policy: undefined, requires }, problems };
}

interface SettingsRead {
  readonly text: string;
  readonly data: JsonObject;
  readonly problems: readonly ProjectProblem[];
}

const nothing: SettingsRead = { text: "", data: {}, problems: [] };

type Judge = NonNullable<ProjectOptions["judge"]>;

function readSettings(file: string, judge: Judge, draft?: string): SettingsRead {
  const wrong = (message: string): SettingsRead => ({ text: "", data: {}, problems: [{ file, text: "", place: { start: 0, end: 0 }, message }] });
  try {
    if (draft !== undefined && Buffer.byteLength(draft) <= largestFile) return parseSettings(draft, file, judge);
    return draft !== undefined || statSync(file).size > largestFile ? wrong(`the file is larger than ${largestFile} bytes`) : parseSettings(readFileSync(file, "utf8"), file, judge);
  } catch (error) {
    return wrong(`the file cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`);
  }
}

interface LockFile {
  readonly lock?: ToolLock;
  readonly problems: readonly ProjectProblem[];
}

const noLock: LockFile = { problems: [] };

/** The lock at `file`, where there is one. */
function readLock(file: string): LockFile {
  const wrong = (problem: Omit<ProjectProblem, "file">): LockFile => ({ problems: [{ file, ...problem }] });
  const place = { start: 0, end: 0 };
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return noLock;
    if (!stat.isFile()) return wrong({ text: "", place, message: "the lock is not a regular file" });
    if (stat.size > largestLock) return wrong({ text: "", place, message: `the lock is larger than ${largestLock} bytes` });
    const text = readFileSync(file, "utf8");
    const read = readToolLock(text);
    return read.ok ? { lock: read.value, problems: [] } : wrong({ text, ...read.problem });
  } catch (error) {
    return wrong({ text: "", place, message: `the lock cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})` });
  }
}

/** Every problem is found in one run, but a syntax error hides the rest. */
function parseSettings(text: string, file: string, judge: Judge): SettingsRead {
  const data = parseToml(text);
  if (!data.ok) return { text, data: {}, problems: [{ file, text, ...data.problem }] };
  const { value: settings, problems } = decodeFields(data.value, projectFields);
  const found: readonly Problem[] = problems.length > 0 ? problems : [...oddities(settings), ...judge(settings)];
  const all = found.map((problem) => located(problem, file, text));
  // Whatever is no object has been complained of.
  return { text, data: isJsonObject(data.value) ? data.value : {}, problems: all.toSorted((a, b) => a.place.start - b.place.start) };
}

function located({ path, part, ...problem }: Problem, file: string, text: string): ProjectProblem {
  return { file, text, place: placeOf(text, path, part ?? "value"), ...problem };
}

/** A FIFO or a folder of that name is no project's file, and nothing is where the system lets no file be. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function findUpward(folder: string): string | undefined {
  const file = join(folder, projectFileName);
  if (isFile(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpward(parent);
}

/**
 * `shared` over `own`, key by key of each section. What a section names is taken whole, so that a key of the user never
 * goes to an address that a project gave; servers are told apart by their names.
 */
function layered(own: JsonObject, shared: JsonObject): JsonObject {
  const sections = new Set([...Object.keys(own), ...Object.keys(shared)]);
  const merged = [...sections].map((name): [string, Json] => {
    const [mine, theirs] = [own[name], shared[name]];
    return [name, isJsonObject(mine) && isJsonObject(theirs) ? { ...mine, ...theirs } : (theirs ?? mine ?? null)];
  });
  const servers = [...serversIn(own).filter((each) => !serversIn(shared).some(({ name }) => name === each["name"])), ...serversIn(shared)];
  return { ...Object.fromEntries(merged), ...(servers.length === 0 ? {} : { mcp: { servers } }) };
}

function serversIn(data: JsonObject): readonly JsonObject[] {
  const servers = isJsonObject(data["mcp"]) ? data["mcp"]["servers"] : undefined;
  return Array.isArray(servers) ? (servers as readonly Json[]).filter(isJsonObject) : [];
}

/** What is wrong with settings of the right shape. */
function oddities({ mcp, a2a, secrets, server, store }: ProjectSettings): readonly Problem[] {
  return [
    ...twins(mcp?.servers ?? [], ["mcp", "servers"], "MCP servers"),
    ...twins(a2a?.agents ?? [], ["a2a", "agents"], "remote agents"),
    ...unknownBackends(secrets?.backends ?? []),
    ...unfitHost(server?.host),
    ...unfitStore(store?.url),
  ];
}

/** Two things whose names differ only in case would be told apart by nobody who reads a workflow. */
function twins(named: readonly { readonly name: string }[], path: Problem["path"], what: string): readonly Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    const isFirst = !seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return isFirst ? [] : [{ path: [...path, index, "name"], message: `two ${what} are called '${name}'`, help: "rename one of them" }];
  });
}

function unfitHost(host: string | undefined): readonly Problem[] {
  if (host === undefined || host.includes("${") || /^(?:[A-Za-z0-9._-]+|[0-9A-Fa-f:]+)$/.test(host)) return [];
  return [{ path: ["server", "host"], message: `'${host}' is no address or name to listen on`, help: "write it without a scheme and a port, such as '127.0.0.1'; the port stands in 'port'" }];
}

function unfitStore(url: string | undefined): readonly Problem[] {
  if (url === undefined || storePath(url) !== undefined) return [];
  return [{ path: ["store", "url"], message: `'${url}' is no path of a SQLite file`, help: "write a path relative to the project, such as 'data/jamjet.db'" }];
}

/** A backend that is not there would make every name in it look unset. */
function unknownBackends(backends: readonly string[]): readonly Problem[] {
  return backends.flatMap((backend, index) => {
    if (backend === "env" || /^file:./.test(backend)) return [];
    return [{ path: ["secrets", "backends", index], message: `this version has no secret backend '${backend}'`, help: "write 'env' for the environment, or 'file:<path>' for a file or a folder" }];
  });
}
