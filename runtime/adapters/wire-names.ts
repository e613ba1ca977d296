import type { ToolOffer } from "../ports.ts";

/** The names of tools as providers take them, and back. */
export interface WireNames {
  /** Also for a name that was never offered, since a model may have asked for it. */
  readonly toWire: (name: string) => string;
  /** A name that no offered tool has comes back as it is. */
  readonly fromWire: (wire: string) => string;
}

/** What every provider takes: OpenAI's letters and length, and Gemini's first letter. */
const longest = 64;

/** Names for `tools`: the same for the same list, and no two alike. */
export function wireNames(tools: readonly ToolOffer[]): WireNames {
  const wires = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name } of tools) {
    const plain = plainName(name);
    let wire = plain;
    for (let number = 2; names.has(wire); number += 1) wire = `${plain.slice(0, longest - 4)}_${number}`;
    wires.set(name, wire);
    names.set(wire, name);
  }
  return { toWire: (name) => wires.get(name) ?? plainName(name), fromWire: (wire) => names.get(wire) ?? wire };
}

function plainName(name: string): string {
  const plain = name.replace(".", "__").replace(/[^A-Za-z0-9_-]/g, "_").slice(0, longest);
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain.slice(0, longest - 1)}`;
}
