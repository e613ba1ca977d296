import { types } from "../../schemas/type.ts";
import { readCode, readsOfCode } from "../check/code.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { SourceText } from "../source/text.ts";
import { keyFindings, textFindings } from "./texts.ts";

/** What a prompt file says about itself. */
export interface PromptFacts {
  readonly kind: "prompt";
  /** The keys of the state that it reads, in the order of the text, each once. */
  readonly reads: readonly string[];
}

/** The judgement of a prompt file alone: which state it will be read with, only the documents that name it know. */
export function judgePrompt(source: SourceText): { readonly value: PromptFacts; readonly diagnostics: readonly Diagnostic[] } {
  const { text } = source;
  const locate = (start: number, end: number): Diagnostic["span"] => ({ block: "", start, end });
  const reads = readsOfCode(readCode(text, "template")).flatMap(({ root, path: [key] }) => (root === "state" && key !== undefined ? [key] : []));
  return { value: { kind: "prompt", reads: [...new Set(reads)] }, diagnostics: [...keyFindings(source), ...textFindings({ value: text, locate }, types.hole, "prompt_file")] };
}
