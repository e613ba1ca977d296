import { explain } from "../../compiler/index.ts";
import type { Markup } from "../markup.ts";
import type { Snapshot } from "../snapshot.ts";

/** So many findings are explained at once. */
const most = 3;

/** Why what is wrong at an offset matters, each code once; that it is wrong the editor says itself. */
export function findingParagraphs({ compiled: { diagnostics, blocks } }: Snapshot, offset: number, markup: Markup): readonly string[] {
  const codes = diagnostics.flatMap(({ code, span }) => {
    if (blocks.fileOf(span) !== undefined) return [];
    const { start, end } = blocks.absolute(span);
    return start <= offset && offset <= end ? [code] : [];
  });
  return [...new Set(codes)].slice(0, most).flatMap((code) => {
    const spec = explain(code);
    return spec === undefined ? [] : [`${markup.strong(`${code} ${spec.slug}`)}: ${markup.doc(spec.doc)}`];
  });
}
