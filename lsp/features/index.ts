import type { Feature } from "../feature.ts";
import { callHierarchy } from "./call-hierarchy.ts";
import { codeActions } from "./code-action.ts";
import { completion } from "./completion.ts";
import { codeLens } from "./code-lens.ts";
import { configuration } from "./configuration.ts";
import { definition } from "./definition.ts";
import { diagnostics } from "./diagnostics.ts";
import { documentLinks } from "./document-links.ts";
import { documentSymbols } from "./document-symbols.ts";
import { folders } from "./folders.ts";
import { graph } from "./graph.ts";
import { folding } from "./folding.ts";
import { formatting } from "./formatting.ts";
import { highlight } from "./highlight.ts";
import { hover } from "./hover.ts";
import { linkedEditing } from "./linked-editing.ts";
import { movedFiles } from "./moved-files.ts";
import { program } from "./program.ts";
import { inlayHints } from "./inlay-hint.ts";
import { references } from "./references.ts";
import { rename } from "./rename.ts";
import { typeDefinition } from "./type-definition.ts";
import { selection } from "./selection.ts";
import { signatureHelp } from "./signature-help.ts";
import { semanticTokens } from "./semantic-tokens.ts";
import { watchedFiles } from "./watched-files.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

/** All that the server can do. */
export const features: readonly Feature[] = [
  diagnostics,
  workspaceDiagnostics,
  codeActions,
  highlight,
  definition,
  typeDefinition,
  references,
  completion,
  rename,
  movedFiles,
  linkedEditing,
  callHierarchy,
  documentSymbols,
  workspaceSymbols,
  documentLinks,
  program,
  signatureHelp,
  hover,
  semanticTokens,
  graph,
  folding,
  selection,
  formatting,
  inlayHints,
  codeLens,
  configuration,
  watchedFiles,
  folders,
];
