/** The compiler: text to judgement and program. Pure and synchronous: no clock, no files, no network. */
export { compile, createWorkspace, type Compiled, type Summary, type Workspace, type WorkspaceSettings } from "./workspace.ts";
export { mend, type Mended } from "./mend.ts";
export type { InputFact } from "./check/inputs.ts";
export type { NodeForm, Outline, OutlineEdge, OutlineNode, OutlineRegion } from "./outline.ts";
export { programHash } from "./emit.ts";
export { catalogue, explain } from "./catalogue.ts";
export type { Diagnostic, DiagnosticSpec, Fix, Related, Severity, TextEdit } from "./diagnostics/define.ts";
export { parseYamlData, type YamlData } from "./syntax/data.ts";
export { defaultLimits, type Limits } from "./syntax/limits.ts";
export { blockTable, lineIndex, type BlockTable, type LineIndex, type Position, type Range, type SourceText } from "./source/text.ts";
export type { FileText, ProjectView } from "./bind/bound.ts";
export { frameContext, plainPaint, renderFlaw, renderFrame, type Flaw, type FrameContext, type Paint } from "./diagnostics/frame.ts";
export { cellsOf, visible } from "./diagnostics/visible.ts";
export { decodeUtf8 } from "./syntax/bytes.ts";
export { format, type Formatted } from "./format/format.ts";
export { changedLines, linesOf, type ChangedLines } from "./format/changed-lines.ts";
export { editsBetween, type Replacement } from "./format/edits.ts";
export { migrate, type Migrated, type Note, type OlderForm } from "./migrate/migrate.ts";
