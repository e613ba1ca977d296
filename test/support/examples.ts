import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile, parseYamlData, type Compiled, type FileText, type ProjectView } from "../../compiler/index.ts";
import { factsOf, localPorts, readProject, readReplies, type LocalPorts } from "../../runtime/index.ts";
import { Bug } from "../../schemas/bug.ts";
import type { RunEvent } from "../../schemas/event.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { lineOf } from "./executions.ts";

const root = join(import.meta.dirname, "../../examples");

/** A folder of `examples/` with a workflow: the name is its path there. */
export interface Example {
  readonly name: string;
  readonly folder: string;
  readonly input: JsonObject;
}

export const examples: readonly Example[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("workflow.yaml"))
  .map((file) => {
    const folder = join(root, dirname(file));
    const input = join(folder, "input.json");
    return { name: dirname(file), folder, input: existsSync(input) ? (JSON.parse(readFileSync(input, "utf8")) as JsonObject) : {} };
  })
  .toSorted((a, b) => (a.name < b.name ? -1 : 1));

export function compileExample(example: Example): Compiled {
  const text = readFileSync(join(example.folder, "workflow.yaml"), "utf8");
  return compile({ uri: `examples/${example.name}/workflow.yaml`, text }, { project: exampleProject(example) });
}

/** What the compiler may know of the project that an example stands in. */
export function exampleProject({ folder }: Example): ProjectView {
  const { project } = readProject(folder);
  const { servers, file } = factsOf(project);
  return { servers: file === undefined ? undefined : servers, ...(project.lock === undefined ? {} : { lock: project.lock }), fileExists: (path) => existsSync(join(folder, path)), textOf: (path) => readable(join(folder, path)) };
}

function readable(path: string): FileText {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? { ok: true, text: readFileSync(path, "utf8") } : { ok: false };
}

/** The real ports of this machine, but for the paid model API, which the example's replies stand in for. */
export function exampleReplies({ folder }: Example): Parameters<typeof localPorts>[0]["replies"] {
  const file = join(folder, "replies.yaml");
  if (!existsSync(file)) return undefined;
  const read = readReplies(parseYamlData({ uri: file, text: readFileSync(file, "utf8") }).value.value);
  if (!read.ok) throw new Bug(read.problems.map((problem) => problem.message).join("; "));
  return read.replies;
}

export function examplePorts(example: Example, env: { readonly [name: string]: string }): LocalPorts & { readonly unused: () => number } {
  const replies = exampleReplies(example);
  const local = localPorts({ project: readProject(example.folder).project, replies });
  if (!local.ok) throw new Bug(local.failure.message);
  const { ports, close } = local.value;
  return { ports: { ...ports, env: (name) => env[name] ?? ports.env(name) }, close, unused: () => replies?.unused().length ?? 0 };
}

/** A shop on loopback for the examples that speak HTTP. */
export async function startShop(): Promise<{ readonly url: string; readonly bookings: ReadonlyMap<string, string>; readonly close: () => void }> {
  const bookings = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const answer = (type: string, body: string): void => void response.writeHead(200, { "content-type": type }).end(body);
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.method === "POST") {
        const key = String(request.headers["idempotency-key"]);
        bookings.set(key, body);
        answer("text/plain", `booked ${(JSON.parse(body) as { order: string }).order}`);
      } else answer("application/json", JSON.stringify({ id: "A-17", total: 59.9, items: ["lamp", "bulb"] }));
    });
  });
  return { url: await listening(server), bookings, close: () => server.close() };
}

/** Where the servers of the examples are, by the names of their variables. */
export async function startServers(): Promise<{ readonly env: { readonly [name: string]: string }; readonly close: () => void }> {
  const shop = await startShop();
  // The story's own file is JavaScript, as its readers run it.
  const { sources } = (await import(pathToFileURL(join(root, "stories/data-pipeline/sources.mjs")).href)) as { readonly sources: () => Server };
  const { orders } = (await import(pathToFileURL(join(root, "stories/order-saga/orders.mjs")).href)) as { readonly orders: () => Server };
  const servers = [sources(), orders()] as const;
  const env = { SHOP_URL: shop.url, SOURCES_URL: await listening(servers[0]), ORDERS_URL: await listening(servers[1]) };
  return {
    env,
    close: () => {
      shop.close();
      for (const server of servers) server.close();
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Bug("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

/** The log of an example as its `events.txt` shows it: all that is the same on every run. */
export function logText(events: readonly RunEvent[]): string {
  return `${events.flatMap((event) => [lineOf(event).replace(/retry in \d+/, "retry in …"), ...detailsOf(event)]).join("\n")}\n`;
}

function detailsOf(event: RunEvent): readonly string[] {
  switch (event.type) {
    case "workflow_started": return [`    input ${JSON.stringify(event.input)}`];
    case "node_started": return [`    effect ${event.effect}`, `    input ${stable(event.input)}`];
    case "node_completed": return [`    output ${stable(event.output)}`, ...usageLines(event.usage)];
    case "node_failed": return [`    ${event.failure.message}`, ...usageLines(event.usage)];
    case "step_started": return event.input === null ? [] : [`    told ${stable(event.input)}`];
    case "wait_started": return [`    input ${stable(event.input)}`];
    case "event_received": return [`    payload ${stable(event.payload)}`];
    case "approval_requested": return [`    ${event.reason}`, `    asks ${stable(event.asks)}`];
    case "budget_exceeded": return [`    ${event.kind}: ${event.spent} of ${event.limit}, ${event.wanted} wanted`];
    case "approval_received": return [`    ${JSON.stringify({ user: event.user, comment: event.comment, patch: event.patch })}`];
    case "step_completed": return [event.failure === null ? `    answered ${stable(event.output)}` : `    ${event.failure.message}`, ...usageLines(event.usage)];
    default: return [];
  }
}

function usageLines(usage: Extract<RunEvent, { type: "node_completed" }>["usage"]): readonly string[] {
  return usage.map((call) => `    used ${call.provider}/${call.model}: ${call.input_tokens} + ${call.output_tokens} tokens, $${call.cost_usd}`);
}

/** Data without measured times, ports and ids of one run, cut where it is long. */
function stable(value: unknown): string {
  const text = JSON.stringify(value)
    .replace(/\d+ms \(threshold/g, "…ms (threshold")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:…")
    .replace(/"score":[01](?:\.\d+)?(?=,"message":"…ms)/g, '"score":…');
  return text.length > 600 ? `${text.slice(0, 600)}… (${text.length} characters)` : text;
}

