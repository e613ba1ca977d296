import { createWorkspace, parseYamlData, type Compiled, type FileText, type Workspace } from "../../compiler/index.ts";
import type { Complete, TypedWorkflow } from "../../compiler/check/typed.ts";
import { emit } from "../../compiler/emit.ts";
import { lower } from "../../compiler/lower/index.ts";
import type { Program } from "../../schemas/program.ts";
import { uri, witnessed } from "./check-run.ts";
import type { RandomWorkflow } from "./random-workflow.ts";

/** What a document with an error is, when nobody stops it. */
export interface Bypassed {
  readonly codes: readonly string[];
  readonly workspace: Workspace;
  readonly document: RandomWorkflow;
  /** Undefined where no program can be made of it. */
  readonly program: Program | undefined;
}

const textOf = (): FileText => ({ ok: true, text: "hi" });

/** Judges a document, and lowers it whatever is wrong with it. */
export function bypassed(text: string): Bypassed {
  const workspace = createWorkspace({ project: { servers: ["docs", "web"], fileExists: () => true, textOf } });
  workspace.setText({ uri, text });
  const compiled = workspace.compiled(uri);
  const typed = workspace.typed(uri);
  const codes = (compiled?.diagnostics ?? []).flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  // The fixtures are workflows, as far as they are documents at all.
  const document = parseYamlData({ uri, text }).value.value as unknown as RandomWorkflow;
  return { codes, workspace, document, program: compiled && typed && programOf(typed, compiled) };
}

function programOf(typed: TypedWorkflow, { source, blocks }: Compiled): Program | undefined {
  try {
    // It is not complete: that is what is being tried.
    return emit(lower(typed as Complete<TypedWorkflow>), source, blocks);
  } catch {
    return undefined;
  }
}

/** How it comes out in worlds of chance where everybody answers well, until one is `wanted`: what failed, what was refused, or its status. */
export async function endsOf({ workspace, document, program }: Bypassed, worlds: number, wanted: RegExp = /^$/): Promise<readonly string[]> {
  if (program === undefined) return [];
  const ends = new Set<string>();
  for (let seed = 1; seed <= worlds && ![...ends].some((end) => wanted.test(end)); seed += 1) {
    try {
      const { result, refused } = await witnessed({ workspace, document }, program, seed, "calm");
      ends.add(refused[0] ?? (result === undefined ? "it never ends" : result.failure === undefined ? result.status : `${result.failure.code}: ${result.failure.message}`));
    } catch (thrown) {
      // A program that is none is a bug to the runtime, which says so.
      ends.add(`no program: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  return [...ends];
}
