import { unreachable } from "../../schemas/bug.ts";
import type { ProjectView } from "../bind/bound.ts";
import type { Diagnostic } from "../diagnostics/define.ts";
import type { BlockTable, SourceText } from "../source/text.ts";
import type { OtherFile } from "../syntax/recognise.ts";
import { judgeAgent, type AgentFacts } from "./agent.ts";
import { judgeFleet, type FleetFacts } from "./fleet.ts";
import type { Holder } from "./held.ts";
import { judgePrompt, type PromptFacts } from "./prompt.ts";

/** What a document that is neither a workflow nor a policy says about itself. */
export type OtherFacts = AgentFacts | FleetFacts | PromptFacts;

/** The judgement of such a document. */
export interface JudgedOther extends Partial<Holder> {
  readonly value: OtherFacts | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Present where it includes other files. */
  readonly blocks?: BlockTable;
}

/** Judges a document that is neither a workflow nor a policy. */
export function judgeOther(source: SourceText, file: OtherFile | { readonly kind: "prompt" }, project: ProjectView): JudgedOther {
  switch (file.kind) {
    case "agent": return judgeAgent(source, file.root, project);
    case "fleet": return judgeFleet(source, file.root, project);
    case "prompt": return judgePrompt(source);
    default: return unreachable(file, "judgeOther");
  }
}
