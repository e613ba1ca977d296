import { kindNamed, laterKinds, specOf } from "../../schemas/nodes/index.ts";
import type { YamlNode } from "../syntax/tree.ts";
import { entryCalled, renamed, textOf, type Note, type Piece } from "./pieces.ts";

/** A node of the list form: its keys, those of `config` among them, and what stands behind them. */
export interface ListNode {
  readonly id: string;
  readonly text: string;
  readonly values: ReadonlyMap<string, YamlNode>;
  readonly pieces: readonly Piece[];
}

interface NodePieces {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
  /** Whether it leads to `end`. */
  readonly leadsToEnd: boolean;
}

interface Route {
  readonly to: string;
  /** As it is written. */
  readonly condition?: string;
}

/** The node as an entry of the mapping `nodes:`. */
export function nodePieces(node: ListNode): NodePieces {
  const notes: Note[] = [];
  const kind = textOf(node.values.get("kind")) ?? textOf(node.values.get("type")) ?? "";
  const routes = routesOf(node);
  const led = routes === undefined ? undefined : routeLines(kind, routes);
  const pieces = node.pieces.flatMap((piece): readonly Piece[] => {
    if (piece.name === "id") return [];
    if (piece.name === "edges") {
      if (led === undefined) return [noted(notes, node, piece, "say by 'next', or by the kind's own keys, which way is taken when")];
      return [{ name: "next", above: [...piece.above, ...commentsIn(piece)], body: led }];
    }
    const rewritten = rewrittenPiece(node, kind, piece);
    return ["message" in rewritten ? noted(notes, node, piece, rewritten.message) : rewritten];
  });
  const ends = node.values.has("edges") || led === undefined ? [] : [{ name: "next", above: [], body: led }];
  const leadsToEnd = led !== undefined && (routes?.length === 0 ? led.length > 0 : routes?.some(({ to }) => to === "end") === true);
  return { pieces: [...pieces, ...ends], notes, leadsToEnd };
}

type Rewrite = Piece | { readonly message: string };

/** What a key of the list form is called now; a message where only its author knows. */
function rewrittenPiece(node: ListNode, kind: string, piece: Piece): Rewrite {
  const value = node.values.get(piece.name);
  switch (piece.name) {
    case "kind": return renamed(piece, "type");
    case "label": return node.values.has("description") ? { message: "a node has one 'description', and this would be another" } : renamed(piece, "description");
    case "prompt_template": return renamed(piece, kind === "human_approval" ? "message" : "prompt");
    case "structured_output": return value?.kind === "mapping" ? renamed(piece, "output_schema") : { message: "write the structure that is wanted as 'output_schema'" };
    case "input_from_state": return argumentsPiece(piece, value);
    case "output_to_state": return outputPiece(node, kind, piece, value);
    case "timeout": return timeoutPiece(piece, value);
    case "fn": return { message: "functions of the project are no tools of a server: name the module and the function of a node 'python_fn'" };
    case "server_url": return { message: "declare the server in jamjet.toml, and write its name as 'server'" };
    default: return piece;
  }
}

function argumentsPiece(piece: Piece, value: YamlNode | undefined): Rewrite {
  const pairs = pairsIn(value);
  if (pairs === undefined) return { message: "write as 'arguments' what each argument is" };
  return { name: "arguments", above: [...piece.above, ...commentsIn(piece)], body: ["    arguments:", ...pairs.map(([argument, key]) => `      ${argument}: "{{ state.${key} }}"`)] };
}

/** Text of a model has no fields, so a single pair names where it goes; of other results only the whole is called 'result' or 'output'. */
function outputPiece(node: ListNode, kind: string, piece: Piece, value: YamlNode | undefined): Rewrite {
  const pairs = pairsIn(value);
  const [first] = pairs ?? [];
  const isStructured = kind === "model" && (node.values.has("structured_output") || node.values.has("output_schema"));
  if (isStructured) return piece;
  const isWhole = pairs?.length === 1 && first !== undefined && (kind === "model" || first[0] === "result" || first[0] === "output");
  if (!isWhole) return { message: "write as 'output_key' the key of the state that takes the result" };
  return { name: "output_key", above: [...piece.above, ...commentsIn(piece)], body: [`    output_key: ${first[1]}`] };
}

