import { compile, type Compiled, editsBetween, mend, migratedAs, migration, type SourceText } from "../../compiler/index.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Offer } from "./offer.ts";

export const fixAllKind = "source.fixAll.jamjet";

/** What `jamjet validate --fix` would make of the document; nothing where there is no safe fix. */
export function fixAll({ compiled, project, source: { text }, uri, places }: Snapshot): readonly Offer[] {
  if (!compiled.diagnostics.some(({ code, fixes }) => code === migration().code || fixes.some(({ safety }) => safety === "safe"))) return [];
  const edit: Offer["edit"] = () => {
    const judged = (source: SourceText): Compiled => compile(source, { project });
    const { compiled: mended } = mend(migratedAs("safe", compiled, judged) ?? compiled, "safe", judged);
    const edits = editsBetween(text, mended.source.text);
    return edits.length === 0 ? undefined : { changes: { [uri]: edits.map((each) => ({ range: places.rangeOf(each), newText: each.text })) } };
  };
  return [{ title: "fix all that has a safe fix", kind: fixAllKind, edit, isCostly: true }];
}
