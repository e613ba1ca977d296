import { isJsonObject, type Json, type JsonObject } from "../../schemas/json.ts";

/** A code, as it stands in a list. */
export interface CodeEntry {
  readonly code: string;
  readonly slug: string;
  readonly severity: string;
}

/** Every code of the answer of `jamjet explain --json`. */
export function codesIn(answer: Json | undefined): readonly CodeEntry[] {
  return objectsIn(isJsonObject(answer) ? answer["families"] : undefined)
    .flatMap((family) => objectsIn(family["codes"]))
    .map((entry) => ({ code: textIn(entry["code"]), slug: textIn(entry["slug"]), severity: textIn(entry["severity"]) }));
}

/** The answer of `jamjet explain <code> --json` as a page of Markdown. */
export function explanationOf(answer: Json | undefined): string {
  if (!isJsonObject(answer)) return "`jamjet explain` gave no answer.\n";
  if (isJsonObject(answer["error"])) return `${textIn(answer["error"]["message"])}\n`;
  const example = isJsonObject(answer["example"]) ? answer["example"] : {};
  const parts = [
    `# ${textIn(answer["code"])} ${textIn(answer["slug"])}`,
    `Severity: ${textIn(answer["severity"])}.`,
    textIn(answer["doc"]),
    ...block("Wrong", "yaml", example["wrong"]),
    ...block("Is answered with", "text", example["says"]),
    ...block("Right", "yaml", example["right"]),
    answer["can_be_ignored"] === true ? `It is taken back by a comment at its place: \`# jamjet-ignore ${textIn(answer["code"])}\`` : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function block(title: string, language: string, lines: Json | undefined): readonly string[] {
  return Array.isArray(lines) ? [`## ${title}`, ["```" + language, ...lines.map(textIn), "```"].join("\n")] : [];
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((item: Json) => isJsonObject(item)) : [];
}

function textIn(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
