import { secretsIn } from "../../schemas/secret-format.ts";
import { looksSecret } from "../../schemas/secret-name.ts";
import { types, type RecordFields, type Type } from "../../schemas/type.ts";
import { forEachPart } from "../bind/visit.ts";
import { checkCode, readCode, readsOfCode } from "../check/code.ts";
import { hardcodedSecret } from "../diagnostics/decode.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { exprEnv, rootTypes } from "../expr/env.ts";
import { secretInPrompt } from "../rules/secret-in-prompt.ts";
import { blockTable, type SourceText } from "../source/text.ts";
import { memberOf, type Members } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";

/** The state that `members` declare: closed, and a hole where the declaration could not be read. */
export function declaredState(members: Members): Type {
  const part = memberOf(members, "state_schema", "type");
  if (part === undefined ? members["state_schema"] !== undefined : part.type.type.kind === "hole") return types.hole;
  const fields: { [name: string]: RecordFields[string] } = {};
  for (const { key, type } of part?.type.fields ?? []) fields[key.value] = { type: type.type };
  return { kind: "record", fields, open: false };
}

/** What is wrong with the templates among `members`, which no node holds. */
export function templateFindings(members: Members, state: Type): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  forEachPart(members, (part, path) => {
    if (part.shape === "template") found.push(...textFindings(part.text, state, path.slice(path.lastIndexOf(".") + 1)));
  });
  return found;
}

/** What is wrong with one text that a model reads as `place`. */
export function textFindings(text: Pick<ScalarText, "value" | "locate">, state: Type, place: string): readonly Diagnostic[] {
  const code = readCode(text.value, "template");
  const secrets = readsOfCode(code).flatMap(({ root, path: [name], start, end }) =>
    root === "env" && name !== undefined && looksSecret(name) ? [report(secretInPrompt, text.locate(start, end), { name, place })] : [],
  );
  return [...checkCode(code, exprEnv(rootTypes(state)), text.locate).diagnostics, ...secrets];
}

/** The keys of services that stand in a text, comments included. */
export function keyFindings({ text }: SourceText): readonly Diagnostic[] {
  const table = blockTable(text.length);
  return secretsIn(text).map(({ of, ...range }) => report(hardcodedSecret, table.relative(range), { service: of }));
}
