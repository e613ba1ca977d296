import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";
import { code, page, type Page, table } from "../../schemas/generate/markdown.ts";
import { answers, sharedShapes, type AnswerShape } from "../answers.ts";
import type { Shape } from "../shapes.ts";

/** The schema of what `command` answers with under `--json`, errors included. */
export function answerSchema(command: string): JsonObject {
  const own = (answers[command] ?? []).map(({ shape }) => shape);
  return { $schema: "https://json-schema.org/draft/2020-12/schema", $defs: sharedShapes, anyOf: [...own, { $ref: "#/$defs/error" }, { $ref: "#/$defs/findings" }] };
}

/** The page of what every command answers with under `--json`. */
export function answerPage(): Page {
  return page("json.md", "Answers as JSON", [
    "Every command prints one JSON value on standard output under `--json`, whatever the exit code; progress goes to standard error. Members that are not listed here do not exist; a member with `?` may be absent. `a[].b` is the member `b` of each item of `a`.",
    "A command that cannot do what it was asked answers with [an error](#error); one whose document has errors answers with [findings](#findings).",
    ...Object.entries(answers).map(([command, shapes]) => [`## jamjet ${command}`, ...shapes.map(answerText)].join("\n\n")),
    "## Shared shapes",
    ...Object.entries(sharedShapes).map(([name, shape]) => [`### ${name}`, shape.description, membersOf(shape)].join("\n\n")),
  ]);
}

function answerText({ when, shape }: AnswerShape): string {
  const ref = referenceOf(shape);
  const head = ref === undefined ? shape.description : `${shape.description} See [${ref}](#${ref}).`;
  return [when === undefined ? head : `${when.charAt(0).toUpperCase()}${when.slice(1)}: ${head.charAt(0).toLowerCase()}${head.slice(1)}`, membersOf(shape)].filter((block) => block !== "").join("\n\n");
}

function membersOf(shape: Shape): string {
  return table(["Member", "Type", "Meaning"], rowsOf(shape, ""));
}

function rowsOf(shape: JsonObject, path: string): readonly (readonly string[])[] {
  const { properties, required, items } = shape;
  if (isJsonObject(items)) return rowsOf(items, `${path}[]`);
  if (!isJsonObject(properties)) return [];
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).flatMap(([name, member]) => {
    if (!isJsonObject(member)) return [];
    const at = `${path === "" ? "" : `${path}.`}${name}`;
    const own = [code(needed.includes(name) ? at : `${at}?`), typeOf(member), String(member["description"] ?? "")];
    return [own, ...rowsOf(member, at)];
  });
}

function typeOf(shape: JsonObject): string {
  const ref = referenceOf(shape);
  if (ref !== undefined) return `[${ref}](#${ref})`;
  const { type, items, anyOf } = shape;
  if (Array.isArray(anyOf)) return (anyOf as readonly JsonObject[]).map(typeOf).join(" or ");
  if (Array.isArray(shape["enum"])) return (shape["enum"] as readonly Json[]).map((word) => code(String(word))).join(" ");
  if (isJsonObject(items)) return `list of ${typeOf(items)}`;
  return typeof type === "string" ? type : "any";
}

function referenceOf({ $ref }: JsonObject): string | undefined {
  return typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : undefined;
}
