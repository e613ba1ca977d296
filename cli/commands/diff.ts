import { comparePrograms, type Difference, levels } from "../../compiler/index.ts";
import type { JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { type Answer, type Maybe, answer, found, refusal } from "../answer.ts";
import { command } from "../command.ts";
import { placesIn, type PartPlaces } from "../differing-parts.ts";
import { readPastProgram, readProgram } from "../inputs.ts";
import type { Io } from "../io.ts";
import { asOf } from "../past.ts";
import { type Line, type Tone, jsonPage } from "../render/page.ts";
import { comparedFile } from "../report/compared.ts";
import { reportFormats } from "../report/format-names.ts";
import { reportLines } from "../report/formats.ts";
import { ownVersion } from "../version.ts";

export const diff = command({
  name: "diff",
  summary: "tell what the change from one version of a workflow to another breaks: executions under way, replays, callers",
  arguments: {
    old: { doc: "the document, or the program that compile wrote, as it was" },
    new: { count: "optional", doc: "the same as it is now; with --from, the file of the same name if absent" },
  },
  options: {
    from: { kind: "text", value: "revision", doc: "take the old one from this revision of git: a branch, a tag, a commit" },
    to: { kind: "text", value: "revision", doc: "take the new one from this revision, and not from the folder" },
    level: { kind: "choice", oneOf: levels, doc: "exit with 1 where something of this level or a worse one breaks: running (the default), replay, caller" },
    format: { kind: "choice", oneOf: reportFormats, value: "format", doc: `how to say it: ${reportFormats.join(", ")}` },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet diff released.yaml workflow.yaml", "jamjet diff released.json workflow.yaml --level caller --json", "jamjet diff workflow.yaml --from main", "jamjet diff workflow.yaml --from v1.2.0 --to HEAD --format sarif"],
  async run({ args, options: { from, to, level = "running", format = "human" }, json }, io) {
    if (json && format !== "human" && format !== "json") return refusal(`'--json' and '--format ${format}' ask for two different things`, "leave one of them out");
    if (args.new === undefined && from === undefined) return refusal("there is nothing to compare it with", `name a second file, or a revision of git: jamjet diff ${args.old} --from main`);
    const old = await readVersion(args.old, from, io);
    if (!old.ok) return old.answer;
    const current = await readVersion(args.new ?? args.old, to, io);
    if (!current.ok) return current.answer;
    return compared(old.value, current.value, { level, format, io });
  },
});

interface Version {
  readonly program: Program;
  readonly places: PartPlaces;
}

async function readVersion(word: string, revision: string | undefined, io: Io): Promise<Maybe<Version>> {
  const past = revision === undefined ? undefined : await asOf(revision, io);
  const read = past === undefined ? await readProgram(word, io) : await readPastProgram(word, past, io);
  return read.ok ? found({ program: read.value.program, places: placesIn(word, past, read.value.program, io) }) : read;
}

interface Saying {
  readonly level: (typeof levels)[number];
  readonly format: (typeof reportFormats)[number];
  readonly io: Io;
}

function compared(old: Version, current: Version, { level, format, io }: Saying): Answer {
  const differences = comparePrograms(old.program, current.program);
  const isTooBad = (each: { readonly level: Difference["level"] }): boolean => levels.indexOf(each.level) <= levels.indexOf(level);
  const exit = differences.some(isTooBad) ? "findings" : "fine";
  const isSame = old.program.hash === current.program.hash;
  const data: JsonObject = { same_program: isSame, differences: differences.map((each) => ({ code: each.code, slug: each.slug, level: each.level, message: each.message, ...(each.help === undefined ? {} : { help: each.help }), old: old.places(each.old).part, new: current.places(each.new).part })) };
  switch (format) {
    case "human": {
      const lines = differences.flatMap((each) => linesOf(each, `${old.places(each.old).text} → ${current.places(each.new).text}`));
      return answer(exit, data, differences.length === 0 ? [[{ tone: "good", text: isSame ? "the same program" : "another program, and nothing breaks" }]] : lines);
    }
    case "json": return answer(exit, data, jsonPage(data).trimEnd().split("\n"));
    default: {
      const { file, levelOf } = comparedFile(differences, old.places, current.places);
      return answer(exit, data, reportLines({ version: ownVersion(), folder: io.cwd, files: [file] }, format, (finding) => isTooBad({ level: levelOf(finding) })));
    }
  }
}

function linesOf({ level, code, slug, message, help }: Difference, places: string): readonly Line[] {
  const tones: { readonly [L in Difference["level"]]: Tone } = { running: "bad", replay: "warn", caller: "note" };
  const first: Line = [{ tone: tones[level], text: `${level}[${code}]` }, ` ${slug}: ${message}`];
  return [first, [{ tone: "dim", text: "  --> " }, places], ...(help === undefined ? [] : [[{ tone: "dim" as const, text: "  help" }, `: ${help}`]]), ""];
}
