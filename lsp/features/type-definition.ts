import type { Location, TypeDefinitionParams } from "vscode-languageserver";
import { memberOf, type BoundNode, type TypeNode, type TypedWorkflow } from "../../compiler/index.ts";
import type { Span } from "../../schemas/span.ts";
import type { Feature } from "../feature.ts";
import type { Library } from "../library.ts";
import { nameAt } from "../name-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { homeOf, meaningsAt, type Meaning } from "../symbols.ts";

/** Where the type of what stands at an offset is written: that of a node is its kind. */
export function typesAt(snapshot: Snapshot, offset: number, library: Library): readonly Location[] {
  const root = nameAt(snapshot, offset);
  if (root?.of === "root" && snapshot.typed !== undefined) return located(snapshot, rootType(snapshot.typed, root.name, root.node));
  return meaningsAt(snapshot, offset, library).flatMap((meaning) => {
    const home = homeOf(meaning, snapshot, library);
    return home?.typed === undefined ? [] : located(home, typeOf(home.typed, meaning));
  });
}

function located(snapshot: Snapshot, span: Span | undefined): readonly Location[] {
  return span === undefined ? [] : [snapshot.locationOf(span)];
}

function typeOf({ bound }: TypedWorkflow, { of, id }: Meaning): Span | undefined {
  switch (of) {
    case "node": return bound.nodes[bound.byId.get(id) ?? -1]?.ast.type?.span;
    case "state": case "field": return fieldOf(stateTypes(bound.ast.header, bound.nodes), id.split("."));
    case "result": {
      const [owner = "", path = ""] = id.split("/");
      const node = bound.nodes[bound.byId.get(owner) ?? -1];
      return node && fieldOf([answerType(node)].flatMap((type) => type ?? []), path.split("."));
    }
    default: return undefined;
  }
}

function rootType({ bound }: TypedWorkflow, name: string, reader: number | undefined): Span | undefined {
  if (name === "state") return memberOf(bound.ast.header, "state_schema", "type")?.span;
  const node = bound.nodes[reader ?? -1];
  const owner = bound.nodes[node?.subject ?? -1] ?? node;
  return name === "output" && owner !== undefined ? answerType(owner)?.span : undefined;
}

/** The type that a node says its answer has. */
function answerType({ ast, spec }: BoundNode): TypeNode | undefined {
  const field = spec?.traits.result.schemaField;
  return field === undefined ? undefined : memberOf(ast.members, field, "type")?.type;
}

/** What declares keys of the state: the header, and the events that bring some. */
function stateTypes(header: BoundNode["ast"]["members"], nodes: readonly BoundNode[]): readonly Pick<TypeNode, "fields">[] {
  const schema = memberOf(header, "state_schema", "type")?.type;
  const events = nodes.flatMap(({ ast, spec }) => {
    const data = spec?.traits.event && memberOf(ast.members, spec.traits.event.field, "map");
    return data === undefined ? [] : [{ fields: data.entries.flatMap(({ key, part }) => (part.shape === "type" ? [{ key, type: part.type }] : [])) }];
  });
  return [...(schema === undefined ? [] : [schema]), ...events];
}

/** The type at a path, in the first of the types that has it. */
function fieldOf(types: readonly Pick<TypeNode, "fields">[], [name, ...rest]: readonly string[]): Span | undefined {
  const type = types.flatMap(({ fields }) => fields).find(({ key }) => key.value === name)?.type;
  return type === undefined || rest.length === 0 ? type?.span : fieldOf([type], rest);
}

export const typeDefinition: Feature = {
  capabilities: () => ({ typeDefinitionProvider: true }),
  serve: ({ connection, answering, library }) => {
    connection.onTypeDefinition(answering<TypeDefinitionParams, Location[]>([], (snapshot, { position }) => [...typesAt(snapshot, snapshot.places.offsetAt(position), library)]));
  },
};
