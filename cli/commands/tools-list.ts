import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { lockState } from "../locking.ts";
import { withServers } from "../mcp-servers.ts";
import { type Listed, listedData, serverLines } from "../render/tools.ts";

export const toolsList = command({
  name: "tools list",
  summary: "list the tools of the project's MCP servers",
  arguments: { server: { count: "optional", doc: "only this server, with all that it says of its tools" } },
  options: { timeout: { kind: "duration", value: "duration", doc: "give up after this long; 1m if nothing is said" } },
  exits: ["fine", "findings"],
  examples: ["jamjet tools list", "jamjet tools list library", "jamjet tools list --json"],
  run: ({ args, options }, io) => {
    const ask: Parameters<typeof withServers>[0]["ask"] = async (tools, servers, signal, { project }) => {
      const lists = await Promise.all(
        servers.map(async (server): Promise<Listed> => {
          const list = await tools.list(server, signal);
          return list.ok ? { server, tools: list.value, ...(project.lock === undefined ? {} : { lock: lockState(project, server, list.value) }) } : { server, tools: [], failure: list.failure };
        }),
      );
      const detail = args.server === undefined ? "short" : "whole";
      const lines = lists.flatMap((list, index) => [...(index === 0 ? [] : [""]), ...serverLines(list, io.out.columns ?? 80, detail)]);
      return answer(lists.some(({ failure }) => failure !== undefined) ? "findings" : "fine", { servers: lists.map(listedData) }, lines);
    };
    return withServers({ named: args.server === undefined ? [] : [args.server], timeoutMs: options.timeout ?? 60_000, ask }, io);
  },
});
