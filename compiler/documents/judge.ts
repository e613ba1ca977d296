import { unreachable } from "../../schemas/bug.ts";
import type { ProjectView } from "../bind/bound.ts";
import type { Staged } from "../diagnostics/define.ts";
import type { SourceText } from "../source/text.ts";
import type { OtherFile } from "../syntax/recognise.ts";
import { judgeAgent, type AgentFacts } from "./agent.ts";

/** What a document that is neither a workflow nor a policy says about itself. */
export type OtherFacts = AgentFacts;

/** The judgement of such a document. */
export function judgeOther(source: SourceText, file: OtherFile, project: ProjectView): Staged<OtherFacts | undefined> {
  switch (file.kind) {
    case "agent": return judgeAgent(source, file.root, project);
    default: return unreachable(file.kind, "judgeOther");
  }
}
