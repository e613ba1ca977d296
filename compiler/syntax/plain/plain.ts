import { hasOddCharacters } from "../characters.ts";
import type { Limits } from "../limits.ts";
import type { YamlTree } from "../tree.ts";
import { readNode } from "./block.ts";
import { nextLine } from "./scan.ts";
import type { Scan } from "./scan.ts";

/**
 * The tree of a document in plain block style about which there is nothing to report; undefined for any other. What it
 * consists of begins in `column`, which is another one for a part of a document. It is the tree that the package `yaml` leads to, many times faster. `test/fuzz/plain.test.ts` holds it to that.
 */
export function readPlain(text: string, limits: Limits, column = 0): YamlTree | undefined {
  // P2.
  if (hasOddCharacters(text)) return undefined;
  const scan: Scan = { text, comments: [], nesting: limits.nesting, at: 0, indent: 0 };
  const isRead = nextLine(scan, 0) && scan.indent === column;
  const root = isRead ? readNode(scan, -1, 1) : undefined;
  const isWhole = scan.at === text.length && (root?.kind === "mapping" || root?.kind === "sequence");
  return isWhole ? { root, comments: scan.comments } : undefined;
}
