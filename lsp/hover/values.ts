import type { ProjectView } from "../../compiler/index.ts";
import { retryPresets } from "../../schemas/common-fields.ts";
import { failures } from "../../schemas/failure.ts";
import type { Field, NameSpace } from "../../schemas/field.ts";
import { costByName, type Price } from "../../schemas/prices.ts";
import { describeType, type Type } from "../../schemas/type.ts";
import type { Markup } from "../markup.ts";

/** The names that a plain value may be one of; undefined where it is something else. */
export function nameSpaceOf(field: Field): NameSpace | undefined {
  if (field.shape === "either") return field.scalar && nameSpaceOf(field.scalar);
  if (field.shape === "list") return field.single === undefined ? undefined : nameSpaceOf(field.of);
  return field.shape === "name" ? field.of : undefined;
}

/** What a name means that the author did not make up: the numbers of a preset, the price of a model, what a class of failures holds. */
export function valueParagraphs(of: NameSpace, name: string, project: ProjectView, markup: Markup): readonly (string | undefined)[] {
  switch (of) {
    case "retryPolicy": return [presetBlock(name, markup)];
    case "failure": return [markup.doc(own<{ readonly doc: string }>(failures, name)?.doc ?? "")];
    case "model": {
      const price = (project.modelCost ?? costByName)(name)?.prices[0];
      return [price && `It takes ${priceWords(price)}.`];
    }
    case "server": case "tool": case "offeredTool": case "agentTool": return [];
  }
}

/** The numbers of a preset of retries; undefined for a policy of the author's. */
export function presetBlock(name: string, markup: Markup): string | undefined {
  const preset = own<object>(retryPresets, name);
  return preset && markup.block(Object.entries(preset).map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join("\n"));
}

/** A name with its type, in as many lines as people read: a long record has one for each of its fields. */
export function declarationOf(name: string, type: Type): string {
  const line = `${name}: ${describeType(type)}`;
  if (type.kind !== "record" || line.length <= longestLine) return line;
  const fields = Object.entries(type.fields).map(([key, field]) => `  ${declarationOf(`${key}${field.optional ? "?" : ""}`, field.type).replaceAll("\n", "\n  ")},`);
  return [`${name}: {`, ...fields, ...(type.open ? ["  ..."] : []), "}"].join("\n");
}

const longestLine = 80;

/** What a million tokens cost. */
export function priceWords({ input, output }: Price): string {
  return `$${input} in and $${output} out per million tokens`;
}

function own<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
