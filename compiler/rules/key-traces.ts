import { rootNames } from "../../schemas/expr/roots.ts";
import type { NodeSpec } from "../../schemas/node-spec.ts";
import type { Around, CodeSite } from "../bind/bound.ts";
import { forEachPart, hasHole } from "../bind/visit.ts";
import { gathered } from "../check/gathered.ts";
import type { TypedNode, TypedSite, TypedWorkflow } from "../check/typed.ts";
import { guessAmong } from "../syntax/guess.ts";
import type { Members } from "../syntax/part.ts";
import { pathSteps } from "./json-path.ts";

/** Says of a key that neither analysis of flow has seen whether anything else in the document may mean it. */
export type MayMean = (key: string) => boolean;

/**
 * What else may name a key of the state: paths into it, lists of the header, and code in which something is wrong, where a
 * slip may have been the key. Undefined where any key may be used: a part could not be read, a function of the project
 * sees or writes the whole state, an event brings what it likes, or code reads the state whole.
 */
export function keyTraces(typed: TypedWorkflow): MayMean | undefined {
  const { ast, header, state, stateComplete } = typed.bound;
  if (!stateComplete || ast.damaged) return undefined;
  const words = new Set<string>();
  if (![ast.header, ast.file].every((members) => noteParts(members, [], words))) return undefined;
  for (const word of gathered(typed, wordsIn)) {
    if (word === anything) return undefined;
    words.add(word);
  }
  for (const { key } of header.inputs ?? []) words.add(key);
  const guess = guessAmong(state.keys());
  for (const root of rootNames) words.delete(root);
  const meant = new Set([...words].flatMap((word) => (state.has(word) ? [word] : (guess(word) ?? []))));
  return (key) => meant.has(key);
}

/** Stands among words for a node that may use any key: no key is called so. */
const anything = "any key";

/** The words of a node that may mean a key, beyond those that it is known to read and write. */
function wordsIn({ bound: { ast: { members }, code, spec, wiring, writes }, reads, sites }: TypedNode, { state }: Around): readonly string[] {
  const words = new Set<string>();
  const isOpen = [wiring.result, wiring.event].some((written) => written?.perhaps === "any");
  const isRead = sites.every((site) => site.code.parsed.isWhole) && noteParts(members, code, words);
  if (spec === undefined || lacksKey(spec, members) || isOpen || reads.whole.length > 0 || !isRead) return [anything];
  for (const { key } of writes) if (!state.has(key)) words.add(key);
  for (const site of sites) if (!site.isSound) noteWords(codeOf(site), words);
  return [...words];
}

/** Whether a key is missing that a node must have: that was told, and what stands there may read the state. */
function lacksKey({ fields, groups = [] }: NodeSpec, members: Members): boolean {
  for (const name in fields) if (fields[name]?.optional === undefined && members[name] === undefined) return true;
  return groups.some(({ rule, keys }) => rule !== "at-most-one" && keys.every((key) => members[key] === undefined));
}

/** Notes the keys that parts of an object name; false where one of them, or its file, was not read, or it calls a function of the project. */
function noteParts(members: Members, code: readonly CodeSite[], words: Set<string>): boolean {
  if (hasHole(members)) return false;
  let isKnown = true;
  forEachPart(members, (part) => {
    if (part.shape !== "text") return;
    if (part.field.format === "module" || (part.field.fills !== undefined && !code.some((site) => site.part === part))) isKnown = false;
    if (part.field.format === "statePath") for (const step of pathSteps(part.value)) if (step.to === "name") words.add(step.name);
  });
  return isKnown;
}

function noteWords(text: string, words: Set<string>): void {
  for (const [word] of text.matchAll(/[A-Za-z_]\w*/g)) words.add(word);
}

/** What a site says in code: of a template, all but the prose around it; where something is wrong with its text, prose may be code as well. */
function codeOf({ code: { as, parsed } }: TypedSite): string {
  if (as === "expression" || parsed.problems.length > 0) return parsed.text;
  return parsed.parts.flatMap(({ part, start, end }) => (part === "text" ? [] : [parsed.text.slice(start, end)])).join(" ");
}
