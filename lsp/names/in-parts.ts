import { forEachPart, pathSteps, textAsWritten, type DecodedPart, type Members, type PartOf } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { retryFields } from "../../schemas/common-fields.ts";
import type { NameSpace, TextFormat } from "../../schemas/field.ts";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { Located, Span } from "../../schemas/span.ts";
import { isPythonModule, pythonClass } from "../../schemas/text-format.ts";
import { namesInType } from "./in-types.ts";
import { resultPath, statePath, type Occurrence } from "./occurrence.ts";

/** The members of a node or of the header, and what their names are told by. */
export interface NamedPlace {
  readonly members: Members;
  /** Undefined for the header, and for a node whose kind could not be read. */
  readonly spec: NodeSpec | undefined;
  readonly node: number | undefined;
  /** The id of the node. */
  readonly owner: string;
  /** The key of the state that the node writes its whole answer to. */
  readonly stored: string | undefined;
  /** What the author wrote at a span. */
  readonly written: (span: Span) => string;
}

/** Every name in the members but those in code. */
export function namesInParts(place: NamedPlace): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const server = serverIn(place.members);
  forEachPart(place.members, (part, path) => found.push(...namesIn(place, part, path, server)));
  return found;
}

function namesIn(place: NamedPlace, part: DecodedPart, path: string, server: string | undefined): readonly Occurrence[] {
  const { node } = place;
  switch (part.shape) {
    case "target": {
      const isWord = part.field.words !== undefined && Object.hasOwn(part.field.words, part.value);
      return isWord ? [] : [{ of: "node", id: part.value, name: part.value, span: part.span, role: "lead", node }];
    }
    // Who lists a key in the header says that the caller writes it.
    case "stateKey": return [{ of: "state", id: part.value, name: part.value, span: part.span, role: part.field.access === "write" || node === undefined ? "write" : "read", node }];
    case "name": return namesOfName(place, part.field.of, part, server);
    case "text": return namesOfText(place, part.field.format, part);
    case "map": return keysOf(place, part, path);
    case "type": return path === place.spec?.traits.result.schemaField ? namesInType(part.type, (inner) => resultPath(place.owner, place.stored, inner), place.stored === undefined ? "declare" : "write", node) : [];
    case "object": case "tagged": case "list": case "integer": case "number": case "flag": case "choice": case "duration": case "template": case "expression": case "value": case "data":
      return [];
    default: return unreachable(part, "namesIn");
  }
}

/** Where a name stands that is no part of an expression, and how its text was written. */
type Placing = Pick<NamedPlace, "node" | "written">;

/** What a name refers to, in a node that calls `server`. */
export function namesOfName(place: Placing, of: NameSpace, name: Located<string>, server: string | undefined): readonly Occurrence[] {
  return namespaces[of](place, name, server);
}

/** What a text of a format refers to. */
export function namesOfText(place: Placing, format: TextFormat | undefined, text: Located<string>): readonly Occurrence[] {
  return format === undefined ? [] : (formats[format]?.(place, text) ?? []);
}

const namespaces: { readonly [N in NameSpace]: (place: Placing, name: Located<string>, server: string | undefined) => readonly Occurrence[] } = {
  server: ({ node }, { value, span }) => [{ of: "server", id: value, name: value, span, role: "read", node }],
  tool: ({ node }, { value, span }, server) => (server === undefined ? [] : [{ of: "tool", id: `${server}.${value}`, name: value, span, role: "read", node }]),
  offeredTool: offered,
  agentTool: offered,
  model: ({ node }, { value, span }) => [{ of: "model", id: value, name: value, span, role: "read", node }],
  retryPolicy: ({ node }, { value, span }) => [{ of: "retry", id: value, name: value, span, role: "read", node }],
  failure: () => [],
};

/** Both names of `server.tool`, each where it stands. */
function offered({ node, written }: Placing, { value, span }: Located<string>): readonly Occurrence[] {
  const dot = value.indexOf(".");
  const text = dot < 1 ? undefined : textAsWritten(written(span), span);
  if (text === undefined) return [];
  const server = value.slice(0, dot);
  return [
    { of: "server", id: server, name: server, span: text.locate(0, dot), role: "read", node, isPart: true },
    { of: "tool", id: value, name: value.slice(dot + 1), span: text.locate(dot + 1, value.length), role: "read", node, isPart: true },
  ];
}

const formats: { readonly [F in TextFormat]?: (place: Placing, text: Located<string>) => readonly Occurrence[] } = {
  path: (place, part) => file(place, part, "document"),
  // A Python module is no path: Python finds it when it is called.
  module: (place, part) => (pythonClass.test(part.value) ? [] : file(place, part, "project")),
  functions: (place, part) => (isPythonModule(part.value) ? [] : file(place, part, "project")),
  // All tools of a server name the server.
  glob: (place, part) => (/^[^*?.]+\.\*$/.test(part.value) ? offered(place, part).slice(0, 1) : /[*?]/.test(part.value) ? [] : offered(place, part)),
  statePath: ({ node, written }, { value, span }) => {
    const text = textAsWritten(written(span), span);
    const names: string[] = [];
    return pathSteps(value).flatMap((step): readonly Occurrence[] => {
      if (step.to !== "name" || text === undefined) {
        // What an item of a list is called nothing tells: what follows is left alone.
        names.push(".");
        return [];
      }
      names.push(step.name);
      const what = statePath(names);
      const end = value.lastIndexOf(step.name, step.end) + step.name.length;
      return what === undefined ? [] : [{ ...what, span: text.locate(end - step.name.length, end), role: "read", node, isPart: true }];
    });
  },
};

function file({ node }: Placing, { value, span }: Located<string>, from: "document" | "project"): readonly Occurrence[] {
  return [{ of: "file", id: value, name: value, span, role: "read", node, from }];
}

/** The keys of a map, where they are names. */
function keysOf(place: NamedPlace, { entries, field }: PartOf<"map">, path: string): readonly Occurrence[] {
  const { spec, node, members, owner } = place;
  const { child, event } = spec?.traits ?? {};
  const named = (named: Pick<Occurrence, "of" | "role" | "document">): readonly Occurrence[] => entries.map(({ key: { value, span } }) => ({ ...named, id: value, name: value, span, node }));
  if (child !== undefined && (path === child.inputs || path === child.outputs)) {
    const document = members[child.document]?.part;
    return document?.shape === "text" ? named({ of: "state", role: path === child.inputs ? "write" : "read", document: document.value }) : [];
  }
  if (event !== undefined && path === event.field) {
    const inner = entries.flatMap(({ key, part }) => (part.shape === "type" ? namesInType(part.type, statePath, "declare", node, [key.value]) : []));
    return [...named({ of: "state", role: "declare" }), ...inner];
  }
  if (node === undefined) return field.of.shape === "object" && field.of.fields === retryFields ? named({ of: "retry", role: "declare" }) : [];
  if (field.of.shape !== "stateKey") return [];
  return entries.flatMap(({ key }): readonly Occurrence[] => {
    const what = resultPath(owner, undefined, [key.value]);
    return what === undefined ? [] : [{ ...what, span: key.span, role: "read", node }];
  });
}

/** The server that a node itself calls. */
function serverIn(members: Members): string | undefined {
  const part = Object.values(members).find(({ part: each }) => each.shape === "name" && each.field.of === "server")?.part;
  return part?.shape === "name" ? part.value : undefined;
}
