import { randomFrom } from "../support/random.ts";
import { findingsOf, mutantsOf } from "./kill.ts";
import type { Mutant } from "./mutant.ts";
import { operators } from "./operators/index.ts";
import { subjectOf, type Place, type Subject } from "./subject.ts";

/** What was planted in one document, and what was found of it. */
export interface Planted {
  readonly faults: number;
  readonly found: number;
  /** Findings that mark none of the faults. */
  readonly spurious: readonly string[];
  /** The operators whose faults nobody found. */
  readonly missed: readonly string[];
}

/** One change to one node that breaks it and leaves its surroundings alone. */
interface Fault {
  readonly operator: string;
  readonly node: number;
  readonly at: Place;
  readonly text: string;
  /** Where it is wrong, counted from `at.start`. */
  readonly tokens: readonly Place[];
}

/** Faults that can be told apart: they change one place, in one node, without taking a name away that others use. */
const independent = new Set([
  "key-typo", "choice-typo", "duration-broken", "word-for-number", "fraction-for-integer", "out-of-range", "target-typo", "state-read-typo", "output-key-typo", "root-typo", "filter-typo", "function-typo", "method-typo",
  "operand-missing", "parenthesis-open", "parenthesis-stray", "text-for-number", "brace-lost", "block-unknown", "block-stray", "join-of-text", "retry-policy-typo", "foreign-key", "key-twice", "retry-of-nothing", "backoff-typo", "secret-in-prompt", "bare-word", "text-plus-number", "zero-divisor", "braces-single", "template-unquoted",
]);

/** A long document that is right, where faults have room. */
export function longSubject(): Subject {
  return subjectOf("long.yaml", longDocument(48), { servers: undefined, fileExists: () => true });
}

/** Recall and spurious findings by the number of faults: rows of a table, each of `rounds` documents. */
export function plantedTable(seed: number, rounds: number): readonly string[] {
  const subject = longSubject();
  const faults = faultsOf(subject);
  const row = (count: number): string => {
    const seen = Array.from({ length: rounds }, (_, round) => plant(subject, faults, count, seed + count * rounds + round));
    const sum = (of: (each: Planted) => number): number => seen.reduce((total, each) => total + of(each), 0);
    const planted = sum((each) => each.faults);
    return [`${count}`, `${planted}`, (sum((each) => each.found) / planted).toFixed(3), (sum((each) => each.spurious.length) / planted).toFixed(3)].map((cell) => cell.padStart(9)).join("");
  };
  return [`JAMJET_SEED=${seed}: faults in one document`, ["at once", "planted", "recall", "spurious"].map((word) => word.padStart(9)).join(""), ...Array.from({ length: 20 }, (_, at) => row(at + 1))];
}

/** Documents of `size` nodes that call, ask and route in turn. */
function longDocument(size: number): string {
  const lines = Array.from({ length: size }, (_, at) => {
    const next = at + 1 < size ? `n${at + 1}` : "end";
    switch (at % 4) {
      case 0: return [`  n${at}:`, "    type: model", "    model: gpt-4o-mini", `    prompt: "Say {{ state.topic | upper }} and {{ state.tags | join(', ') }}."`, "    temperature: 0.5", `    output_key: text${at}`, "    retry: llm_default", `    next: ${next}`];
      case 1: return [`  n${at}:`, "    type: http", `    url: "https://example.com/{{ state.topic | urlencode }}"`, `    output_key: text${at}`, "    timeout: 30s", "    retry: {max_attempts: 2, backoff: linear}", `    next: ${next}`];
      case 2: return [`  n${at}:`, "    type: branch", "    conditions:", `      - if: "len(state.text${at - 1}) > 10 and state.topic != 'none'"`, `        next: ${next}`, "    default: end"];
      default: return [`  n${at}:`, "    type: http", "    method: POST", `    url: "https://example.com/notes"`, "    effect: once", `    body: {topic: "{{ state.topic.title() }}", count: "{{ len(state.tags) }}"}`, `    next: ${next}`];
    }
  });
  const keys = Array.from({ length: size }, (_, at) => (at % 4 < 2 ? [`    text${at}: str`] : [])).flat();
  return ["workflow:", "  id: long", "  version: 0.1.0", "  state_schema:", "    topic: str", "    tags: list[str]", ...keys, "  start: n0", "nodes:", ...lines.flat(), "  end:", "    type: end", ""].join("\n");
}

/** Every fault that may be planted in a document. */
export function faultsOf(subject: Subject): readonly Fault[] {
  const chosen = operators.filter(({ name }) => independent.has(name));
  return mutantsOf(subject, chosen).flatMap(({ operator, mutant }) => {
    const fault = faultOf(subject, mutant);
    return fault === undefined ? [] : [{ ...fault, operator: operator.name }];
  });
}

/** Plants `count` faults at nodes that do not touch, and looks at what is said of all of them together. */
export function plant(subject: Subject, faults: readonly Fault[], count: number, seed: number): Planted {
  const random = randomFrom(seed);
  const chosen = new Map<number, Fault>();
  for (let tries = 0; chosen.size < count && tries < 1_000; tries += 1) {
    const fault = faults[Math.floor(random() * faults.length)] as Fault;
    // What a neighbour says of a broken node is not a second fault.
    if (![-1, 0, 1].some((beside) => chosen.has(fault.node + beside))) chosen.set(fault.node, fault);
  }
  const ordered = [...chosen.values()].sort((a, b) => a.at.start - b.at.start);
  let text = subject.text;
  for (const { at, text: insert } of ordered.toReversed()) text = text.slice(0, at.start) + insert + text.slice(at.end);
  let moved = 0;
  const tokens = ordered.map((fault) => {
    const places = fault.tokens.map(({ start, end }) => ({ start: fault.at.start + moved + start, end: fault.at.start + moved + end }));
    moved += fault.text.length - (fault.at.end - fault.at.start);
    return { operator: fault.operator, places };
  });
  const findings = findingsOf(subject, text);
  const marks = (places: readonly Place[], token: readonly Place[]): boolean => places.some((place) => token.some(({ start, end }) => place.start <= start && end <= place.end));
  const touches = (places: readonly Place[], at: number): boolean => places.some(({ start, end }) => ordered[at] !== undefined && (tokens[at]?.places ?? []).some((token) => start <= token.end && token.start <= end));
  const missed = tokens.filter((token) => !findings.some(({ places }) => marks(places, token.places))).map(({ operator }) => operator);
  const spurious = findings.filter(({ places }) => !tokens.some((_token, at) => touches(places, at)));
  return { faults: chosen.size, found: chosen.size - missed.length, missed, spurious: spurious.map(({ diagnostic, places }) => `${diagnostic.code} «${text.slice(places[0]?.start, places[0]?.end)}» ${diagnostic.message}`) };
}

/** A mutant as one change; `undefined` where it changes more than one node, or none. */
function faultOf(subject: Subject, { text, tokens }: Mutant): Omit<Fault, "operator"> | undefined {
  let start = 0;
  while (text[start] === subject.text[start] && start < text.length) start += 1;
  let behind = 0;
  while (behind < text.length - start && behind < subject.text.length - start && text.at(-1 - behind) === subject.text.at(-1 - behind)) behind += 1;
  const at = { start, end: subject.text.length - behind };
  const node = subject.nodes.findIndex(({ entry }) => entry.keyAt.end <= at.start && at.end <= entry.end);
  if (node === -1 || subject.nodes[node]?.kind === "end") return undefined;
  return { node, at, text: text.slice(start, text.length - behind), tokens: tokens.map((token) => ({ start: token.start - start, end: token.end - start })) };
}
