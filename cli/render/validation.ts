import { factsOf } from "../../runtime/index.ts";
import { type Check, isValid } from "../check.ts";
import type { JsonObject } from "../../schemas/json.ts";
import { countOf, countText, findingData, findingLines } from "./diagnostics.ts";
import { differenceLines } from "./difference.ts";
import type { Line, Piece } from "./page.ts";

type Judged = Extract<Check, { readonly kind: "judged" }>;

/** The judgement of each document for people, and a closing line where one look does not tell: several files, or findings. */
export function validationLines(checks: readonly Check[], columns: number): readonly Line[] {
  return [...checks.flatMap((check) => [...(checks.length > 1 && isValid(check) ? [[{ tone: "strong" as const, text: check.file }]] : []), ...linesOf(check, columns)]), ...summaryOf(checks)];
}

/** What fixing changed, as a diff for each document. */
export function diffLines(checks: readonly Check[]): readonly Line[] {
  return checks.flatMap((check) => {
    if (check.kind === "unjudged") return check.answer.lines;
    if (check.mended === undefined) return [];
    const { compiled, files } = check.mended;
    return [...differenceLines(check.file, check.compiled.source.text, compiled.source.text), ...files.flatMap(({ file, text }) => differenceLines(file.source.uri, file.source.text, text))];
  });
}

/** As `validationLines`, with the errors alone. */
export function errorLines(checks: readonly Check[], columns: number): readonly Line[] {
  return checks.flatMap((check) => {
    if (check.kind === "unjudged") return check.answer.lines;
    return findingLines({ ...check.compiled, diagnostics: check.compiled.diagnostics.filter(({ severity }) => severity === "error") }, columns);
  });
}

/** The same as data. */
export function validationData(checks: readonly Check[]): JsonObject {
  return { files: checks.map(dataOf), ...countsOf(checks) };
}

/** How many errors and warnings there are in all of them; a document that nobody could judge is an error. */
export function countsOf(checks: readonly Check[]): { readonly errors: number; readonly warnings: number } {
  const counts = checks.map((check) => (check.kind === "unjudged" ? { errors: 1, warnings: 0 } : countOf(check.compiled.diagnostics)));
  return { errors: counts.reduce((sum, { errors }) => sum + errors, 0), warnings: counts.reduce((sum, { warnings }) => sum + warnings, 0) };
}

function linesOf(check: Check, columns: number): readonly Line[] {
  if (check.kind === "unjudged") return check.answer.lines;
  const valid = isValid(check) ? validLines(check) : [];
  return [...findingLines(check.compiled, columns), ...valid];
}

function dataOf(check: Check): JsonObject {
  // What a refusal answers with is an object.
  if (check.kind === "unjudged") return { file: check.file, valid: false, ...(check.answer.data as JsonObject) };
  const fixed: JsonObject = check.mended === undefined ? {} : { fixes: check.mended.applied.map(({ code, title }) => ({ code, title })), written: check.compiled === check.mended.compiled };
  return { file: check.file, valid: isValid(check), ...documentData(check), diagnostics: findingData(check.compiled), ...fixed };
}

/** What a document without an error is, in a few words. */
function validLines({ compiled: { summary, policy, other }, settings }: Judged): readonly Line[] {
  const valid: Piece = { tone: "good", text: "Valid." };
  if (other?.kind === "prompt") return [[valid, ` prompt, reads ${other.reads.length === 0 ? "nothing of the state" : other.reads.map((key) => `state.${key}`).join(", ")}`]];
  if (other?.kind === "fleet") return [[valid, ` fleet, ${plural(other.agents.length, "agent")}, ${plural(other.workflows.length, "workflow")}, ${plural(other.schedules, "schedule")}`]];
  if (other !== undefined) return [[valid, ` agent_id=${other.id} version=${other.version}`], `  Strategy: ${other.strategy}`];
  if (settings !== undefined) {
    const { servers, models } = factsOf(settings);
    return [[valid, ` project, ${plural(servers.length, "MCP server")}, ${plural(models.length, "model alias", "model aliases")}`]];
  }
  if (policy !== undefined) return [[valid, ` policy${policy.rules === undefined ? "" : `, ${plural(policy.rules.length, "rule")}`}`]];
  return summary === undefined ? [] : [[valid, ` workflow_id=${summary.id} version=${summary.version}`], `  Nodes: ${summary.nodes}  Edges: ${summary.edges}`];
}

function documentData({ compiled: { summary, policy, other }, settings }: Judged): JsonObject {
  if (other?.kind === "prompt") return { prompt: true, reads: other.reads };
  if (other?.kind === "fleet") return { fleet: true, agents: other.agents, workflows: other.workflows, schedules: other.schedules };
  if (other !== undefined) return { agent_id: other.id, version: other.version, strategy: other.strategy };
  if (settings !== undefined) {
    const { servers, models } = factsOf(settings);
    return { project: true, servers, models };
  }
  if (policy !== undefined) return { policy: true, rules: policy.rules?.length ?? null };
  return summary === undefined ? {} : { workflow_id: summary.id, version: summary.version, nodes: summary.nodes, edges: summary.edges };
}

function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

function fixedText(checks: readonly Check[]): string {
  const fixed = checks.reduce((sum, check) => sum + (check.kind === "judged" ? (check.mended?.applied.length ?? 0) : 0), 0);
  return fixed === 0 ? "" : `${fixed} fixed`;
}

function summaryOf(checks: readonly Check[]): readonly Line[] {
  const counts = [fixedText(checks), countText(countsOf(checks))].filter((part) => part !== "").join(", ");
  const valid = checks.filter(isValid).length;
  if (checks.length === 1) return counts === "" || checks[0]?.kind === "unjudged" ? [] : [counts];
  return [`${checks.length} files: ${valid} valid, ${checks.length - valid} not${counts === "" ? "" : ` (${counts})`}`];
}
