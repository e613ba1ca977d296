import type { Severity } from "../../compiler/index.ts";
import { type Answer, flawsIn, refusal } from "../answer.ts";
import { type Check, checkFile, isValid } from "../check.ts";
import { command } from "../command.ts";
import { filesOf } from "../documents.ts";
import type { Exit } from "../exit.ts";
import { mended, written } from "../fix.ts";
import type { Io } from "../io.ts";
import { liveTools, type LiveTools } from "../live-tools.ts";
import { jsonPage } from "../render/page.ts";
import { countsOf, diffLines, errorLines, validationData, validationLines } from "../render/validation.ts";
import { reportFormats, type MachineFormat } from "../report/format-names.ts";
import { reportLines } from "../report/formats.ts";
import { judgedFile, unjudgedFile } from "../report/report.ts";
import { countAtLeast, isAtLeast, whyFailed } from "../thresholds.ts";
import { ownVersion } from "../version.ts";

const thresholds = ["error", "warning", "info"] as const;

export const validate = command({
  name: "validate",
  summary: "check documents and point at every mistake; runs nothing, and reaches nothing without --online",
  arguments: { files: { count: "some", doc: "files, folders, patterns such as 'flows/**/*.yaml', or - for standard input" } },
  options: {
    format: { kind: "choice", oneOf: reportFormats, value: "format", doc: `how to say it: ${reportFormats.join(", ")}` },
    quiet: { kind: "flag", doc: "show errors only" },
    severity: { kind: "choice", oneOf: thresholds, doc: "exit with 1 from this severity on; error if nothing is said" },
    "max-warnings": { kind: "count", value: "number", doc: "exit with 1 where there are more warnings than this" },
    fix: { kind: "flag", doc: "mend what has a safe fix, in the files themselves and in prompts that they include" },
    "fix-unsafe": { kind: "flag", doc: "as --fix, with the fixes that may change what a document means" },
    diff: { kind: "flag", doc: "with --fix: print what it would change, and change nothing" },
    online: { kind: "flag", doc: "also ask the MCP servers that are locked, and tell which tools are not what was locked" },
    "stdin-filename": { kind: "text", value: "path", doc: "the name and place that standard input goes by" },
  },
  exits: ["fine", "findings"],
  examples: ["jamjet validate workflow.yaml", "jamjet validate 'flows/**/*.yaml' --json", "cat workflow.yaml | jamjet validate - --stdin-filename flows/workflow.yaml", "jamjet validate --fix --diff workflow.yaml", "jamjet validate . --format sarif > jamjet.sarif"],
  run({ args, options, json }, io) {
    const { format = "human", severity = "error" } = options;
    if (json && format !== "human" && format !== "json") return refusal(`'--json' and '--format ${format}' ask for two different things`, "leave one of them out");
    const safety = options["fix-unsafe"] ? "unsafe" : options.fix ? "safe" : undefined;
    if (options.diff && safety === undefined) return refusal("'--diff' shows what '--fix' would change", "add --fix or --fix-unsafe");
    if (safety !== undefined && !options.diff && args.files.includes("-")) return refusal("standard input cannot be mended in place", "name a file, or add --diff");
    const files = filesOf(args.files, io);
    if (!files.ok) return files.answer;
    // One after another: what is mended in a file that two documents include, the second one reads.
    const fixedOr = (check: Check): Check => (safety === undefined ? check : options.diff ? mended(check, safety, "files") : written(mended(check, safety, "files"), io));
    const judge = (live?: LiveTools): Answer => {
      const checks = files.value.map((file) => fixedOr(checkFile(file, options["stdin-filename"], io, live)));
      return said(checks, { ...options, format, severity }, io);
    };
    if (!options.online) return judge();
    return liveTools(files.value, options["stdin-filename"], io).then((live) => (live.ok ? judge(live.value) : live.answer));
  },
});

interface Saying {
  readonly format: (typeof reportFormats)[number];
  readonly severity: Severity;
  readonly quiet: boolean;
  readonly diff: boolean;
  readonly "max-warnings": number | undefined;
}

/** What is said of the checks, in the format that was asked for. */
function said(checks: readonly Check[], { format, severity, quiet, diff, "max-warnings": mostWarnings = Infinity }: Saying, io: Io): Answer {
  const shown = quiet ? checks.map(errorsOf) : checks;
  const exit = exitOf(checks, severity, mostWarnings);
  // Data is made for who asks for it: lines draw each finding, too.
  const answer = (lines: Answer["lines"], to: Answer["to"] = "out"): Answer => ({ exit, get data() { return validationData(shown); }, lines, to });
  switch (format) {
    case "human": {
      const columns = io.out.columns ?? 80;
      const lines = diff ? diffLines(checks) : quiet ? errorLines(checks, columns) : validationLines(checks, columns);
      if (exit === "findings" && checks.every(isValid)) return answer([...lines, ...whyFailed(checks, severity, mostWarnings)]);
      return answer(lines, checks.every(({ kind }) => kind === "unjudged") ? "err" : "out");
    }
    case "json": return answer(jsonPage(validationData(shown)).trimEnd().split("\n"));
    default: return answer(machineLines(shown, format, severity, io));
  }
}

function errorsOf(check: Check): Check {
  if (check.kind === "unjudged") return check;
  return { ...check, compiled: { ...check.compiled, diagnostics: check.compiled.diagnostics.filter(({ severity }) => severity === "error") } };
}

function machineLines(checks: readonly Check[], format: MachineFormat, threshold: Severity, io: Io): Answer["lines"] {
  const files = checks.map((check) => (check.kind === "judged" ? judgedFile(check.compiled) : unjudgedFile(check.file, flawsIn(check.answer))));
  return reportLines({ version: ownVersion(), folder: io.cwd, files }, format, ({ severity }) => isAtLeast(severity, threshold));
}

function exitOf(checks: readonly Check[], threshold: Severity, mostWarnings: number): Exit {
  if (checks.some((check) => check.kind === "unjudged" && check.answer.exit === "usage")) return "usage";
  return checks.some((check) => !isValid(check)) || countAtLeast(checks, threshold) > 0 || countsOf(checks).warnings > mostWarnings ? "findings" : "fine";
}

