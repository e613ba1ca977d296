import type { Command } from "../command.ts";
import { approvals } from "./approvals.ts";
import { approve } from "./approve.ts";
import { cancel } from "./cancel.ts";
import { compile } from "./compile.ts";
import { completionOf } from "./completion.ts";
import { cost } from "./cost.ts";
import { diff } from "./diff.ts";
import { doctor } from "./doctor.ts";
import { events } from "./events.ts";
import { explain } from "./explain.ts";
import { fmt } from "./fmt.ts";
import { graph } from "./graph.ts";
import { init } from "./init.ts";
import { inputs } from "./inputs.ts";
import { inspect } from "./inspect.ts";
import { lock } from "./lock.ts";
import { ls } from "./ls.ts";
import { lsp } from "./lsp.ts";
import { mcp } from "./mcp.ts";
import { migrate } from "./migrate.ts";
import { replay } from "./replay.ts";
import { resolve } from "./resolve.ts";
import { resume } from "./resume.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { toolsCall } from "./tools-call.ts";
import { toolsList } from "./tools-list.ts";
import { validate } from "./validate.ts";
import { work } from "./work.ts";

/** Every command, in the order of the list that `jamjet --help` prints. */
export const commands: readonly Command[] = [init, validate, fmt, migrate, diff, compile, graph, inputs, cost, run, resume, approve, approvals, resolve, cancel, work, inspect, events, replay, ls, lock, toolsList, toolsCall, explain, schema, doctor, lsp, mcp, completionOf(() => commands)];

/** What the first word of a command of two words stands for. */
export const groups: { readonly [word: string]: string } = { tools: "see and call the tools of MCP servers" };
