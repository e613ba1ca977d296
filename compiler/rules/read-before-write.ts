import { spanOfRead } from "../check/state-flow.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { idOf } from "./graph-words.ts";
import type { WorkflowRule } from "./rule.ts";
import { unforeseenReads, writersByKey } from "./unset-reads.ts";

const readBeforeWrite = diagnostic<{ key: string; isWritten: boolean }>({
  code: "JJ5102",
  slug: "read-before-write",
  severity: "error",
  message: (p) => `nothing has written '${p.key}' yet, and 'inputs' does not list it${p.isWritten ? "" : ": no node writes it at all"}`,
  help: (p) => `add '${p.key}' to 'inputs', or write \`state.${p.key} | default(…)\``,
  doc: `Where the header says in \`inputs\` what a caller gives, every other key is unset until a node writes it. A read on whose
every path nothing has, finds \`None\` in every execution. Without \`inputs\` the key would be taken for one.`,
});

/** With declared inputs, a key is written before it is read. */
export const readBeforeWriteRule: WorkflowRule = {
  of: "workflow",
  reports: [readBeforeWrite],
  check: (typed) => {
    const reads = typed.bound.header.inputs === undefined ? [] : unforeseenReads(typed, (verdict) => verdict === "early");
    if (reads.length === 0) return [];
    const writers = writersByKey(typed, new Set(reads.map(({ number }) => number)));
    return reads.map(({ key, number, first, more }) => {
      const late = writers.get(number) ?? [];
      const related = [
        ...late.map(({ node, site }) => ({ span: site.span, message: `'${idOf(typed.bound, node)}' writes it, too late` })),
        ...more.map((read) => ({ span: spanOfRead(read), message: "it is read here, too" })),
      ];
      return report(readBeforeWrite, spanOfRead(first), { key, isWritten: late.length > 0 }, { related: related.slice(0, 8) });
    });
  },
};
