import { delimiter, dirname, isAbsolute, join, relative, resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { lineIndex } from "../compiler/index.ts";
import { namesUsedIn } from "../runtime/index.ts";
import type { DatabaseFacts, LocalPorts, Outcome, Project, ProjectProblem } from "../runtime/index.ts";
import { isJsonObject, type Json } from "../schemas/json.ts";
import { problemIn } from "./answer.ts";
import type { Io } from "./io.ts";
import { lockState } from "./locking.ts";
import { sqliteWanted } from "./session.ts";
import { colourOf } from "./tell.ts";

/** One thing that was looked at: what is so, in words and as data, and what is wrong with it. */
export interface Examined {
  readonly name: string;
  readonly says: string;
  readonly data: Json;
  readonly problems: readonly { readonly message: string; readonly help?: string }[];
}

/** Less room than this will not last for the logs of a day. */
const leastBytes = 100_000_000;

export function examineVersions(): Examined {
  const { node } = process.versions;
  const least = packageJson.engines.node.replace(">=", "");
  return {
    name: "jamjet",
    says: `${packageJson.version} on Node ${node}, ${process.platform} ${process.arch}`,
    data: { version: packageJson.version, node, platform: process.platform, arch: process.arch },
    problems: isOlder(node, least) ? [{ message: `Node ${node} is older than ${least}`, help: "install a newer Node" }] : [],
  };
}

function isOlder(version: string, than: string): boolean {
  const [own, other] = [version, than].map((each) => each.split(".").map(Number));
  const at = own?.findIndex((number, index) => number !== other?.[index]) ?? -1;
  return at !== -1 && (own?.[at] ?? 0) < (other?.[at] ?? 0);
}

/** SQLite, the database, and the disk that it lies on. */
export async function examineStore(database: string, io: Io): Promise<readonly Examined[]> {
  return [...(await examineDatabase(database, io)), examineDisk(database, io)];
}

async function examineDatabase(path: string, io: Io): Promise<readonly Examined[]> {
  const wanted = sqliteWanted(io);
  if (!wanted.ok) return [{ name: "sqlite", says: "", data: null, problems: [problemIn(wanted.answer)] }];
  const { examineSqlite } = await import("../runtime/index.ts");
  const examined = await examineSqlite(path, wanted.value);
  if (!examined.ok) return [{ name: "sqlite", says: "", data: null, problems: [{ message: examined.failure.message }] }];
  const { binding, version, database } = examined.value;
  const shown = relative(io.cwd, path).startsWith("..") ? path : relative(io.cwd, path);
  const facts = database?.ok === true ? database.value : undefined;
  const problems = database?.ok === false ? [{ message: database.failure.message }] : facts === undefined ? [] : problemsOf(facts, shown);
  return [
    { name: "sqlite", says: `${version} from ${binding}`, data: { binding, version }, problems: [] },
    { name: "database", says: facts !== undefined ? `${shown}: ${factsText(facts)}` : database === undefined ? `${shown}, which the first run makes` : shown, data: { path, exists: database !== undefined, ...facts }, problems },
  ];
}

function problemsOf({ quick_check, held }: DatabaseFacts, shown: string): Examined["problems"] {
  if (quick_check !== "ok") return [{ message: `'${shown}' is damaged: ${quick_check}`, help: "keep a copy of it, and go on with another: --db" }];
  return held === null ? [] : [{ message: `'${shown}' can be inspected, and no run can use it: ${held}`, help: "run as somebody who may, or name another with --db" }];
}

function factsText({ journal_mode, synchronous, quick_check, executions, bytes }: DatabaseFacts): string {
  return `journal_mode ${journal_mode}, synchronous ${synchronous}, quick_check ${quick_check}, ${executions ?? "unknown"} executions, ${sizeText(bytes)}`;
}

/** The disk that the database lies on, or will. */
function examineDisk(path: string, io: Io): Examined {
  let folder = dirname(path);
  while (io.kindOf(folder) === "nothing" && dirname(folder) !== folder) folder = dirname(folder);
  const free = io.freeBytes(folder);
  const problems = free !== undefined && free < leastBytes ? [{ message: `only ${sizeText(free)} are free where the database lies`, help: "make room, or name another place with --db" }] : [];
  return { name: "disk", says: free === undefined ? "nobody says how much is free" : `${sizeText(free)} free`, data: { free_bytes: free ?? null }, problems };
}

export function examineProject(project: Project, flaws: readonly ProjectProblem[], lacking: readonly string[]): Examined {
  const file = project.file ?? null;
  const problems = [...flaws.map(({ place, text, message, help, ...flaw }) => ({ message: `${flaw.file}:${lineIndex(text).positionAt(place.start).line + 1}: ${message}`, ...(help === undefined ? {} : { help }) })), ...lacking.map((message) => ({ message }))];
  return { name: "project", says: file ?? `no jamjet.toml here or above: '${project.root}' stands alone`, data: { file, root: project.root }, problems };
}

/** What a project says beside its servers and keys, where it does. */
export function examineSettings({ settings, policy }: Project, local: Outcome<LocalPorts>): readonly Examined[] {
  const { a2a, models, server } = settings;
  const path = settings.policy?.file;
  const rules = policy?.rules?.length;
  const said = rules === undefined ? "" : `, ${rules} rule${rules === 1 ? "" : "s"}`;
  const lacking = Object.entries(models ?? {}).flatMap(([name, model]) => {
    const problems = unsetNames(model, local, `the model '${name}'`);
    return problems.length === 0 ? [] : [{ name: `model ${name}`, says: "", data: { name }, problems }];
  });
  return [
    ...lacking,
    ...(path === undefined || policy === undefined ? [] : [{ name: "policy", says: `${path}${said}`, data: { file: path, rules: rules ?? null }, problems: [] }]),
    ...(a2a?.agents ?? []).map((agent) => ({ name: `agent ${agent.name}`, says: `${agent.url}, which nothing calls yet`, data: { name: agent.name, url: agent.url }, problems: unsetNames(agent, local, `the agent '${agent.name}'`) })),
    ...(server === undefined ? [] : [{ name: "http server", says: `${server.host}:${server.port}, for 'jamjet dev', which comes later`, data: { host: server.host, port: server.port }, problems: [] }]),
  ];
}

/** What each server is reached by, and whether its command is there; nothing is started. */
export function examineServers(project: Project, local: Outcome<LocalPorts>, io: Io): readonly Examined[] {
  return (project.settings.mcp?.servers ?? []).map((server) => {
    const { name, command, url, args } = server;
    const found = command === undefined || command.includes("${") ? undefined : programAt(command, project.root, io);
    const isMissing = command !== undefined && !command.includes("${") && found === undefined;
    return {
      name: `server ${name}`,
      says: url ?? [command, ...(args ?? [])].join(" "),
      data: { name, command: command ?? null, url: url ?? null, found: url === undefined ? !isMissing : null },
      problems: [
        ...(isMissing ? [{ message: `there is no program '${command}' to start the MCP server '${name}'`, help: "install it, or write its path in jamjet.toml" }] : []),
        ...unsetNames(server, local, `the MCP server '${name}'`),
      ],
    };
  });
}

/** The variables that a part of the settings takes as `${NAME}`, and that nobody has set. */
function unsetNames(part: object, local: Outcome<LocalPorts>, who: string): Examined["problems"] {
  if (!local.ok) return [];
  // Settings are data as they were decoded; their type only lacks the index signature that would say so.
  const names = namesUsedIn(part as Json).filter((name) => local.value.ports.env(name) === undefined);
  return names.map((name) => ({ message: `the variable ${name} is not set, and ${who} needs it`, help: "set it in the environment, or where [secrets] of jamjet.toml looks" }));
}

/** What is locked of the servers; nothing where the project has none. */
export function examineLock({ lock, settings }: Project): readonly Examined[] {
  const servers = (settings.mcp?.servers ?? []).map(({ name }) => name);
  if (servers.length === 0) return [];
  const open = servers.filter((name) => lock?.has(name) !== true);
  const tools = [...(lock?.values() ?? [])].reduce((sum, each) => sum + each.size, 0);
  const counts = `${lock?.size ?? 0} ${lock?.size === 1 ? "server" : "servers"}, ${tools} ${tools === 1 ? "tool" : "tools"}`;
  const says = lock === undefined ? "no jamjet.lock: tools are held against what each execution saw first" : `${counts}${open.length === 0 ? "" : `; not locked: ${open.join(", ")}`}`;
  return [{ name: "lock", says, data: { exists: lock !== undefined, tools, not_locked: open }, problems: [] }];
}

/** How each server answers when it is started or reached, and asked for its tools. */
export async function askServers(servers: readonly Examined[], project: Project): Promise<readonly Examined[]> {
  const { localPorts } = await import("../runtime/index.ts");
  const local = localPorts({ project });
  if (!local.ok) return servers;
  const { ports, close } = local.value;
  const names = (project.settings.mcp?.servers ?? []).map(({ name }) => name);
  try {
    const lists = await Promise.all(names.map((name) => ports.tools.list(name, AbortSignal.timeout(longestAnswerMs))));
    return servers.map((server, index) => {
      const list = lists[index];
      if (list === undefined || !list.ok) return { ...server, problems: [{ message: list?.failure.message ?? "nobody asked it" }] };
      const tools = list.value.map(({ name }) => name);
      const state = lockState(project, names[index] ?? "", list.value);
      const problems = state === "changed" ? [{ message: `the tools of '${names[index]}' are not what was locked`, help: "look at each change: jamjet lock" }] : server.problems;
      return { ...server, says: `${server.says}, ${tools.length} tool${tools.length === 1 ? "" : "s"}, ${state}`, data: isJsonObject(server.data) ? { ...server.data, tools, lock: state } : server.data, problems };
    });
  } finally {
    await close();
  }
}

const longestAnswerMs = 30_000;

function programAt(command: string, root: string, io: Io): string | undefined {
  const places = isAbsolute(command) || command.includes("/") ? [resolve(root, command)] : (io.env("PATH") ?? "").split(delimiter).map((folder) => join(folder, command));
  const endings = process.platform === "win32" ? ["", ...(io.env("PATHEXT") ?? "").split(";")] : [""];
  return places.flatMap((place) => endings.map((ending) => place + ending)).find((place) => io.isProgram(place));
}

/** Names alone: no value of a key is ever shown. */
export function examineKeys(local: Outcome<LocalPorts>): Examined {
  if (!local.ok) return { name: "keys", says: "", data: null, problems: [{ message: local.failure.message }] };
  const { env, secrets: names } = local.value.ports;
  const isSet = (name: string): boolean => env(name) !== undefined;
  const listed = (wanted: boolean, verb: string): readonly string[] => {
    const which = names.filter((name) => isSet(name) === wanted);
    return which.length === 0 ? [] : [`${verb} ${which.join(", ")}`];
  };
  return { name: "keys", says: [...listed(true, "set:"), ...listed(false, "not set:")].join("; "), data: names.map((name) => ({ name, set: isSet(name) })), problems: [] };
}

/** How old the built-in prices are, and how many the project sets over them. */
export function examinePrices({ settings }: Project, asOf: string): Examined {
  const own = Object.entries(settings.model_prices ?? {}).map(([name, price]) => ({ name, as_of: price.as_of ?? null }));
  const shown = own.map((price) => (price.as_of === null ? price.name : `${price.name} as of ${price.as_of}`)).join(", ");
  const says = own.length === 0 ? "" : `; of this project: ${shown}`;
  return { name: "prices", says: `built in, as of ${asOf}${says}`, data: { as_of: asOf, own }, problems: [] };
}

export function examineTerminal(io: Io): Examined {
  const { isTty, columns } = io.out;
  const colour = colourOf(io.out, io) === "always";
  const words = io.env("LC_ALL") || io.env("LC_CTYPE") || io.env("LANG") || "";
  const utf8 = /utf-?8/i.test(words);
  const says = [isTty ? "a terminal" : "no terminal", ...(columns === undefined ? [] : [`${columns} columns`]), colour ? "colours" : "plain", ...(utf8 ? ["UTF-8"] : [])];
  return { name: "terminal", says: says.join(", "), data: { tty: isTty, columns: columns ?? null, colour, utf8 }, problems: [] };
}

function sizeText(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB", "TB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`;
}
