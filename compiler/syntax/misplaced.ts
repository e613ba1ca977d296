import { activityFields } from "../../schemas/common-fields.ts";
import type { Fields } from "../../schemas/field.ts";
import { fileFields, headerFields } from "../../schemas/header.ts";
import { nodeKinds, specOf } from "../../schemas/nodes/index.ts";
import { keyWithoutEffect, legacyDialect, misplacedKey } from "../diagnostics/decode.ts";
import type { Reader } from "./reader.ts";
import type { YamlEntry } from "./tree.ts";

/** Keys of the multi-file form, and what became of them. */
const legacyKeys: ReadonlyMap<string, string> = new Map([
  ["retry_policy", "write 'retry:' with the name of the policy"],
  ["tool_ref", "call the tool through an MCP server: 'server:' and 'tool:'"],
]);

/** Whether an unknown key of a node, which messages call `label`, has its meaning elsewhere or had one once; says so if it has. */
export function isStrangerInNode(reader: Reader, entry: YamlEntry, label: string): boolean {
  const rewrite = legacyKeys.get(entry.name);
  if (rewrite !== undefined) {
    reader.say(legacyDialect, entry.key, { form: "multi-file form", key: entry.name, rewrite });
    return true;
  }
  const kinds = nodeKinds.filter((kind) => Object.hasOwn(specOf(kind).fields, entry.name));
  if (kinds.length > 0) {
    reader.say(keyWithoutEffect, entry.key, { key: entry.name, where: label, kinds });
    return true;
  }
  return isMisplaced(reader, entry, headerFields, label, "'workflow:'");
}

/** The same of a key at the top level. */
export function isStrangerInFile(reader: Reader, entry: YamlEntry): boolean {
  return isMisplaced(reader, entry, headerFields, "the file", "'workflow:'");
}

/** The same of a key of the header. */
export function isStrangerInHeader(reader: Reader, entry: YamlEntry): boolean {
  const where = "the workflow header";
  if (entry.name === "nodes") reader.say(misplacedKey, entry.key, { key: "nodes", where, belongs: "the top level of the file" });
  return entry.name === "nodes" || isMisplaced(reader, entry, fileFields, where, "the top level of the file") || isMisplaced(reader, entry, activityFields, where, "the nodes it is meant for");
}

function isMisplaced(reader: Reader, entry: YamlEntry, elsewhere: Fields, where: string, belongs: string): boolean {
  if (!Object.hasOwn(elsewhere, entry.name)) return false;
  reader.say(misplacedKey, entry.key, { key: entry.name, where, belongs });
  return true;
}