function timeoutPiece(piece: Piece, value: YamlNode | undefined): Rewrite {
  const seconds = entryCalled(value, "node_seconds")?.value;
  if (value?.kind !== "mapping") return piece;
  if (value.entries.length !== 1 || seconds?.kind !== "scalar" || typeof seconds.value !== "number") return { message: "write the timeout as a duration, such as '30s'" };
  return { name: "timeout", above: [...piece.above, ...commentsIn(piece)], body: [`    timeout: ${seconds.value}s`] };
}

/** Where the node leads, in the order of the text; nothing where that is not said in a way we know. */
function routesOf({ text, values }: ListNode): readonly Route[] | undefined {
  const edges = values.get("edges");
  if (edges === undefined || (edges.kind === "scalar" && edges.value === null)) return [];
  if (edges.kind !== "sequence") return undefined;
  const routes = edges.items.map((item): Route | undefined => {
    const to = textOf(item) ?? textOf(entryCalled(item, "to")?.value);
    const condition = entryCalled(item, "condition")?.value;
    const isKnown = item.kind !== "mapping" || item.entries.every(({ name }) => name === "to" || name === "condition");
    if (to === undefined || !isKnown) return undefined;
    if (condition === undefined || (condition.kind === "scalar" && condition.value === null)) return { to };
    return condition.kind === "scalar" && condition.style !== "literal" && condition.style !== "folded" ? { to, condition: text.slice(condition.start, condition.end) } : undefined;
  });
  return routes.every((route) => route !== undefined) ? routes : undefined;
}

/** The keys by which a node of this kind leads there; nothing where they do not say the same. */
function routeLines(kind: string, routes: readonly Route[]): readonly string[] | undefined {
  const spec = kindNamed(kind);
  const fields = spec === undefined ? {} : specOf(spec).fields;
  const isKnown = spec !== undefined || (laterKinds as readonly string[]).includes(kind);
  if (!isKnown) return undefined;
  if (spec !== undefined && specOf(spec).terminal) return routes.length === 0 ? [] : undefined;
  const otherwise = routes.filter(({ condition }) => condition === undefined);
  const [last] = otherwise;
  if (otherwise.length > 1 || (last !== undefined && routes.at(-1) !== last)) return undefined;
  const cases = routes.filter(({ condition }) => condition !== undefined);
  if ("conditions" in fields) return cases.length === 0 ? undefined : ["    conditions:", ...cases.flatMap(({ condition = "", to }) => [`      - if: ${condition}`, `        next: ${to}`]), ...(last === undefined ? [] : [`    default: ${last.to}`])];
  if ("on_approved" in fields) return cases.length > 0 ? undefined : [`    on_approved: ${last?.to ?? "end"}`];
  if (spec !== undefined && !("next" in fields)) return undefined;
  if (cases.length === 0) return [`    next: ${last?.to ?? "end"}`];
  return ["    next:", ...cases.flatMap(({ condition = "", to }) => [`      - when: ${condition}`, `        to: ${to}`]), ...(last === undefined ? [] : [`      - else: ${last.to}`])];
}

/** A mapping from names to keys of the state. */
function pairsIn(value: YamlNode | undefined): readonly (readonly [string, string])[] | undefined {
  if (value?.kind !== "mapping") return undefined;
  const pairs = value.entries.map((entry) => [entry.name, textOf(entry.value) ?? ""] as const);
  return pairs.every((pair) => pair.every((name) => /^[A-Za-z_]\w*$/.test(name))) ? pairs : undefined;
}

function noted(notes: Note[], node: ListNode, piece: Piece, message: string): Piece {
  notes.push({ node: node.id, key: piece.name, message });
  return { ...piece, above: [...piece.above, `    # jamjet migrate: ${message}`] };
}

/** The comments within a piece whose lines are not kept. */
function commentsIn({ body }: Piece): readonly string[] {
  return body.flatMap((line) => {
    const comment = /(?:^|\s)(#.*)$/.exec(line)?.[1];
    return comment === undefined ? [] : [`    ${comment}`];
  });
}
