import type { Part } from "../../compiler/index.ts";
import { retryPresets } from "../../schemas/common-fields.ts";
import { failures, retryClasses } from "../../schemas/failure.ts";
import type { NameSpace } from "../../schemas/field.ts";
import { pricedModels } from "../../schemas/prices.ts";
import { priceWords } from "../hover/values.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Candidate } from "./candidate.ts";
import { nameBeside, servers, toolsOf, type Known } from "./document-names.ts";
import type { Owner } from "./place.ts";

/** The names of one kind that a document may use; `owner` is the mapping that the name stands in. */
export function namesOf(of: NameSpace, snapshot: Snapshot, owner: Owner | undefined): readonly Candidate[] {
  const offers: { readonly [S in NameSpace]: () => readonly Candidate[] } = {
    server: () => servers(snapshot).map((label) => ({ label, kind: "tool", rank: 1, detail: "an MCP server" })),
    tool: () => {
      const server = nameBeside(owner, "server");
      return server === undefined ? [] : toolsOf(snapshot, server).map((tool) => ({ label: tool.name, kind: "tool", rank: 1, detail: firstLine(tool.description), doc: { of: "tool", server, tool: tool.name } }));
    },
    offeredTool: () => qualified(snapshot),
    agentTool: () => qualified(snapshot),
    model: () => models(snapshot).map(({ name, detail }) => ({ label: name, kind: "model", rank: 1, detail })),
    retryPolicy: () => [
      ...ownPolicies(snapshot).map((label): Candidate => ({ label, kind: "constant", rank: 0, detail: "of this workflow" })),
      ...Object.keys(retryPresets).map((label): Candidate => ({ label, kind: "constant", rank: 1, detail: "a preset", doc: { of: "retry", name: label } })),
    ],
    failure: () => [
      ...retryClasses.map((label): Candidate => ({ label, kind: "constant", rank: 1, detail: failures[label].doc, doc: { of: "failure", name: label } })),
      ...["429", "500", "502", "503", "504"].map((label): Candidate => ({ label, kind: "constant", rank: 2, detail: "an HTTP status" })),
    ],
  };
  return offers[of]();
}

/** Aliases of the project first, then the models whose prices are known. */
export function models({ project }: Snapshot): readonly Known[] {
  const aliases = (project.models ?? []).map((name) => ({ name, detail: "an alias of the project" }));
  return [...aliases, ...pricedModels.map(({ provider, model, price }) => ({ name: model, detail: `${provider}, ${priceWords(price)}` }))];
}

/** What a policy may speak of: tools by their names and with their servers. */
export function callables(snapshot: Snapshot): readonly Known[] {
  return servers(snapshot).flatMap((server) => [
    { name: `${server}.*`, detail: "every tool of the server" },
    ...toolsOf(snapshot, server).map(({ name, description }) => ({ name: `${server}.${name}`, detail: firstLine(description) })),
  ]);
}

/** The scopes that the workflow asks for. */
export function scopes({ typed }: Snapshot): readonly string[] {
  const oauth = typed?.bound.ast.header["oauth"]?.part ?? typed?.bound.ast.file["oauth"]?.part;
  const asked = oauth?.shape === "object" ? oauth.members["requested_scopes"]?.part : undefined;
  return asked?.shape === "list" ? asked.items.flatMap(textOf) : [];
}

function textOf(part: Part): readonly string[] {
  return part.shape === "text" ? [part.value] : [];
}

function ownPolicies({ typed }: Snapshot): readonly string[] {
  const part = typed?.bound.ast.header["retry_policies"]?.part;
  return part?.shape === "map" ? part.entries.map(({ key }) => key.value) : [];
}

function qualified(snapshot: Snapshot): readonly Candidate[] {
  return servers(snapshot).flatMap((server) =>
    toolsOf(snapshot, server).map((tool): Candidate => ({ label: `${server}.${tool.name}`, kind: "tool", rank: 1, detail: firstLine(tool.description), doc: { of: "tool", server, tool: tool.name } })),
  );
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
