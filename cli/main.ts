import { unreachable } from "../schemas/bug.ts";
import { type Answer, refusal } from "./answer.ts";
import { parseArguments } from "./arguments.ts";
import { commands } from "./commands/index.ts";
import { validate } from "./commands/validate.ts";
import { exits } from "./exit.ts";
import type { Io } from "./io.ts";
import { comesLater } from "./later.ts";
import { type Asked, plainArguments } from "./plain-arguments.ts";
import { jsonPage, page } from "./render/page.ts";
import { colourOf, tell } from "./tell.ts";

/** Runs one command line (without `node` and the script) and gives the exit code. Throws nothing. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const later = comesLater(argv);
  if (later !== undefined) return say(later, argv.includes("--json"), io);
  const isJson = argv.includes("--json");
  let asked: Asked;
  try {
    // The command that editors and hooks start most often needs none of what the others set up.
    asked = plainArguments(argv, argv[0] === validate.name ? [validate] : commands) ?? parseArguments(argv, io);
  } catch (error) {
    return say(bug(error, argv.includes("--debug")), isJson, io);
  }
  switch (asked.kind) {
    case "said": return exits[asked.exit].code;
    case "refused": return say(asked.answer, isJson, io);
    case "command": return runCommand(asked, io);
    default: return unreachable(asked, "main");
  }
}

async function runCommand({ command, words }: Extract<Asked, { kind: "command" }>, io: Io): Promise<number> {
  try {
    return say(await command.run(words, io), words.options["json"] === true, io);
  } catch (error) {
    const answer = (await unreadable(error)) ?? bug(error, words.options["debug"] === true);
    return say(answer, words.options["json"] === true, io);
  }
}

function say(answer: Answer, asJson: boolean, io: Io): number {
  const sink = asJson ? io.out : io[answer.to];
  const written = sink.write(asJson ? jsonPage(answer.data) : page(answer.lines, colourOf(sink, io)));
  if (written.ok) return exits[answer.exit].code;
  tell(io, refusal(`the output cannot be written: ${written.reason}`).lines);
  return exits.usage.code;
}

/** A database whose file or disk is damaged is no bug of ours; only where SQLite threw is anything loaded to tell. */
async function unreadable(error: unknown): Promise<Answer | undefined> {
  const isOfSqlite = error instanceof Error && (error.name === "SqliteError" || "errcode" in error);
  const problem = isOfSqlite ? (await import("../runtime/index.ts")).diskProblem(error) : undefined;
  return problem && refusal(`the database cannot be read: ${problem.message}`, "look at it with 'jamjet doctor'");
}

function bug(error: unknown, debug: boolean): Answer {
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const help = debug ? "report it with these lines and the document" : "report it with the document and what '--debug' adds to this command";
  const answer = refusal(`this is a bug in jamjet: ${message}`, help, "bug");
  return { ...answer, lines: [...answer.lines, ...stack] };
}
