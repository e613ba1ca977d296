import { comparePrograms, levels, lineIndex, parseYamlData, type Difference, type PartPath } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { readDocument } from "../documents.ts";
import { readProgram } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Line, Tone } from "../render/page.ts";

export const diff = command({
  name: "diff",
  summary: "tell what the change from one version of a workflow to another breaks: executions under way, replays, callers",
  arguments: {
    old: { doc: "the document, or the program that compile wrote, as it was" },
    new: { doc: "the same as it is now" },
  },
  options: { level: { kind: "choice", oneOf: levels, doc: "exit with 1 where something of this level or a worse one breaks: running (the default), replay, caller" } },
  exits: ["fine", "findings"],
  examples: ["jamjet diff released.yaml workflow.yaml", "jamjet diff released.json workflow.yaml --level caller --json"],
  async run({ args, options }, io) {
    const old = await readProgram(args.old, io);
    if (!old.ok) return old.answer;
    const current = await readProgram(args.new, io);
    if (!current.ok) return current.answer;
    const found = comparePrograms(old.value.program, current.value.program);
    const [before, after] = [placesIn(args.old, old.value.program, io), placesIn(args.new, current.value.program, io)];
    const threshold = levels.indexOf(options.level ?? "running");
    const exit = found.some(({ level }) => levels.indexOf(level) <= threshold) ? "findings" : "fine";
    const data: JsonObject = { same_program: old.value.program.hash === current.value.program.hash, differences: found.map((each) => ({ code: each.code, slug: each.slug, level: each.level, message: each.message, ...(each.help === undefined ? {} : { help: each.help }), old: before(each.old), new: after(each.new) })) };
    const lines = found.flatMap((each) => linesOf(each, `${placeText(before(each.old))} → ${placeText(after(each.new))}`));
    const same = old.value.program.hash === current.value.program.hash ? "the same program" : "another program, and nothing breaks";
    return answer(exit, data, found.length === 0 ? [[{ tone: "good", text: same }]] : lines);
  },
});

/** A part of a document as messages show it. */
interface Place extends JsonObject {
  readonly file: string;
  /** From 1; `null` where the document is a program that does not say. */
  readonly line: number | null;
  readonly part: string;
}

/** Where the parts of a document are written; of a program only its nodes are known by line. */
function placesIn(word: string, program: Program, io: Io): (path: PartPath) => Place {
  const document = word.endsWith(".json") ? undefined : readDocument(word, io);
  if (document?.ok === true) {
    const { source } = document.value;
    const lines = lineIndex(source.text);
    const { value } = parseYamlData(source);
    return (path) => ({ file: word, line: lines.positionAt(value.spanAt(path).start).line + 1, part: path.join(".") });
  }
  const nodes = new Map(program.ops.map((op, slot) => [op.node, program.debug.nodes[slot]?.[2] ?? null]));
  return (path) => ({ file: word, line: path[0] === "nodes" ? (nodes.get(path[1] ?? "") ?? null) : null, part: path.join(".") });
}

function placeText({ file, line, part }: Place): string {
  return line === null ? `${file} (${part})` : `${file}:${line}`;
}

function linesOf({ level, code, slug, message, help }: Difference, places: string): readonly Line[] {
  const tones: { readonly [L in Difference["level"]]: Tone } = { running: "bad", replay: "warn", caller: "note" };
  const first: Line = [{ tone: tones[level], text: `${level}[${code}]` }, ` ${slug}: ${message}`];
  return [first, [{ tone: "dim", text: "  --> " }, places], ...(help === undefined ? [] : [[{ tone: "dim" as const, text: "  help" }, `: ${help}`]]), ""];
}
