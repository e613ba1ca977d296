import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import type { CostRange } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { Feature } from "../feature.ts";
import { rangeText } from "../hover/names.ts";
import type { Library } from "../library.ts";
import { familyOf, isWritten, workflowsIn, type Snapshot } from "../snapshot.ts";
import { locationOf, meaningsAt, placesOf } from "../symbols.ts";

/** What a lens is about: the whole workflow, or a key of the state by its name. */
type Subject = "run" | "inputs" | "cost" | { readonly key: string };

/** What a lens carries until its words are asked for. */
interface LensData {
  readonly uri: string;
  readonly subject: Subject;
  /** Of a workflow that a document holds: what its names belong to. */
  readonly home?: string;
}

/** The commands that do what lenses offer; a client says in `initializationOptions.commands` which of them it has. */
const commands = { run: "jamjet.run", inputs: "jamjet.showInputs", cost: "jamjet.showCost", uses: "jamjet.showReferences" } as const;

/** Where there is something to do, for a client that can do it: above the header of what can run, and above each key of the state. */
export function lensesOf(snapshot: Snapshot, known: ReadonlySet<string>): CodeLens[] {
  return workflowsIn(snapshot).flatMap((workflow) => lensesIn(workflow, known));
}

function lensesIn(workflow: Snapshot, known: ReadonlySet<string>): CodeLens[] {
  const { typed, compiled: { blocks }, places, uri, holder, home } = workflow;
  if (typed === undefined) return [];
  const lens = (span: Parameters<typeof blocks.absolute>[0], subject: Subject): CodeLens => ({ range: places.rangeOf(blocks.absolute(span)), data: { uri, subject, ...(holder === undefined ? {} : { home }) } satisfies LensData });
  const isSound = isWritten(workflow) && (holder ?? workflow).compiled.diagnostics.every(({ severity }) => severity !== "error");
  // Nothing runs a workflow of a fleet by its name.
  const subjects = holder === undefined ? (["run", "inputs", "cost"] as const) : (["inputs", "cost"] as const);
  const ofWhole = subjects.filter((subject) => isSound && known.has(commands[subject]));
  const keys = known.has(commands.uses) ? [...typed.bound.state.values()].filter(({ span }) => blocks.fileOf(span) === undefined) : [];
  return [...ofWhole.map((subject) => lens(typed.bound.ast.headerKey, subject)), ...keys.map(({ name, span }) => lens(span, { key: name }))];
}

/** What a lens says and does in the document as it is now; undefined where what it is about is gone. */
function commandOf(snapshot: Snapshot, subject: Subject, library: Library): Command | undefined {
  const { uri, workspace, holder } = snapshot;
  if (typeof subject === "object") return usesCommand(snapshot, subject.key, library);
  // Commands are about whole documents: of a workflow in one, a lens says what it knows, and does nothing.
  const command = (title: string): Command => (holder === undefined ? { title, command: commands[subject], arguments: [uri] } : { title, command: "" });
  switch (subject) {
    case "run": return command("run");
    case "inputs": {
      const inputs = workspace.inputs(uri) ?? [];
      return command(inputs.length === 0 ? "no inputs" : `inputs: ${inputs.map(({ key, required }) => (required ? key : `${key}?`)).join(", ")}`);
    }
    case "cost": {
      const cost = workspace.cost(uri);
      if (cost === undefined) return undefined;
      const ranges = cost.ranges.flatMap((range) => (isCounted(range) ? (rangeText(range) ?? []) : []));
      return command(`takes ${ranges.length === 0 ? "no calls" : ranges.join(", ")}`);
    }
    default: return unreachable(subject, "commandOf");
  }
}

/** What people ask first; tokens are told by the command. */
function isCounted({ quantity }: CostRange): boolean {
  return quantity === "calls" || quantity === "cost_usd" || quantity === "ms";
}

function usesCommand(snapshot: Snapshot, key: string, library: Library): Command | undefined {
  const symbol = snapshot.typed?.bound.state.get(key);
  if (symbol === undefined) return undefined;
  const at = snapshot.compiled.blocks.absolute(symbol.span);
  // What a node declares of the state, the event that it waits for brings.
  const uses = placesOf(meaningsAt(snapshot, at.start, library), snapshot, library).filter(({ occurrence: { role, node } }) => role !== "declare" || node !== undefined);
  const writes = uses.filter(({ occurrence: { role } }) => role !== "read").length;
  const title = `${counted(writes, "write")}, ${counted(uses.length - writes, "read")}`;
  return { title, command: commands.uses, arguments: [snapshot.uri, snapshot.places.positionAt(at.start), uses.map(locationOf)] };
}

/** What a client gives back is what it was given, or nothing of ours. */
function isLensData(data: unknown): data is LensData {
  if (typeof data !== "object" || data === null || !("uri" in data) || typeof data.uri !== "string" || !("subject" in data)) return false;
  const { subject } = data;
  if ("home" in data && typeof data.home !== "string") return false;
  return typeof subject === "string" ? ["run", "inputs", "cost"].includes(subject) : typeof subject === "object" && subject !== null && "key" in subject && typeof subject.key === "string";
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Offers what can be done with a workflow and its state; words and places are worked out for the lenses that are seen. */
export const codeLens: Feature = {
  capabilities: ({ commands: known }) => (Object.values(commands).some((each) => known.has(each)) ? { codeLensProvider: { resolveProvider: true } } : {}),
  serve: ({ connection, client, answering, library }) => {
    connection.onCodeLens(answering<CodeLensParams, CodeLens[]>([], (snapshot) => lensesOf(snapshot, client().commands)));
    connection.onCodeLensResolve((lens) => {
      const data: unknown = lens.data;
      if (!isLensData(data)) return lens;
      const resolve = answering<{ readonly textDocument: { readonly uri: string } }, CodeLens>(lens, (snapshot) => {
        const command = commandOf(familyOf(snapshot).find(({ home }) => home === data.home) ?? snapshot, data.subject, library);
        return command === undefined ? lens : { ...lens, command };
      });
      return resolve({ textDocument: data });
    });
  },
};
