import type { Located, Span } from "../../schemas/span.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import { describeType, types, type Type } from "../../schemas/type.ts";
import { undeclaredStateKey } from "../diagnostics/bind.ts";
import { report, type Diagnostic, type Fix } from "../diagnostics/define.ts";
import { formatRule } from "../syntax/formats.ts";
import type { Guess } from "../syntax/guess.ts";
import { memberOf } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";
import type { StateSymbol } from "./bound.ts";

/** The declared keys of the state, in the order of the text: those of `state_schema`, then those that only events bring. */
export function stateSymbols(ast: WorkflowAst): { readonly state: ReadonlyMap<string, StateSymbol>; readonly complete: boolean } {
  const member = ast.header["state_schema"];
  const part = memberOf(ast.header, "state_schema", "type");
  const state = new Map<string, StateSymbol>();
  for (const { key, type } of part?.type.fields ?? []) {
    const { schema } = type;
    const preset = type.default;
    state.set(key.value, { name: key.value, type: type.type, span: key.span, ...(schema === undefined ? {} : { schema }), ...(preset === undefined ? {} : { default: preset.value }) });
  }
  for (const { kind: known, meant, members } of ast.nodes) {
    const kind = known ?? meant;
    const field = kind === undefined ? undefined : specOf(kind).traits.event?.field;
    for (const { key, part: given } of (field === undefined ? undefined : memberOf(members, field, "map"))?.entries ?? []) {
      if (!state.has(key.value)) state.set(key.value, { name: key.value, type: given.shape === "type" ? given.type.type : types.hole, span: key.span });
    }
  }
  const isUnread = member !== undefined && part === undefined;
  const complete = !isUnread && part?.type.type.kind !== "hole" && !(part === undefined && ast.damaged);
  return { state, complete };
}

/** Reports a use of an undeclared key: the nearest declared one, and a fix that declares it. */
export function reportUndeclared(ast: WorkflowAst, state: ReadonlyMap<string, StateSymbol>, guess: Guess, { value: key, span }: Located<string>, wanted: Type): Diagnostic {
  const near = guess(key);
  const rename: readonly Fix[] = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe", edits: [{ span, text: near }] }];
  return report(undeclaredStateKey, span, { key, nearest: near, known: state.size <= 8 ? [...state.keys()] : [] }, { fixes: [...rename, ...declareFix(ast, key, wanted, near === undefined ? "safe" : "unsafe")] });
}

/** The finding of a read of an undeclared key, with the fix that declares it; any other finding as it is. */
export function withDeclareFix(ast: WorkflowAst, found: Diagnostic): Diagnostic {
  if (found.code !== undeclaredStateKey.code) return found;
  const file = ast.blocks.fileOf(found.span);
  const { start, end } = file === undefined ? ast.blocks.absolute(found.span) : found.span;
  const key = (file?.source ?? ast.source).text.slice(start, end);
  // What the value would be is not known where it is read, so nobody is spared a look at it.
  return formatRule("identifier").fits(key) ? { ...found, fixes: [...found.fixes, ...declareFix(ast, key, types.any, "unsafe")] } : found;
}

function declareFix(ast: WorkflowAst, key: string, type: Type, safety: Fix["safety"]): readonly Fix[] {
  const part = memberOf(ast.header, "state_schema", "type");
  const last = part?.type.fields.at(-1);
  if (part === undefined || last === undefined || part.type.schema !== undefined) return [];
  const { text } = ast.source;
  const keyStart = ast.blocks.absolute(last.key.span).start;
  const indent = text.slice(text.lastIndexOf("\n", keyStart - 1) + 1, keyStart);
  if (indent.trim() !== "") return [];
  const typeEnd = ast.blocks.absolute(last.type.span).end;
  // Behind the whole line: a comment stays with its key.
  const lineEnd = text.indexOf("\n", typeEnd - (text[typeEnd - 1] === "\n" ? 1 : 0));
  const end = lineEnd === -1 ? text.length : lineEnd;
  const at: Span = { block: "", start: end, end };
  const declared = type.kind === "hole" || type.kind === "never" ? "any" : describeType(type);
  return [{ title: `declare '${key}: ${declared}'`, safety, edits: [{ span: at, text: `\n${indent}${key}: ${declared}` }] }];
}
