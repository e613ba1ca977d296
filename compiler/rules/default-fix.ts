import type { Type } from "../../schemas/type.ts";
import type { StateRead } from "../check/state-flow.ts";
import type { Fix } from "../diagnostics/define.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** Gives every one of the reads a default of its type; nothing where one of them leaves no room for it. */
export function defaultFix(ast: WorkflowAst, reads: readonly StateRead[], key: string, type: Type): readonly Fix[] {
  const edits = reads.flatMap(({ site: { text }, at }) => {
    const preset = emptyOf(type, quoteIn(ast, text.span));
    // What goes on with the key's value would have to go on with the default's.
    const isWhole = !/^[.[('"\w]/.test(text.value.slice(at.end));
    return preset === undefined || !isWhole ? [] : [{ span: text.locate(at.end, at.end), text: ` | default(${preset})` }];
  });
  return edits.length < reads.length || edits.length === 0 ? [] : [{ title: `give '${key}' a default where it is read`, safety: "unsafe", edits }];
}

/** What a text in the expression may be quoted with, and whether the expression stands in YAML without quotes of its own. */
function quoteIn({ source, blocks }: WorkflowAst, span: StateRead["site"]["text"]["span"]): { readonly quote: string; readonly isPlain: boolean } {
  if (blocks.fileOf(span) !== undefined) return { quote: "'", isPlain: false };
  const first = source.text[blocks.absolute(span).start] ?? "";
  return { quote: first === "'" ? '"' : "'", isPlain: !/['"|>]/.test(first) };
}

/** The value of a type that says least; undefined where there is none that everybody would take. */
function emptyOf(type: Type, { quote, isPlain }: ReturnType<typeof quoteIn>): string | undefined {
  switch (type.kind) {
    case "str": return quote + quote;
    case "int": case "float": return "0";
    case "bool": return "false";
    case "list": return isPlain ? undefined : "[]";
    case "dict": return isPlain ? undefined : "{}";
    default: return undefined;
  }
}
