import type { NodeDraft } from "./draft.ts";
import type { Fork } from "./graph.ts";

/** What is known of all drafts together. */
export interface Tally {
  /** How many lack a part that could have named a node, and how many name one that there is not. */
  readonly unread: number;
  readonly unresolved: number;
  /** How many end an execution. */
  readonly ends: number;
  readonly forks: readonly Fork[];
  readonly openEnded: ReadonlySet<number>;
  /** The nodes that score the output of another one. */
  readonly judges: readonly number[];
}

/** One look at each draft. */
export function tallyOf(drafts: readonly NodeDraft[]): Tally {
  let [unread, unresolved, ends] = [0, 0, 0];
  const [forks, openEnded, judges]: [Fork[], Set<number>, number[]] = [[], new Set(), []];
  for (const draft of drafts) {
    if (!draft.isRead) unread += 1;
    if (!draft.isResolved) unresolved += 1;
    if (draft.node.spec?.terminal === true) ends += 1;
    if (draft.isOpenEnded) openEnded.add(draft.node.index);
    if (isJudge(draft)) judges.push(draft.node.index);
    forks.push(...draft.forks);
  }
  return { unread, unresolved, ends, forks, openEnded, judges };
}

/** Whether a draft in the place of another one leaves the tally as it is. */
export function countAlike(one: NodeDraft, other: NodeDraft): boolean {
  const isSame = one.isRead === other.isRead && one.isResolved === other.isResolved && one.isOpenEnded === other.isOpenEnded;
  return isSame && one.node.spec === other.node.spec && one.forks.length === 0 && other.forks.length === 0;
}

function isJudge({ node: { spec } }: NodeDraft): boolean {
  return spec?.traits.roots?.includes("output") === true;
}
