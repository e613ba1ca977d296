import { mentionsOfCode, readCode, type Mention, type TypedSite, type TypedWorkflow } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { resultPath, statePath, type Occurrence } from "./occurrence.ts";

/**
 * A name in code. What `output` holds depends on the node that it is of, which may be another one: who asks tells which
 * of its fields are which by `namesInOutput`.
 */
export type CodeName = Occurrence | OutputField;

export interface OutputField {
  readonly of: "output";
  readonly path: readonly string[];
  readonly span: Occurrence["span"];
  readonly node: number;
  /** Whether it stands in the route, where `output` is the node's own. */
  readonly isOwn: boolean;
}

/** Every name in one piece of code of a node. */
export function namesInCode({ site, code }: TypedSite, node: number): readonly CodeName[] {
  const { path, text } = site;
  const isRoute = path === "next" || path.startsWith("next.");
  const whole = textId(site);
  return mentionsOfCode(code).flatMap((mention): readonly CodeName[] => {
    const span = text.locate(mention.start, mention.end);
    return mention.names === "key" && mention.root === "output" ? [{ of: "output", path: mention.path, span, node, isOwn: isRoute }] : nameOf(mention, span, node, { whole, place: isRoute ? "route" : "work" });
  });
}

/** What the ids of variables begin with, by the text that they are of. */
export function textId({ text }: TypedSite["site"]): string {
  return `${text.span.block} ${text.span.start}`;
}

/** What tells the variables and the roots of one text from those of another. */
interface CodePlace {
  readonly whole: string;
  readonly place: "route" | "work";
}

function nameOf(mention: Mention, span: Occurrence["span"], node: number | undefined, { whole, place }: CodePlace): readonly Occurrence[] {
  switch (mention.names) {
    case "root": return [{ of: "root", id: `${mention.root} ${node} ${place}`, name: mention.root, span, role: "read", node, isPart: true }];
    case "variable": return [{ of: "variable", id: `${whole} ${mention.binding}`, name: mention.name, span, role: mention.role, node, isPart: true }];
    case "key": {
      const [first] = mention.path;
      if (mention.root === "env" && mention.path.length === 1 && first !== undefined) return [{ of: "env", id: first, name: first, span, role: "read", node, isPart: true }];
      // What an event brings are keys of the state.
      const what = mention.root === "state" || mention.root === "event" ? statePath(mention.path) : undefined;
      return what === undefined ? [] : [{ ...what, span, role: "read", node, isPart: true }];
    }
    default: return unreachable(mention, "nameOf");
  }
}

/** Every name in a prompt file, as far as it says by itself what they are. */
export function namesInPrompt(text: string): readonly Occurrence[] {
  return mentionsOfCode(readCode(text, "template")).flatMap((mention) => nameOf(mention, { block: "", start: mention.start, end: mention.end }, undefined, { whole: "", place: "work" }));
}

/** What a field of `output` is: a key that the node writes, a part of one, or a field of its answer. */
export function nameInOutput({ bound: { nodes } }: TypedWorkflow, { path, span, node, isOwn }: OutputField): Occurrence | undefined {
  const reader = nodes[node];
  const owner = isOwn ? reader : nodes[reader?.subject ?? -1];
  if (owner === undefined) return undefined;
  const isWritten = owner.writes.some(({ key }) => key === path[0]);
  const what = isWritten ? statePath(path) : resultPath(owner.ast.id.value, storedKey(owner), path);
  return what === undefined ? undefined : { ...what, span, role: "read", node, isPart: true };
}

/** The key of the state that a node writes its whole answer to. */
export function storedKey({ writes }: TypedWorkflow["nodes"][number]["bound"]): string | undefined {
  const whole = writes.filter(({ field }) => field === undefined);
  return whole.length === 1 ? whole[0]?.key : undefined;
}
