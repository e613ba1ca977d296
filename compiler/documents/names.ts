import { types, type RecordFields, type Type } from "../../schemas/type.ts";
import { exprEnv, rootTypes, type ExprEnv } from "../expr/env.ts";
import { blockTable } from "../source/text.ts";
import { readerOf } from "../syntax/reader.ts";
import type { YamlMapping, YamlTree } from "../syntax/tree.ts";
import { readRecordType } from "../syntax/type-node.ts";

/** What names mean in the texts of an agent that stands behind `keys` of a document, as far as that could be read. */
export function namesOfAgent({ root }: YamlTree, keys: readonly string[]): ExprEnv {
  const agent = keys.reduce<YamlMapping | undefined>((within, key) => mappingAt(within, key), root?.kind === "mapping" ? root : undefined);
  return exprEnv(rootTypes(agent === undefined ? types.hole : stateOf(agent)));
}

function mappingAt(within: YamlMapping | undefined, key: string): YamlMapping | undefined {
  const value = within?.entries.find(({ name }) => name === key)?.value;
  return value?.kind === "mapping" ? value : undefined;
}

function stateOf(agent: YamlMapping): Type {
  const entry = agent.entries.find(({ name }) => name === "state_schema");
  if (entry === undefined) return { kind: "record", fields: {}, open: false };
  const read = readRecordType(readerOf({ id: "", start: 0, end: Infinity }, blockTable(entry.end), []), entry.value, { name: entry.name });
  if ("shape" in read) return types.hole;
  const fields: { [name: string]: RecordFields[string] } = {};
  for (const { key, type } of read.fields) fields[key.value] = { type: type.type };
  return { kind: "record", fields, open: false };
}
