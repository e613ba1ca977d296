import type { YamlNode, YamlTree } from "../../compiler/index.ts";
import type { Field } from "../../schemas/field.ts";
import { autonomyGlobs } from "../../schemas/agent-file.ts";
import { unitFields, unitKinds, type UnitKind } from "../../schemas/fleet-file.ts";
import type { Located, Span } from "../../schemas/span.ts";
import { declaredIn } from "../declared.ts";
import { shapeOfDocument } from "../document-shape.ts";
import { namesOfName, namesOfText } from "./in-parts.ts";
import type { Occurrence } from "./occurrence.ts";

/** Where a fleet declares what it consists of: the keys that lead there, and what the keys below it are. */
const inventories: ReadonlyMap<string, UnitKind> = new Map([["tools", "tool"], ["mcp servers", "mcp"], ["agents", "agent"], ["workflows", "workflow"]]);

/** What an agent may call and hand work to is called by its bare name where that is no pattern. */
const autonomyNames: ReadonlyMap<Field, UnitKind> = new Map(Object.entries(autonomyGlobs).map(([name, { of }]) => [of, name === "allowed_delegations" ? "agent" : "tool"]));

/** Every name in a document that is no workflow, but for those in code: names of workflows that it holds have no home here. */
export function namesInTree(tree: YamlTree, text: string): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const written = ({ start, end }: Span): string => text.slice(start, end);
  const visit = (node: YamlNode, field: Field | undefined, path: string, unit?: UnitHere): void => {
    // What an alias names stands elsewhere, and is found there.
    if (node.alias !== undefined || field === undefined) return;
    switch (node.kind) {
      case "mapping":
        for (const entry of node.entries) {
          const kind = field.shape === "map" ? inventories.get(path) : undefined;
          if (kind !== undefined) found.push({ ...unitCalled(kind, entry.name), span: spanOf(entry.key), role: "declare", node: undefined });
          if (field === unitFields.schedule.fields.input && unit !== undefined) found.push({ of: "state", id: entry.name, name: entry.name, span: spanOf(entry.key), role: "write", node: undefined, ...unit });
          const { field: inner, key = entry.name } = declaredIn(field, { kind: "entry", of: node, entry });
          visit(entry.value, inner, path === "" ? key : `${path} ${key}`, unit ?? (kind === undefined ? undefined : unitAt([path, entry.name], entry.value)));
        }
        return;
      case "sequence":
        for (const item of node.items) visit(item, declaredIn(field, { kind: "item", of: node, item }).field, `${path} -`, unit);
        return;
      case "scalar":
        if (typeof node.value === "string") found.push(...namesIn({ value: node.value, span: spanOf(node) }, field, written));
        return;
      case "hole": return;
    }
  };
  if (tree.root !== undefined) visit(tree.root, shapeOfDocument(tree), "");
  return found;
}

/** The workflow whose state the schedule of a unit fills: one that stands there, or one in a file of its own. */
type UnitHere = Pick<Occurrence, "within"> | Pick<Occurrence, "document">;

function unitAt(within: readonly string[], node: YamlNode): UnitHere {
  const file = node.kind === "mapping" ? node.entries.find(({ name }) => name === "file")?.value : undefined;
  return file?.kind === "scalar" && typeof file.value === "string" ? { document: file.value } : { within };
}

function namesIn(text: Located<string>, field: Field, written: (span: Span) => string): readonly Occurrence[] {
  const place = { node: undefined, written };
  if (field === unitFields.uses.of) return used(text, written);
  const allowed = autonomyNames.get(field);
  if (allowed !== undefined && /^[\w-]+$/.test(text.value)) return [{ ...unitCalled(allowed, text.value), span: text.span, role: "read", node: undefined }];
  switch (field.shape) {
    case "either": return field.scalar === undefined ? [] : namesIn(text, field.scalar, written);
    case "list": return field.single === "allowed" ? namesIn(text, field.of, written) : [];
    case "name": return field.of === "agentTool" && !text.value.includes(".") ? [{ ...unitCalled("tool", text.value), span: text.span, role: "read", node: undefined }] : namesOfName(place, field.of, text, undefined);
    case "text": return namesOfText(place, field.format, text);
    default: return [];
  }
}

/** `agent:writer`: the word before the colon says what is used. */
function used({ value, span }: Located<string>, written: (span: Span) => string): readonly Occurrence[] {
  const colon = value.indexOf(":");
  const kind = unitKinds.find((each) => each === value.slice(0, colon));
  const raw = written(span);
  const at = raw.indexOf(value);
  // What is written with escapes is left alone.
  if (kind === undefined || at === -1) return [];
  const start = span.start + at + colon + 1;
  return [{ ...unitCalled(kind, value.slice(colon + 1)), span: { block: span.block, start, end: span.start + at + value.length }, role: "read", node: undefined, isPart: true }];
}

function unitCalled(kind: UnitKind, name: string): Pick<Occurrence, "of" | "id" | "name"> {
  return kind === "mcp" ? { of: "server", id: name, name } : { of: "unit", id: `${kind}:${name}`, name };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): Span {
  return { block: "", start, end };
}
