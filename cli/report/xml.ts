import { visible } from "../../compiler/index.ts";

/** Opens an element with its attributes in the order given; those that are undefined are left out. */
export function openTag(name: string, attributes: { readonly [name: string]: string | number | undefined }): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`]));
  return `<${name}${given.join("")}>`;
}

/** As `openTag`, of an element that holds nothing. */
export function emptyTag(name: string, attributes: { readonly [name: string]: string | number | undefined }): string {
  return openTag(name, attributes).replace(/>$/, "/>");
}

/**
 * `text` for the inside of an element or an attribute. What XML 1.0 forbids, and what would steer a reader's screen, is
 * written as `<U+XXXX>`; lines stay lines.
 */
export function xmlText(text: string): string {
  return text.split("\n").map((line) => visible(line).replace(/[&<>"'\ufffe\uffff]/g, (character) => entities[character] ?? "&#xFFFD;")).join("&#10;");
}

const entities: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
