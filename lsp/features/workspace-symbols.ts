import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from "vscode-languageserver";
import { memberOf } from "../../compiler/index.ts";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import { iconOf } from "../node-line.ts";
import { workflowsIn, type Snapshot } from "../snapshot.ts";

/** Nobody reads further in a list. */
const mostSymbols = 1_000;

/** The workflows, nodes and keys of the state of all documents whose names hold the letters of `query` in their order. */
export function symbolsHolding(query: string, library: Library): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const snapshot of library.holding("")) {
    for (const symbol of workflowsIn(snapshot).flatMap(namesOf)) {
      if (found.length >= mostSymbols) return found;
      if (holds(symbol.name.toLowerCase(), query.toLowerCase())) found.push(symbol);
    }
  }
  return found;
}

function namesOf(snapshot: Snapshot): readonly WorkspaceSymbol[] {
  const { typed, locationOf } = snapshot;
  if (typed === undefined) return [];
  const { ast, state } = typed.bound;
  const id = memberOf(ast.header, "id", "text");
  const containerName = id?.value ?? "";
  return [
    ...(id === undefined ? [] : [{ name: id.value, kind: SymbolKind.Module, location: locationOf(id.span) }]),
    ...[...state.values()].map(({ name, span }) => ({ name, kind: SymbolKind.Property, location: locationOf(span), containerName })),
    ...typed.nodes.filter(({ bound }) => bound.supplied === undefined).map((node) => ({ name: node.bound.ast.id.value, kind: iconOf(node), location: locationOf(node.bound.ast.id.span), containerName })),
  ];
}

function holds(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  serve: ({ connection, attempting, library }) => {
    connection.onWorkspaceSymbol(({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] => attempting<WorkspaceSymbol[]>([], () => [...symbolsHolding(query, library)]));
  },
};
