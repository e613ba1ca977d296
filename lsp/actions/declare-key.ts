import { memberOf, type Diagnostic, type YamlMapping, type YamlNode } from "../../compiler/index.ts";
import { describeType } from "../../schemas/type.ts";
import { workflowAt, type Snapshot } from "../snapshot.ts";

/** Text that is put in at an offset of the document. */
interface Insertion {
  readonly title: string;
  readonly at: number;
  readonly text: string;
}

/**
 * A declaration of the key of the state that a finding points at and nobody declares, where the compiler has no fix that
 * does: the state is declared on one line, or not at all.
 */
export function declarationFor(snapshot: Snapshot, { span, fixes }: Diagnostic): Insertion | undefined {
  const { source: { text } } = snapshot;
  if (snapshot.compiled.blocks.fileOf(span) !== undefined) return undefined;
  const range = snapshot.compiled.blocks.absolute(span);
  const workflow = workflowAt(snapshot, range.start);
  const key = text.slice(range.start, range.end);
  const type = undeclaredType(workflow, key);
  const header = type === undefined ? undefined : headerOf(workflow);
  if (type === undefined || header === undefined || fixes.some(({ title }) => title.startsWith("declare "))) return undefined;
  const place = placeIn(header, text);
  if (place === undefined) return undefined;
  return { title: `declare '${key}: ${type}'`, at: place.at, text: place.around(`${key}: ${place.isFlow && /[[\]{},?]/.test(type) ? `'${type.replaceAll("'", "''")}'` : type}`) };
}

/** The type of what is written under a key that nobody declares, as far as it is known; undefined for every other word. */
function undeclaredType({ typed }: Snapshot, key: string): string | undefined {
  if (typed === undefined || !typed.bound.stateComplete || typed.bound.state.has(key) || !/^[A-Za-z]\w*$/.test(key)) return undefined;
  const writer = typed.nodes.find(({ bound: { writes } }) => writes.some((write) => write.key === key));
  const isRead = typed.nodes.some(({ sites }) => sites.some(({ reads }) => reads.some(({ root, path: [name] }) => root === "state" && name === key)));
  if (writer === undefined) return isRead ? "any" : undefined;
  return writer.result.kind === "hole" || writer.result.kind === "never" ? "any" : describeType(writer.result);
}

function headerOf({ tree, path, typed }: Snapshot): YamlMapping | undefined {
  if (typed !== undefined && memberOf(typed.bound.ast.header, "state_schema", "type")?.type.schema !== undefined) return undefined;
  const found = (path.length === 0 ? ["workflow"] : path).reduce<YamlNode | undefined>((node, name) => valueOf(node, name), tree?.root);
  return found?.kind === "mapping" && found.alias === undefined ? found : undefined;
}

function valueOf(node: YamlNode | undefined, name: string): YamlNode | undefined {
  return node?.kind === "mapping" ? node.entries.find((each) => each.name === name)?.value : undefined;
}

interface Place {
  readonly at: number;
  readonly isFlow: boolean;
  readonly around: (entry: string) => string;
}

/** Where a header has room for one more key of the state: among the others on their line, or behind the start. */
function placeIn(header: YamlMapping, text: string): Place | undefined {
  const schema = header.entries.find(({ name }) => name === "state_schema");
  if (schema !== undefined) {
    const { value } = schema;
    if (value.kind !== "mapping" || !value.flow || value.alias !== undefined) return undefined;
    const last = value.entries.at(-1)?.value;
    return last === undefined ? { at: value.start + 1, isFlow: true, around: (entry) => entry } : { at: last.end, isFlow: true, around: (entry) => `, ${entry}` };
  }
  const start = header.entries.find(({ name, value }) => name === "start" && value.kind === "scalar" && value.alias === undefined);
  if (start === undefined) return undefined;
  if (header.flow) return { at: start.value.end, isFlow: true, around: (entry) => `, state_schema: {${entry}}` };
  const indent = text.slice(text.lastIndexOf("\n", start.key.start - 1) + 1, start.key.start);
  if (indent.trim() !== "") return undefined;
  const lineEnd = text.indexOf("\n", start.value.end);
  return { at: lineEnd < 0 ? text.length : lineEnd, isFlow: false, around: (entry) => `\n${indent}state_schema:\n${indent}  ${entry}` };
}
