import { nullDeref, type Diagnostic, type TextEdit } from "../../compiler/index.ts";
import { codeAt, type CodePlace } from "../code-at.ts";
import { workflowAt, type Snapshot } from "../snapshot.ts";

/** Edits that lead around what fails where a value is `None`. */
interface Guard {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Paths of names alone: what a loop or a comprehension calls something is not known outside of it. */
const path = /^(?:state|output|event|error|feedback)(?:\.[A-Za-z]\w*)*$/;

/** A test for `None` in front of the condition, or around the braces, in which a finding points at a value that may be it. */
export function guardFor(snapshot: Snapshot, { code, span }: Diagnostic): Guard | undefined {
  if (code !== nullDeref.code || snapshot.compiled.blocks.fileOf(span) !== undefined) return undefined;
  const { start, end } = snapshot.compiled.blocks.absolute(span);
  const name = snapshot.source.text.slice(start, end);
  const place = path.test(name) ? codeAt(workflowAt(snapshot, start), start) : undefined;
  const edits = place && (place.site.code.as === "expression" ? beforeCondition(place, name) : aroundBraces(place, name));
  return edits && { title: `test '${name}' for None first`, edits };
}

function beforeCondition({ site: { code, site: { text } } }: CodePlace, name: string): readonly TextEdit[] | undefined {
  if (code.as !== "expression") return undefined;
  const isLoose = code.parsed.ast.kind === "or" || code.parsed.ast.kind === "if";
  const first = text.value.length - text.value.trimStart().length;
  const last = text.value.trimEnd().length;
  const opening = { span: text.locate(first, first), text: `${name} is not None and ${isLoose ? "(" : ""}` };
  return isLoose ? [opening, { span: text.locate(last, last), text: ")" }] : [opening];
}

/** A text that is one pair of braces keeps the type of what stands in them, which it has not behind a test. */
function aroundBraces({ site: { code, site: { text } }, at }: CodePlace, name: string): readonly TextEdit[] | undefined {
  if (code.as !== "template" || code.parsed.parts.length < 2) return undefined;
  const braces = code.parsed.parts.find((part) => part.part === "out" && part.start <= at && at <= part.end);
  return braces && [{ span: text.locate(braces.start, braces.start), text: `{% if ${name} is not None %}` }, { span: text.locate(braces.end, braces.end), text: "{% endif %}" }];
}
