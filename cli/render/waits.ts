import type { WaitLine } from "../../runtime/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { activityFields } from "../../schemas/common-fields.ts";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { misfit } from "../../schemas/type.ts";
import { sampleOf } from "../sample.ts";
import { momentText } from "./events.ts";
import { fitted } from "./fit.ts";
import type { Line } from "./page.ts";
import { memberLines } from "./steps.ts";

/** Makes the command line that reaches an execution where it is kept. */
type CommandLine = (words: readonly string[]) => string;

/**
 * What an execution waits for, for a screen of `columns`, and the exact commands that end each wait: these stay in one
 * line, to be copied. `beside` are all waits of the execution, from which a command tells the one it means.
 */
export function waitsLines(id: string, waits: readonly WaitLine[], commandLine: CommandLine, columns: number | undefined, beside = waits): readonly Line[] {
  return waits.flatMap((wait, index): readonly Line[] => {
    const commands = commandsOf(id, wait, beside).map((words): Line => ["  ", { tone: "strong", text: commandLine(words) }]);
    const help: readonly Line[] = commands.length === 0 ? [] : [[{ tone: "dim", text: invitationTo(wait) }], ...commands];
    return [...(index === 0 ? [] : [""]), ...fitted([headOf(wait), ...detailsOf(wait)], columns), ...help];
  });
}

/** The first command that ends one of the waits from outside. */
export function firstCommand(id: string, waits: readonly WaitLine[], commandLine: CommandLine): string | undefined {
  const [words] = waits.flatMap((wait) => commandsOf(id, wait, waits));
  return words === undefined ? undefined : commandLine(words);
}

/** A wait as data: the names that every command uses. */
export function waitData({ node, visit, for: what, since, dueAt, expiresAt, event, correlationKey, data, message, asks, approvers, request }: WaitLine): JsonObject {
  return {
    node, visit, for: what, since: momentText(since),
    ...(dueAt === null ? {} : { due_at: momentText(dueAt) }),
    ...(expiresAt === null ? {} : { expires_at: momentText(expiresAt) }),
    ...(event === undefined ? {} : { event }),
    ...(correlationKey === undefined ? {} : { correlation_key: correlationKey }),
    ...(data === undefined ? {} : { data: Object.fromEntries(Object.entries(data).map(([key, { type }]) => [key, sampleOf(type)])) }),
    ...(request === undefined ? {} : { request, approvers }),
    ...(message === undefined ? {} : { message }),
    ...(asks === undefined ? {} : { asks }),
  };
}

function headOf(wait: WaitLine): Line {
  const { node, visit, dueAt, expiresAt } = wait;
  const until = [dueAt === null ? "" : `, until ${momentText(dueAt)}`, expiresAt === null ? "" : `, at most until ${momentText(expiresAt)}`].join("");
  return [{ tone: "warn", text: "waits" }, ` at '${node}'${visit === 1 ? "" : ` #${visit}`}${whatFor(wait)}${until}`];
}

function whatFor({ for: what, event, correlationKey }: WaitLine): string {
  switch (what) {
    case "event": return ` for '${String(event)}'${correlationKey === undefined ? "" : ` with the correlation key '${correlationKey}'`}`;
    case "approval": return " for a decision";
    case "moment": return "";
    case "resolution": return ": nobody knows whether its call took effect";
    case "budget": return " for more to spend";
    default: return unreachable(what, "whatFor");
  }
}

function detailsOf({ message, asks, approvers }: WaitLine): readonly Line[] {
  return [
    ...(message === undefined ? [] : message.trimEnd().split("\n").map((line): Line => (line === "" ? "" : `  ${line}`))),
    ...(asks === undefined ? [] : memberLines(isJsonObject(asks) ? withoutRest(asks) : { asks }, "  ")),
    ...(approvers.length === 0 ? [] : [[{ tone: "dim" as const, text: "who decides: " }, approvers.join(", ")]]),
  ];
}

/** What is asked without the fields of the node that say nothing of the call, or that its name says already. `--json` has all of them. */
function withoutRest(asks: JsonObject): JsonObject {
  const { input } = asks;
  if (!isJsonObject(input)) return asks;
  return { ...asks, input: Object.fromEntries(Object.entries(input).filter(([name]) => !Object.hasOwn(activityFields, name) && !besideTheCall.has(name))) };
}

const besideTheCall: ReadonlySet<string> = new Set(["server", "tool", "output_key"]);

function commandsOf(id: string, { for: what, node, event, correlationKey, data = {}, approvers, shortfall, visit }: WaitLine, waits: readonly WaitLine[]): readonly (readonly string[])[] {
  switch (what) {
    case "moment": return [];
    case "resolution": return [["--done", "{}"], ["--retry"], ["--fail"]].map((word) => ["resolve", id, node, ...word]);
    case "budget": return shortfall === undefined ? [] : [["resume", id, "--raise-budget", `${shortfall.kind}=${missingAmount(shortfall)}`]];
    case "event": return [["resume", id, "--event", String(event), ...(correlationKey === undefined ? [] : ["--correlation-key", correlationKey]), "--data", sampleData(data)]];
    case "approval": {
      const asking = waits.filter((wait) => wait.request !== undefined);
      const isTwin = asking.filter((wait) => wait.node === node).length > 1;
      const rest = [...(asking.length > 1 ? ["--node", node] : []), ...(isTwin ? ["--visit", String(visit)] : []), ...(approvers[0] === undefined ? [] : ["--user", approvers[0]])];
      return (["approved", "rejected"] as const).map((decision) => ["approve", id, "--decision", decision, ...rest]);
    }
    default: return unreachable(what, "commandsOf");
  }
}

function invitationTo({ for: what, shortfall }: WaitLine): string {
  switch (what) {
    case "event": return "send it with:";
    case "approval": return "decide with:";
    case "moment": return "";
    case "resolution": return "find out, and say what became of it with one of:";
    case "budget": return shortfall?.wanted === null ? "say what the model costs under [model_prices] of jamjet.toml, and then:" : "give more with:";
    default: return unreachable(what, "invitationTo");
  }
}

/** What is missing for the next call, in round figures. */
function missingAmount({ kind, limit, spent, wanted }: NonNullable<WaitLine["shortfall"]>): number {
  const missing = Math.max(spent + (wanted ?? 0) - limit, 0);
  // Cents are rounded up, and not for what a sum of cents is above itself in binary.
  return kind === "cost_usd" ? Math.max(Math.ceil(Number((missing * 100).toFixed(7))) / 100, 0.01) : Math.max(Math.ceil(missing), 1);
}

/** A payload for its reader to fill in: what must be there. */
function sampleData(data: NonNullable<WaitLine["data"]>): string {
  const needed = Object.entries(data).flatMap(([key, { type }]): readonly (readonly [string, Json])[] => (misfit(null, type) === undefined ? [] : [[key, sampleOf(type)]]));
  return JSON.stringify(Object.fromEntries(needed));
}
