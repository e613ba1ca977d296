import { parseExpression, type TypedWorkflow } from "../../compiler/index.ts";
import { unreachable } from "../../schemas/bug.ts";
import { retryPresets } from "../../schemas/common-fields.ts";
import { rootNames } from "../../schemas/expr/roots.ts";
import { forbiddenNames, targetWords, textFormats } from "../../schemas/text-format.ts";
import { namesCalled } from "../name-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { isFreeIn } from "./capture.ts";
import { textId } from "./in-code.ts";
import type { NameKind, Occurrence } from "./occurrence.ts";

/** Something that a document names. */
export type Named = Pick<Occurrence, "of" | "id" | "name">;

/** Why nobody can rename it from here, whatever the new name; undefined where one can. `home` is the document it belongs to. */
export function fixedName({ of, id, name }: Named, home: Snapshot): string | undefined {
  switch (of) {
    case "root": return `'${name}' is a word of the language`;
    case "env": return `'${name}' is a variable of the environment, which is set elsewhere`;
    case "tool": return `'${name}' is called so by its server`;
    case "retry": if (Object.hasOwn(retryPresets, name)) return `'${name}' is a policy that every workflow has`; break;
    case "field": {
      const teller = home.typed && foreignTeller(home.typed, id);
      if (teller !== undefined) return `the answer of '${teller}' has a field '${name}', and what it is called there is not decided here`;
      break;
    }
    case "node": case "state": case "result": case "variable": case "file": case "unit": case "server": case "model": break;
    default: return unreachable(of, "fixedName");
  }
  const isDeclared = of === "file" || ownPlaces(home, of, id).some(({ role }) => role === "declare");
  return isDeclared ? undefined : `nothing declares '${name}'`;
}

/** Why it cannot be called `next`; undefined where it can. */
export function unfitName(named: Named, next: string, home: Snapshot): string | undefined {
  const { of, id } = named;
  const unfit = unfitWord(named, next) ?? (of === "node" ? unfitId(id, next, home.typed) : undefined);
  if (unfit !== undefined) return unfit;
  if (of === "variable") return isFree(id, next, home) ? undefined : `'${next}' means something else there`;
  const taken = ownPlaces(home, of, renamedId(of, id, next));
  return taken.length === 0 ? undefined : taken.some(({ role }) => role === "declare") ? `'${next}' is taken already` : `'${next}' is named already, though nothing declares it`;
}

/** Whether the variable `id` can be called `next` in the text that it is of. */
function isFree(id: string, next: string, { typed, source }: Snapshot): boolean {
  const text = id.slice(0, id.lastIndexOf(" "));
  const binding = Number(id.slice(text.length + 1));
  if (typed === undefined) return isFreeIn(source.text, "template", binding, next);
  const site = typed.nodes.flatMap(({ sites }) => sites).find((each) => textId(each.site) === text)?.site;
  return site !== undefined && isFreeIn(site.text.value, site.as, binding, next);
}

/** The places of what belongs to the document itself. */
function ownPlaces(home: Snapshot, of: NameKind, id: string): readonly Occurrence[] {
  return namesCalled(home, of, id).flatMap(({ occurrence }) => (occurrence.document === undefined ? occurrence : []));
}

/** The id that it has under another name. */
function renamedId(of: NameKind, id: string, next: string): string {
  if (of !== "field" && of !== "result" && of !== "unit") return next;
  return id.slice(0, Math.max(id.lastIndexOf("."), id.lastIndexOf("/"), id.lastIndexOf(":")) + 1) + next;
}

function unfitWord({ of, id }: Named, next: string): string | undefined {
  if (forbiddenNames.has(next)) return `'${next}' names a part of every JavaScript object`;
  if (next.startsWith("__")) return "names that begin with '__' are the compiler's";
  // As TOML and YAML write it without quotes; a dot parts a server from its tool.
  if (of === "server" || of === "model") return /^[A-Za-z][\w-]*$/.test(next) ? undefined : `'${next}' must begin with a letter and hold only letters, digits, '-' and '_'`;
  const format = of === "node" || of === "retry" || (of === "unit" && !id.startsWith("tool:")) ? textFormats.slug : textFormats.identifier;
  if (!new RegExp(format.pattern).test(next)) return `'${next}' ${format.broken}`;
  if (of === "retry") return Object.hasOwn(retryPresets, next) ? `'${next}' is a policy that every workflow has` : undefined;
  if (of === "node" || of === "unit") return undefined;
  if (of !== "variable") return parseExpression(`state.${next}`).isWhole ? undefined : `'${next}' is a word of the language`;
  const { ast } = parseExpression(next);
  return ast.kind === "name" && next !== "loop" && !rootNames.some((root) => root === next) ? undefined : `'${next}' is a word of the language`;
}

function unfitId(id: string, next: string, typed: TypedWorkflow | undefined): string | undefined {
  if (targetWords.some((word) => word === next)) return `'on_budget_exceeded: ${next}' means something else`;
  const isTerminal = typed?.bound.nodes[typed.bound.byId.get(id) ?? -1]?.spec?.terminal === true;
  return next === "end" && !isTerminal ? "only a node of type 'end' may have this name" : undefined;
}

/** The node that fills the record of a field with what others answer, by fields of their own names. */
function foreignTeller({ bound: { nodes } }: TypedWorkflow, field: string): string | undefined {
  const [key] = field.split(".");
  return nodes.find(({ writes, spec, ast }) => {
    const write = writes.find((each) => each.key === key);
    if (write === undefined || spec === undefined || spec.traits.event !== undefined) return false;
    const schema = ast.members[spec.traits.result.schemaField ?? ""]?.part;
    return write.field !== undefined || schema === undefined ? spec.traits.result.type.kind !== "str" : schema.shape === "type" && schema.type.fields.length === 0;
  })?.ast.id.value;
}

