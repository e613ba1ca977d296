import type { Mark, Outline } from "../../compiler/index.ts";
import type { Tone } from "../render/page.ts";

/** How a mark is said in a legend, painted in pictures, and painted in a terminal. */
interface MarkLook {
  readonly words: string;
  readonly colour: string;
  readonly tone: Tone;
}

/** Colours that are told apart by who sees no red or no green, too; the words stand beside them anyway. */
export const markLooks: { readonly [M in Mark]: MarkLook } = {
  missing: { words: "no node has this name", colour: "#b45309", tone: "bad" },
  unreached: { words: "never runs", colour: "#94a3b8", tone: "dim" },
  race: { words: "races with another branch", colour: "#dc2626", tone: "bad" },
  loop: { words: "in a loop", colour: "#2563eb", tone: "note" },
};

/** The marks that a picture of the graph needs a legend for, the gravest first. */
export function marksIn({ nodes, edges }: Outline): readonly Mark[] {
  const marks = new Set<Mark | undefined>(nodes.map(({ mark }) => mark));
  if (edges.some(({ isLoop }) => isLoop)) marks.add("loop");
  return (["missing", "unreached", "race", "loop"] as const).filter((mark) => marks.has(mark));
}
