import type { Compiled, ScalarText, TypedNode, TypedSite, TypedWorkflow } from "../compiler/index.ts";
import type { Snapshot } from "./snapshot.ts";

/** A place within an expression or a template. */
export interface SiteAt {
  readonly site: Pick<TypedSite, "code" | "env"> & { readonly site: { readonly text: Pick<ScalarText, "value"> } };
  /** UTF-16 offset in the text of the site. */
  readonly at: number;
}

/** One of a node. */
export interface CodePlace extends SiteAt {
  readonly site: TypedSite;
}

/** The node in whose block `offset` lies, its whole entry under `nodes:` included. */
export function nodeAt(typed: TypedWorkflow, { blocks }: Compiled, offset: number): TypedNode | undefined {
  const { block } = blocks.relative({ start: offset, end: offset });
  const index = block.startsWith("nodes/") ? typed.bound.byId.get(block.slice("nodes/".length)) : undefined;
  return index === undefined ? undefined : typed.nodes[index];
}

/** The node that nobody wrote: no entry is its own. */
export function suppliedIn({ nodes }: TypedWorkflow): TypedNode | undefined {
  const last = nodes.at(-1);
  return last?.bound.supplied === true ? last : undefined;
}

/** The code around an offset of the document, if it lies in any; at its very end it still does. */
export function codeAt({ typed, compiled }: Snapshot, offset: number): CodePlace | undefined {
  const node = typed && (nodeAt(typed, compiled, offset) ?? suppliedIn(typed));
  if (node === undefined) return undefined;
  for (const site of node.sites) {
    const { text } = site.site;
    if (compiled.blocks.fileOf(text.span) !== undefined) continue;
    const { start, end } = compiled.blocks.absolute(text.span);
    if (start <= offset && offset <= end) return { site, at: offsetWithin(text, offset - start + text.span.start) };
  }
  return undefined;
}

/** The offset in the decoded text whose place is at or last before `offset` of its block. */
function offsetWithin(text: ScalarText, offset: number): number {
  let low = 0;
  let high = text.value.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.locate(middle, middle).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
