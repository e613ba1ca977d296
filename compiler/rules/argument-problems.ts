import { unreachable } from "../../schemas/bug.ts";
import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { nearest } from "../../schemas/nearest.ts";
import type { Span } from "../../schemas/span.ts";
import { formatMisfit } from "../check/schema-format.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import type { TypedSite } from "../check/typed.ts";
import { shortened } from "../diagnostics/words.ts";
import { fits } from "../expr/types.ts";
import { followed, typeOfJsonSchema } from "../syntax/json-schema.ts";
import type { ValueTree } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";
import { standIn, surelyFits } from "./surely-fits.ts";
import { templateMisfit } from "./template-misfit.ts";

/** What is certainly wrong with a piece of the arguments; `argument` says where it stands among them: `filter.limit`. */
export type ArgumentProblem =
  | {
      readonly is: "misfit";
      readonly argument: string;
      readonly span: Span;
      /** Goes on behind "must be". */
      readonly wanted: string;
      readonly found: string;
      /** It would fit without its quotes. */
      readonly isQuoted: boolean;
      /** A server need not look: formats are remarks, by the letter of JSON Schema. */
      readonly isLikely: boolean;
    }
  | { readonly is: "missing"; readonly span: Span; readonly names: readonly string[] }
  | { readonly is: "unknown"; readonly argument: string; readonly span: Span; readonly nearest: string | undefined; readonly known: readonly string[]; readonly isFatal: boolean };

/** What arguments are held against. */
export interface Wanted {
  /** The schema that references are of. */
  readonly root: Json;
  /** The templates that could be read, with what is known of them. */
  readonly sites: ReadonlyMap<ScalarText, TypedSite>;
  /** How many schemas may still be looked into: definitions that use each other twice double with every step. */
  left: number;
}

type TreeOf<K extends ValueTree["kind"]> = Extract<ValueTree, { readonly kind: K }>;

/** What of a written argument certainly does not fit its JSON Schema (2020-12); the innermost pieces that can be named. */
export function argumentProblems(argument: string, tree: ValueTree, schema: Json | undefined, wants: Wanted): readonly ArgumentProblem[] {
  if (schema === undefined || wants.left === 0) return [];
  wants.left -= 1;
  switch (tree.kind) {
    case "hole": return [];
    case "data": {
      const wanted = scalarMisfit(tree.value, schema, wants.root);
      const meant = followed(schema, wants.root);
      if (wanted !== undefined) return [{ ...misfit(argument, tree, wanted), isQuoted: isOnlyQuoted(tree.value, schema, wants.root) }];
      const format = isJsonObject(meant) ? formatMisfit(tree.value, meant["format"]) : undefined;
      return format === undefined ? conditional(argument, tree, meant, wants) : [{ ...misfit(argument, tree, format), isLikely: true }];
    }
    case "template": {
      const site = wants.sites.get(tree.text);
      // Most schemas of arguments say nothing but what type they have.
      const isPlain = !isJsonObject(schema) || (schema["type"] !== undefined && Object.keys(schema).length === 1);
      if (site === undefined || (isPlain && fits(site.type, typeOfJsonSchema(schema, wants.root)) !== "no")) return [];
      const found = templateMisfit(site, schema, wants.root);
      return found === undefined ? [] : [misfit(argument, tree, found.wanted, found.found)];
    }
    case "list": case "map": {
      const meant = followed(schema, wants.root);
      const { type, minItems, maxItems } = isJsonObject(meant) ? meant : {};
      const kind = scalarMisfit(standIn(tree), { ...(type === undefined ? {} : { type }) });
      if (kind !== undefined) return [misfit(argument, tree, kind)];
      const size = scalarMisfit(standIn(tree), { ...(minItems === undefined ? {} : { minItems }), ...(maxItems === undefined ? {} : { maxItems }) });
      if (size !== undefined && tree.kind === "list") return [misfit(argument, tree, `a list of ${size}`, String(tree.items.length))];
      if (!isJsonObject(meant)) return meant === false ? [misfit(argument, tree, "absent")] : [];
      const inside = tree.kind === "list" ? inItems(argument, tree, meant, wants) : inEntries(argument, tree, meant, wants);
      return inside.length > 0 ? inside : [...inParts(argument, tree, meant, wants), ...conditional(argument, tree, meant, wants)];
    }
    default: return unreachable(tree, "argumentProblems");
  }
}

function misfit(argument: string, tree: ValueTree, wanted: string, found: string = foundIn(tree)): Extract<ArgumentProblem, { readonly is: "misfit" }> {
  return { is: "misfit", argument: argument === "" ? "arguments" : argument, span: tree.span, wanted, found, isQuoted: false, isLikely: false };
}

function foundIn(tree: ValueTree): string {
  return tree.kind === "data" ? shortened(JSON.stringify(tree.value)) : tree.kind === "list" ? "list" : "dict";
}

function inItems(argument: string, tree: TreeOf<"list">, { prefixItems, items }: JsonObject, wants: Wanted): readonly ArgumentProblem[] {
  const first = Array.isArray(prefixItems) ? (prefixItems as readonly Json[]) : [];
  return tree.items.flatMap((item, index) => argumentProblems(`${argument}[${index}]`, item, first[index] ?? (index < first.length ? undefined : items), wants));
}

