import { typeOfJsonSchema } from "../../compiler/index.ts";
import type { ToolDefinition } from "../../schemas/tool-lock.ts";
import { describeType } from "../../schemas/type.ts";
import type { Markup } from "../markup.ts";
import { schemasAt, typeAt, valuesAt, type ArgumentPath } from "../tool-schema.ts";
import { declarationOf } from "./values.ts";

const longestLine = 80;

/** What a server says of a tool. */
export function toolParagraphs(server: string, { name, description, inputSchema, outputSchema }: ToolDefinition, markup: Markup): readonly (string | undefined)[] {
  const takes = typeOfJsonSchema(inputSchema);
  const gives = outputSchema === undefined ? "" : ` -> ${describeType(typeOfJsonSchema(outputSchema))}`;
  const line = `${server}.${name}(${describeType(takes)})${gives}`;
  // A long list of arguments has a line for each, as a record has.
  const lines = `${server}.${name}(${declarationOf("", takes).replace(/^: /, "")})${gives}`;
  return [markup.block(line.length <= longestLine ? line : lines), markup.quoted(description), "As `jamjet.lock` has it."];
}

/** What is said of a part of the arguments of a tool. */
export function argumentParagraphs(tool: ToolDefinition, path: ArgumentPath, markup: Markup): readonly (string | undefined)[] {
  const schemas = schemasAt(tool, path);
  const said = [...new Set(schemas.flatMap(({ description }) => (typeof description === "string" ? [description] : [])))];
  const presets = schemas.flatMap(({ default: preset }) => (preset === undefined ? [] : [JSON.stringify(preset)]));
  const values = valuesAt(tool, path);
  return [
    markup.block(`${path.map((step) => step ?? "[]").join(".").replaceAll(".[]", "[]")}: ${typeAt(tool, path)}`),
    ...said.map(markup.quoted),
    presets.length === 0 ? undefined : `Without it: ${markup.code(presets[0] ?? "")}.`,
    values.length === 0 || typeAt(tool, path).length <= longestLine ? undefined : `One of ${values.slice(0, 20).map((value) => markup.code(String(value))).join(", ")}${values.length > 20 ? " and others" : ""}.`,
  ];
}
