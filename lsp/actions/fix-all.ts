import { compile, editsBetween, mend } from "../../compiler/index.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";

export const fixAllKind = "source.fixAll.jamjet";

/** What `jamjet validate --fix` would make of the document; nothing where there is no safe fix. */
export function fixAll({ compiled, project, source: { text }, uri, places }: Snapshot): readonly Offer[] {
  if (!compiled.diagnostics.some(({ fixes }) => fixes.some(({ safety }) => safety === "safe"))) return [];
  const edit: Offer["edit"] = () => {
    const { compiled: mended } = mend(compiled, "safe", (source) => compile(source, { project }));
    const edits = editsBetween(text, mended.source.text);
    return edits.length === 0 ? undefined : { changes: { [uri]: edits.map((each) => ({ range: places.rangeOf(each), newText: each.text })) } };
  };
  return [{ title: "fix all that has a safe fix", kind: fixAllKind, edit, isCostly: true }];
}
