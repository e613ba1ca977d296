import { extname } from "node:path";
import type { Outline } from "../../compiler/index.ts";
import type { Line } from "../render/page.ts";
import { asciiOf } from "./ascii.ts";
import { dotOf } from "./dot.ts";
import { mermaidOf } from "./mermaid.ts";

/** The lines of a picture. */
type Draw = (outline: Outline) => readonly Line[] | Promise<readonly Line[]>;

/** Every way to draw a graph. What lays a drawing out is loaded with the first one. */
const formats = {
  mermaid: mermaidOf,
  dot: dotOf,
  svg: async (outline) => (await import("./svg.ts")).svgOf(outline),
  ascii: asciiOf,
} as const satisfies { readonly [name: string]: Draw };

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];

/** How many nodes and ways together a format draws: laying out more takes minutes. */
export function mostDrawn(format: Format): number {
  return format === "svg" ? 800 : Infinity;
}

/** The lines of the picture. Equal graphs give equal ones. */
export async function draw(outline: Outline, format: Format): Promise<readonly Line[]> {
  return formats[format](outline);
}

/** What a file's name asks for: a format by its ending, nothing where it has none, or an ending that no format has. */
export type Asked = Format | "nothing" | "unknown";

const endings: { readonly [ending: string]: Format } = { ".mmd": "mermaid", ".mermaid": "mermaid", ".md": "mermaid", ".dot": "dot", ".gv": "dot", ".svg": "svg", ".txt": "ascii" };

/** The endings that name a format. */
export const knownEndings: readonly string[] = Object.keys(endings);

/** The format that a file's ending asks for. */
export function formatOf(file: string): Asked {
  const ending = extname(file).toLowerCase();
  return ending === "" ? "nothing" : (endings[ending] ?? "unknown");
}
