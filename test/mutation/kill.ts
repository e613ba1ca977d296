import { compile, type Diagnostic } from "../../compiler/index.ts";
import type { Mutant, Operator } from "./mutant.ts";
import type { Place, Subject } from "./subject.ts";

/** What became of a mutant: a kill that marks what is wrong, one that marks something else, or none. */
export type Fate = "in-range" | "elsewhere" | "survived";

export interface Judged {
  readonly operator: Operator;
  readonly subject: Subject;
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** The findings that the original does not have, as an author reads them. */
  readonly said: readonly string[];
}

/** A finding of a document with the parts of its text that it marks. */
export interface Marked {
  readonly diagnostic: Diagnostic;
  readonly places: readonly Place[];
}

/** Warnings and errors of a text. */
export function findingsOf({ name, project }: Subject, text: string): readonly Marked[] {
  const { diagnostics, blocks } = compile({ uri: name, text }, { project });
  return diagnostics.filter(({ severity }) => severity === "error" || severity === "warning").map((diagnostic) => ({
    diagnostic,
    places: [diagnostic.span, ...diagnostic.related.map(({ span }) => span)].map((span) => blocks.absolute(span)),
  }));
}

/** Every mutant that the operators make of a subject; the text of two is never the same, nor that of the original. */
export function mutantsOf(subject: Subject, operators: readonly Operator[]): readonly { readonly operator: Operator; readonly mutant: Mutant }[] {
  const seen = new Set([subject.text]);
  return operators.flatMap((operator) => operator.mutants(subject).flatMap((each) => {
    if (seen.has(each.text)) return [];
    seen.add(each.text);
    return [{ operator, mutant: each }];
  }));
}

/** Looks at what the compiler says of a mutant of a subject that it said nothing of. */
export function judge(subject: Subject, operator: Operator, mutant: Mutant): Judged {
  const findings = findingsOf(subject, mutant.text);
  const isMarked = findings.some(({ places }) => places.some((place) => mutant.tokens.some((token) => covers(place, token))));
  const said = findings.map(({ diagnostic, places }) => `${diagnostic.code} «${mutant.text.slice(places[0]?.start, places[0]?.end)}» ${diagnostic.message}`);
  return { operator, subject, mutant, fate: isMarked ? "in-range" : findings.length > 0 ? "elsewhere" : "survived", said };
}

function covers(outer: Place, inner: Place): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
