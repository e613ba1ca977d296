import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { Type } from "../../schemas/type.ts";
import { misfit } from "../../schemas/type.ts";
import type { ToolAnswer } from "../ports.ts";
import { excerpt, parseJson } from "./text.ts";
import { isText, isTextList } from "./wanted.ts";

/**
 * What a tool's answer is to a key of type `type`, or `undefined` if nothing of it fits. The first reading that fits
 * wins: structured data (a sole field `result` unwrapped), the joined text for a text, the text items for a list of
 * texts, one text item read as JSON, then the text itself and the items as they came.
 */
export function shapeAnswer(answer: ToolAnswer, type: Type): { readonly value: Json } | undefined {
  const value = readings(answer, type).find((reading) => misfit(reading, type) === undefined);
  return value === undefined ? undefined : { value };
}

/** More than this of one answer tells a model nothing, and costs it the rest of its memory. */
const longestText = 100_000;

/** What a tool's answer is to a model: its texts, or its data where it has no text. */
export function textOf({ content, structured }: ToolAnswer): string {
  const said = content.map((item) => {
    const { type, text, mimeType } = isJsonObject(item) ? item : {};
    return typeof text === "string" ? text : `(${excerpt(String(mimeType ?? type ?? "something"), 60)}, which cannot be shown)`;
  });
  const whole = said.length === 0 && structured !== undefined ? JSON.stringify(structured) : said.join("\n");
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText)}\n(cut off after ${longestText} characters)`;
}

function readings({ content, structured }: ToolAnswer, type: Type): readonly Json[] {
  const texts = content.flatMap((item) => (isJsonObject(item) && item["type"] === "text" && typeof item["text"] === "string" ? [item["text"]] : []));
  const data = structured === undefined ? [] : [...unwrapped(structured), structured];
  if (isText(type)) return [...data, texts.join("\n")];
  if (isTextList(type)) return [...data, texts];
  if (content.length === 0) return [...data, null];
  if (texts.length < content.length) return [...data, content.length === 1 ? (content[0] as Json) : content, content];
  if (texts.length > 1) return [...data, texts];
  const [text] = texts as [string];
  return [...data, ...read(text), text, texts];
}

function unwrapped(structured: Json): readonly Json[] {
  if (!isJsonObject(structured) || Object.keys(structured).length !== 1) return [];
  const { result } = structured;
  return result === undefined ? [] : [result];
}

function read(text: string): readonly Json[] {
  const parsed = parseJson(text);
  return parsed === undefined ? [] : [parsed.value];
}
