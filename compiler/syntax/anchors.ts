import { aliasProblem, fileLimits } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import { quoted, replacement } from "./findings.ts";
import type { Findings } from "./findings.ts";
import type { Limits } from "./limits.ts";
import type { YamlNode } from "./tree.ts";

/**
 * The anchors of one document and the aliases that name them.
 *
 * A1. An alias is resolved to the node of the anchor itself, never to a copy of its children.
 * A2. What aliases stand for is counted as if written out, so that walking the tree stays within `Limits`.
 */
export interface Anchors {
  /** Composes the node that carries the anchor `name` at `range`. */
  readonly define: (name: string, range: Range, compose: () => YamlNode) => YamlNode;
  /** What `*name` stands for; a hole where it stands for nothing. */
  readonly resolve: (name: string, range: Range) => YamlNode;
  /** To be called once per node, so that A2 can count. */
  readonly countNode: () => void;
  /** Reports the anchors that nothing referred to. */
  readonly reportUnused: () => void;
  /** Whether there was any anchor or alias. */
  readonly isUsed: () => boolean;
}

interface Anchor {
  readonly range: Range;
  /** Absent while the node is being composed, when an alias to it would be a cycle. */
  readonly node?: YamlNode;
  /** Nodes, and aliases, in it when written out. */
  readonly nodes: number;
  readonly aliases: number;
}

export function anchorsOf(text: string, limits: Limits, findings: Findings): Anchors {
  const known = new Map<string, Anchor>();
  const unused = new Map<Range, string>();
  let nodes = 0;
  let aliases = 0;
  let repeated = 0;
  let defined = 0;
  let overLimit = false;
  let isUsed = false;
  const refuse = (range: Range): void => {
    if (!overLimit) findings.say(fileLimits, range, { limit: "aliases", number: limits.aliases });
    overLimit = true;
  };

  return {
    countNode: () => {
      nodes += 1;
    },
    define: (name, range, compose) => {
      isUsed = true;
      if (name === "") findings.say(aliasProblem, range, { problem: "empty", name: "&" });
      defined += 1;
      if (defined > limits.aliases) {
        refuse(range);
        return compose();
      }
      if (name !== "") unused.set(range, name);
      known.set(name, { range, nodes: 0, aliases: 0 });
      const before = { nodes, aliases };
      const node = compose();
      known.set(name, { range, node, nodes: nodes - before.nodes, aliases: aliases - before.aliases });
      return node;
    },
    resolve: (name, range) => {
      isUsed = true;
      const anchor = known.get(name);
      const nothing: YamlNode = { kind: "hole", start: range.start, end: range.end, alias: range };
      if (overLimit) return nothing;
      if (!anchor) {
        const fixes = name.endsWith(":") ? [] : [replacement("quote it", range, quoted(`*${name}`))];
        const problem = name === "" ? "empty" : "unknown";
        findings.say(aliasProblem, range, { problem, name: name || "*" }, { fixes });
        return nothing;
      }
      unused.delete(anchor.range);
      if (!anchor.node) {
        const related = [{ span: { block: "", ...anchor.range }, message: "the anchor is here" }];
        findings.say(aliasProblem, range, { problem: "recursive", name }, { related });
        return nothing;
      }
      aliases += 1 + anchor.aliases;
      nodes += anchor.nodes;
      repeated += anchor.nodes;
      if (aliases > limits.aliases || repeated > limits.aliasedNodes) {
        refuse(range);
        return nothing;
      }
      return { ...anchor.node, alias: range };
    },
    isUsed: () => isUsed,
    reportUnused: () => {
      if (overLimit) return;
      for (const [range, name] of unused) {
        // What follows takes its place, so that a key keeps its indentation.
        const whole = { start: range.start, end: range.end + (/^ */.exec(text.slice(range.end, range.end + 256))?.[0].length ?? 0) };
        const behind = text.slice(range.end, range.end + 256);
        // On a line of its own it may be all that tells what stands above from what follows, and in brackets it may be all there is of an item.
        const isAlone = (isFirst(text, range.start) && /^[ \t]*(?:$|[\r\n#])/.test(behind)) || /^\s*[,\]}]/.test(behind);
        const fix = replacement("delete it", whole, "");
        const fixes = name.endsWith(":") ? [] : [isAlone ? { ...fix, safety: "unsafe" as const } : fix];
        findings.say(aliasProblem, range, { problem: "unused", name }, { severity: "warning", fixes });
      }
    },
  };
}

/** Whether nothing but white space stands before `offset` on its line. */
function isFirst(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && (text.charAt(at) === " " || text.charAt(at) === "\t")) at -= 1;
  return at < 0 || text.charAt(at) === "\n";
}
