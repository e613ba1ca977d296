import { type Answer, answer } from "../answer.ts";
import { command } from "../command.ts";
import { compileDocument, filesOf, projectOf, readDocument } from "../documents.ts";
import type { Exit } from "../exit.ts";
import type { Io } from "../io.ts";
import { countOf, countText, findingData, findingLines } from "../render/diagnostics.ts";
import type { Line } from "../render/page.ts";
import type { JsonObject } from "../../schemas/json.ts";

export const validate = command({
  name: "validate",
  summary: "check documents and point at every mistake; runs nothing, reaches nothing",
  arguments: { files: { count: "some", doc: "files, patterns such as 'flows/**/*.yaml', or - for standard input" } },
  options: { "stdin-filename": { kind: "text", value: "path", doc: "the name and place that standard input goes by" } },
  exits: ["fine", "findings"],
  examples: ["jamjet validate workflow.yaml", "jamjet validate 'flows/**/*.yaml' --json", "cat workflow.yaml | jamjet validate - --stdin-filename flows/workflow.yaml"],
  run({ args, options }, io) {
    const files = filesOf(args.files, io);
    if (!files.ok) return files.answer;
    const checks = files.value.map((file) => check(file, options["stdin-filename"], io));
    const errors = checks.reduce((sum, each) => sum + each.errors, 0);
    const warnings = checks.reduce((sum, each) => sum + each.warnings, 0);
    const lines = checks.flatMap((each) => (checks.length > 1 && each.isValid ? [[{ tone: "strong" as const, text: each.file }], ...each.lines] : each.lines));
    const summary = summaryOf(checks, countText({ errors, warnings }));
    const data = { files: checks.map((each) => each.data), errors, warnings };
    return { ...answer(worst(checks.map((each) => each.exit)), data, [...lines, ...summary]), to: checks.every((each) => each.exit === "usage") ? "err" : "out" };
  },
});

interface Check {
  readonly file: string;
  readonly exit: Exit;
  readonly isValid: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly data: JsonObject;
  readonly lines: readonly Line[];
}

function check(file: string, stdinName: string | undefined, io: Io): Check {
  const document = readDocument(file, io, stdinName);
  if (!document.ok) return unchecked(file, document.answer);
  const project = projectOf(document.value.folder, io);
  if (!project.ok) return unchecked(file, project.answer);
  const compiled = compileDocument(document.value, project.value, io);
  const { summary, diagnostics } = compiled;
  const { errors, warnings } = countOf(diagnostics);
  const isValid = errors === 0 && summary !== undefined;
  const facts: JsonObject = summary === undefined ? {} : { workflow_id: summary.id, version: summary.version, nodes: summary.nodes, edges: summary.edges };
  const valid: readonly Line[] = isValid ? [[{ tone: "good", text: "Valid." }, ` workflow_id=${summary.id} version=${summary.version}`], `  Nodes: ${summary.nodes}  Edges: ${summary.edges}`] : [];
  const { uri } = document.value.source;
  return {
    file: uri,
    exit: isValid ? "fine" : "findings",
    isValid,
    errors,
    warnings,
    data: { file: uri, valid: isValid, ...facts, diagnostics: findingData(compiled) },
    lines: [...findingLines(compiled, io.out.columns ?? 80), ...valid],
  };
}

function unchecked(file: string, { exit, data, lines }: Answer): Check {
  return { file, exit, isValid: false, errors: 1, warnings: 0, data: { file, valid: false, ...(data as JsonObject) }, lines };
}

/** One closing line where one look does not tell: several files, or findings. */
function summaryOf(checks: readonly Check[], counts: string): readonly Line[] {
  const valid = checks.filter((each) => each.isValid).length;
  if (checks.length === 1) return counts === "" || checks[0]?.exit === "usage" ? [] : [counts];
  return [`${checks.length} files: ${valid} valid, ${checks.length - valid} not${counts === "" ? "" : ` (${counts})`}`];
}

function worst(exits: readonly Exit[]): Exit {
  return exits.includes("usage") ? "usage" : exits.includes("findings") ? "findings" : "fine";
}