function inEntries(argument: string, { entries, span }: TreeOf<"map">, schema: JsonObject, wants: Wanted): readonly ArgumentProblem[] {
  const { additionalProperties, dependentRequired } = schema;
  const properties = isJsonObject(schema["properties"]) ? schema["properties"] : {};
  const given = new Set(entries.map(({ key }) => key.value));
  const isMisspelt = (name: string): boolean => entries.some(({ key }) => !isKnown(schema, properties, key.value) && nearest(key.value, [name]) !== undefined);
  const dependent = isJsonObject(dependentRequired) ? Object.entries(dependentRequired).flatMap(([name, names]) => (given.has(name) ? namesIn(names) : [])) : [];
  const required = namesIn(schema["required"]);
  // What is misspelt is missing, too: the one finding tells both.
  const lacking = [...new Set([...required, ...dependent])].filter((name) => !given.has(name) && !isMisspelt(name)).map((name) => pathTo(argument, name));
  return [
    ...(lacking.length === 0 ? [] : [{ is: "missing", span, names: lacking } as const]),
    ...entries.flatMap(({ key, value }): readonly ArgumentProblem[] => {
      const path = pathTo(argument, key.value);
      if (Object.hasOwn(properties, key.value)) return argumentProblems(path, value, properties[key.value], wants);
      if (isKnown(schema, properties, key.value)) return [];
      if (additionalProperties !== false && isJsonObject(additionalProperties)) return argumentProblems(path, value, additionalProperties, wants);
      const known = Object.keys(properties);
      const near = nearest(key.value, known.filter((name) => !given.has(name)));
      if (additionalProperties !== false && near === undefined) return [];
      // Without the argument that was meant, a call that requires it fails as well.
      return [{ is: "unknown", argument: path, span: key.span, nearest: near, known, isFatal: additionalProperties === false || (near !== undefined && required.includes(near)) }];
    }),
  ];
}

/** Whether a schema may say something of a key: by its name, by a pattern, or by parts that are looked into elsewhere. */
function isKnown(schema: JsonObject, properties: JsonObject, name: string): boolean {
  const isOpen = ["patternProperties", "allOf", "anyOf", "oneOf", "$ref", "if", "dependentSchemas", "propertyNames", "unevaluatedProperties"].some((keyword) => schema[keyword] !== undefined);
  return isOpen || Object.hasOwn(properties, name);
}

/** What does not fit all of the schemas that a list or mapping has to fit, or any of those of which it has to fit one. */
function inParts(argument: string, tree: TreeOf<"list" | "map">, { allOf, anyOf, oneOf }: JsonObject, wants: Wanted): readonly ArgumentProblem[] {
  const all = membersOf(allOf).flatMap((member) => argumentProblems(argument, tree, member, wants));
  if (all.length > 0) return all;
  for (const members of [membersOf(anyOf), membersOf(oneOf)]) {
    const found = members.map((member) => argumentProblems(argument, tree, member, wants));
    if (members.length === 0 || found.some((problems) => problems.every(isDoubtful))) continue;
    // Where one of them alone is for values of this kind, it is the one that was meant.
    const meant = found.filter(([first]) => first?.is !== "misfit" || first.span !== tree.span);
    if (meant.length === 1) return meant[0] ?? [];
    const kinds = new Set(found.flatMap(([first]) => (first?.is === "misfit" ? [first.wanted] : [])));
    return [misfit(argument, tree, meant.length === 0 ? [...kinds].join(", or ") : `one of ${members.length} forms that its schema lists`)];
  }
  return [];
}

/** What does not fit because of what else is written: the schema behind `if`, or the one that must not fit. */
function conditional(argument: string, tree: ValueTree, schema: Json, wants: Wanted): readonly ArgumentProblem[] {
  if (!isJsonObject(schema)) return [];
  const { if: test, then, else: otherwise, not } = schema;
  if (not !== undefined && surelyFits(tree, not, wants.root)) return [misfit(argument, tree, "something else")];
  if (test === undefined) return [];
  if (surelyFits(tree, test, wants.root)) return argumentProblems(argument, tree, then, wants);
  return argumentProblems(argument, tree, test, wants).some((problem) => !isDoubtful(problem)) ? argumentProblems(argument, tree, otherwise, wants) : [];
}

function isDoubtful(problem: ArgumentProblem): boolean {
  return problem.is === "misfit" ? problem.isLikely : problem.is === "unknown" && !problem.isFatal;
}

function membersOf(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

function namesIn(list: Json | undefined): readonly string[] {
  return membersOf(list).filter((name) => typeof name === "string");
}

function pathTo(argument: string, name: string): string {
  return argument === "" ? name : `${argument}.${name}`;
}

/** Whether a text would fit as the number or truth value that it spells. */
function isOnlyQuoted(value: Json, schema: Json, root: Json): boolean {
  if (typeof value !== "string" || !/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value)) return false;
  return scalarMisfit(JSON.parse(value.replace(/^(-?)0+(?=\d)/, "$1")) as Json, schema, root) === undefined;
}
