import { fileURLToPath } from "node:url";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema, CompleteRequestSchema, ErrorCode, GetPromptRequestSchema, ListPromptsRequestSchema, ListResourcesRequestSchema, ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema, McpError, ReadResourceRequestSchema, ResultSchema, RootsListChangedNotificationSchema, type Tool,
} from "@modelcontextprotocol/sdk/types.js";
import type { Json } from "../../schemas/json.ts";
import type { Scope } from "./scope.ts";
import type { AgentService, ListedTool } from "./service.ts";
import { stdioTransport } from "./stdio.ts";

export interface McpOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly version: string;
  /** Where we were started. */
  readonly cwd: string;
  /** The only folder that the client may ask about, whatever roots it has. */
  readonly root: string | undefined;
}

/** Serves one client, in the words of the protocol, until its input ends and everything that it asked is answered. */
export async function serveMcp(service: AgentService, { input, output, version, cwd, root }: McpOptions): Promise<void> {
  // The SDK's `McpServer` wants the shapes of tools as zod; ours are declared as JSON Schema.
  const server = new Server({ name: "jamjet", title: "JamJet", version }, { capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} }, instructions: service.instructions });
  serveTools(server, service, root === undefined ? rootsOf(server, cwd) : async () => [root]);
  serveLibrary(server, service);
  servePrompts(server, service);
  const closed = new Promise<void>((resolve) => (server.onclose = resolve));
  await server.connect(stdioTransport(input, output));
  await closed;
}

function serveTools(server: Server, service: AgentService, folders: () => Promise<Scope["folders"]>): void {
  const tools = service.tools.map(asTool);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    // The protocol gave them as JSON, whatever else their type says.
    const { texts, data } = await service.call(params.name, params.arguments as Json | undefined, await folders());
    const content = texts.map((text) => ({ type: "text" as const, text }));
    return data === undefined ? { content, isError: true } : { content, structuredContent: data };
  });
}

/** Both schemas are of objects, as their declarations say. */
function asTool(tool: ListedTool): Tool {
  return { ...tool, inputSchema: tool.inputSchema as Tool["inputSchema"], outputSchema: tool.outputSchema as Tool["outputSchema"] };
}

/** The protocol's code for a resource that is not there. */
const notFound = -32_002;

function serveLibrary(server: Server, { library, codeTemplate, codesLike }: AgentService): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...library.pages()] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [codeTemplate] }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const read = library.read(uri);
    return read === undefined ? Promise.reject(new McpError(notFound, `there is no '${uri.slice(0, 200)}': resources/list names what there is`)) : { contents: [{ uri, ...read }] };
  });
  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument } }) => ({
    completion: ref.type === "ref/resource" && ref.uri === codeTemplate.uriTemplate && argument.name === "code" ? codesLike(argument.value) : { values: [] },
  }));
}

function servePrompts(server: Server, { prompts, promptText }: AgentService): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: prompts.map((prompt) => ({ ...prompt, arguments: [...prompt.arguments] })) }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = promptText(params.name, params.arguments ?? {});
    return prompt.ok ? { messages: [{ role: "user", content: { type: "text", text: prompt.text } }] } : Promise.reject(new McpError(ErrorCode.InvalidParams, prompt.reason));
  });
}

/** A client that has roots and does not name them in this time is served in the folder it started us in. */
const rootsMs = 5_000;

/** The folders of the client's roots as they are now; without any, the one it started us in. */
function rootsOf(server: Server, cwd: string): () => Promise<Scope["folders"]> {
  let folders: Promise<Scope["folders"]> | undefined;
  const ask = async (): Promise<Scope["folders"]> => {
    if (server.getClientCapabilities()?.roots === undefined) return [cwd];
    // The SDK's own schema refuses all roots where one is no file.
    const { roots } = await server.request({ method: "roots/list" }, ResultSchema, { timeout: rootsMs }).catch(() => ({ roots: [] }));
    const [first, ...rest] = Array.isArray(roots) ? roots.flatMap(folderOf) : [];
    return first === undefined ? [cwd] : [first, ...rest];
  };
  server.oninitialized = () => (folders = ask());
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => void (folders = ask()));
  return () => (folders ??= ask());
}

function folderOf(root: unknown): readonly string[] {
  try {
    return typeof root === "object" && root !== null && "uri" in root && typeof root.uri === "string" ? [fileURLToPath(root.uri)] : [];
  } catch {
    // A root that is no folder of this machine.
    return [];
  }
}
