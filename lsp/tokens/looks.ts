import { forEachPart, marksOf, type DecodedPart, type TargetSite, type TypedNode, type TypedWorkflow, type TypeNode } from "../../compiler/index.ts";
import type { Span } from "../../schemas/span.ts";
import { lookOfCode, type TokenLook } from "./legend.ts";

/** A place that has a look of its own. Places of one node or header are in no order, and none lies over another. */
export interface LookedAt {
  readonly span: Span;
  readonly look: TokenLook;
}

const looks = {
  node: { type: "class" },
  newNode: { type: "class", modifiers: ["declaration"] },
  kind: { type: "enumMember" },
  written: { type: "variable", modifiers: ["modification"] },
  newKey: { type: "variable", modifiers: ["declaration"] },
  newField: { type: "property", modifiers: ["declaration"] },
  type: { type: "type" },
  duration: { type: "number" },
} as const satisfies { readonly [name: string]: TokenLook };

/** What has a look in a node. */
export function looksOfNode({ bound: { ast, targets, writes }, sites }: TypedNode): readonly LookedAt[] {
  const found: LookedAt[] = [{ span: ast.id.span, look: looks.newNode }];
  if (ast.type !== undefined) found.push({ span: ast.type.span, look: looks.kind });
  for (const { part } of targets) found.push({ span: part.span, look: lookOfTarget(part) });
  for (const { span } of writes) found.push({ span, look: looks.written });
  forEachPart(ast.members, (part) => addPart(part, looks.newField, found));
  for (const { site: { text }, code } of sites) {
    for (const { start, end, as, isNew } of marksOf(code)) found.push({ span: text.locate(start, end), look: lookOfCode(as, isNew) });
  }
  return found;
}

/** What has a look in the header, and beside it. */
export function looksOfHeader({ bound: { ast, header } }: TypedWorkflow): readonly LookedAt[] {
  const found: LookedAt[] = [];
  for (const { part } of header.targets) found.push({ span: part.span, look: lookOfTarget(part) });
  for (const { span } of header.inputs ?? []) found.push({ span, look: looks.written });
  for (const members of [ast.header, ast.file]) forEachPart(members, (part) => addPart(part, looks.newKey, found));
  return found;
}

/** A name that no node has looks like one: that it is missing is said elsewhere. */
function lookOfTarget({ value, field: { words } }: TargetSite["part"]): TokenLook {
  return words !== undefined && Object.hasOwn(words, value) ? looks.kind : looks.node;
}

function addPart(part: DecodedPart, ofField: TokenLook, found: LookedAt[]): void {
  if (part.shape === "type") addType(part.type, ofField, found);
  // A field that takes names to types declares those names.
  else if (part.shape === "map" && part.field.of.shape === "type") for (const { key } of part.entries) found.push({ span: key.span, look: ofField });
  else if (part.shape === "duration") found.push({ span: part.span, look: looks.duration });
}

/** The names of the fields of a type, and the types that are written as texts. */
function addType({ span, fields, schema }: TypeNode, ofField: TokenLook, found: LookedAt[]): void {
  if (fields.length === 0 && schema === undefined) found.push({ span, look: looks.type });
  for (const { key, type } of fields) {
    found.push({ span: key.span, look: ofField });
    addType(type, looks.newField, found);
  }
}
