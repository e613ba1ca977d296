import type { ToolInfo } from "../../runtime/index.ts";
import { toolChanges } from "../../schemas/tool-changes.ts";
import type { LockedTools } from "../../schemas/tool-lock.ts";
import { nearest } from "../../schemas/nearest.ts";
import { type Answer, answer, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { readInput } from "../inputs.ts";
import { withServers } from "../mcp-servers.ts";
import { answerLines } from "../render/tools.ts";

export const toolsCall = command({
  name: "tools call",
  summary: "call a tool of an MCP server, as a tool node would",
  arguments: { server: { doc: "the server, as named in jamjet.toml" }, tool: { doc: "the tool, as 'jamjet tools list' names it" } },
  options: {
    args: { kind: "text", value: "json", short: "a", doc: "its arguments: JSON, @file, or - for standard input" },
    timeout: { kind: "duration", value: "duration", doc: "give up after this long; 1m if nothing is said" },
  },
  exits: ["fine", "findings"],
  examples: [`jamjet tools call library search_documents --args '{"query": "retries"}'`],
  run: ({ args, options }, io) => {
    const input = readInput(options.args, io, "--args");
    if (!input.ok) return input.answer;
    const { server, tool } = args;
    const ask: Parameters<typeof withServers>[0]["ask"] = async (tools, _, signal, { project }) => {
      const list = await tools.list(server, signal);
      if (!list.ok) return failed(list.failure);
      const unusable = refusalOf(server, tool, list.value) ?? driftOf(server, tool, list.value, project.lock?.get(server));
      if (unusable !== undefined) return unusable;
      const site = { node: "tools call", visit: 1, attempt: 1 };
      const said = await tools.call({ site, server, tool, arguments: input.value, idempotencyKey: crypto.randomUUID() }, signal);
      if (!said.ok) return failed(said.failure);
      const { content, structured } = said.value;
      return answer("fine", { server, tool, content, ...(structured === undefined ? {} : { structured }) }, answerLines(said.value));
    };
    return withServers({ named: [server], timeoutMs: options.timeout ?? 60_000, ask }, io);
  },
});

/** Why this tool is not called: nobody lists it, or what its server says of it must not be trusted. */
function refusalOf(server: string, name: string, listed: readonly ToolInfo[]): Answer | undefined {
  const found = listed.find((tool) => tool.name === name);
  if (found?.problem !== undefined) return refusal(`'${name}' of '${server}' is not called: ${found.problem}`, undefined, "findings");
  if (found !== undefined) return undefined;
  const near = nearest(name, listed.map((tool) => tool.name));
  return refusal(`'${server}' has no tool '${name}'`, near === undefined ? `see 'jamjet tools list ${server}'` : `did you mean '${near}'?`);
}

/** Why a tool is not called that is there: it is not what was locked. */
function driftOf(server: string, name: string, listed: readonly ToolInfo[], locked: LockedTools | undefined): Answer | undefined {
  const found = listed.find((tool) => tool.name === name);
  if (locked === undefined || found === undefined) return undefined;
  const known = locked.get(name);
  const help = "look at it with 'jamjet lock', and take it with 'jamjet lock --accept'";
  if (known === undefined) return refusal(`'${name}' of '${server}' is not called: it is not in jamjet.lock`, help, "findings");
  const parts = [...new Set(toolChanges(known, found).map(({ part }) => part))];
  return parts.length === 0 ? undefined : refusal(`'${name}' of '${server}' is not called: its ${parts.join(", its ")} changed since it was locked`, help, "findings");
}

function failed({ code, message }: { readonly code: string; readonly message: string }): Answer {
  return { ...refusal(`${code}: ${message}`, undefined, "findings"), data: { error: { code, message } } };
}
