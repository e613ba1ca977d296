import { activityFields } from "../../schemas/common-fields.ts";
import { fileFields, headerFields } from "../../schemas/header.ts";
import { kindNamed, nodeKinds, specOf, type NodeKind } from "../../schemas/nodes/index.ts";
import type { Located, Span } from "../../schemas/span.ts";
import { badId, missingKey, mutuallyExclusive, reservedId, wrongKind } from "../diagnostics/decode.ts";
import { fileLimits } from "../diagnostics/yaml.ts";
import { report, type Diagnostic, type Staged } from "../diagnostics/define.ts";
import { blockTable, type Block, type BlockTable, type SourceText } from "../source/text.ts";
import { entryCalled, readMembers } from "./decode.ts";
import { formatRule } from "./formats.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { isStrangerInFile, isStrangerInHeader, isStrangerInNode } from "./misplaced.ts";
import type { Members } from "./part.ts";
import { foundIn, readerOf, type Reader } from "./reader.ts";
import { recognise } from "./recognise.ts";
import { checkReserved } from "./scalar-shapes.ts";
import type { WorkflowFile, YamlEntry, YamlMapping, YamlTree } from "./tree.ts";
import { reportKind } from "./unknown-kind.ts";

/** One node as written. A node whose kind is not known still has its id, and the members that can be read without it. */
export interface NodeAst {
  readonly id: Located<string>;
  readonly kind: NodeKind | undefined;
  /** The kind that an unknown `type` was most likely meant for, by which the members were read. */
  readonly meant?: NodeKind;
  /** The word behind `type:`, where there is one. */
  readonly type: Located<string> | undefined;
  readonly members: Members;
}

/** A workflow document: only known keys, each leaf with its place, holes where a part was unusable. */
export interface WorkflowAst {
  readonly source: SourceText;
  readonly blocks: BlockTable;
  readonly header: Members;
  /** Where to point for what is missing in the header. */
  readonly headerKey: Span;
  /** Top-level keys beside `workflow:` and `nodes:`. */
  readonly file: Members;
  /** In the order of the text; ids may clash with nothing, since a second one is already reported. */
  readonly nodes: readonly NodeAst[];
  /** Part of the file could not be read: do not complain that something is missing. */
  readonly damaged: boolean;
}

const headerBlock = "workflow";

/** Nodes that were read one by one, and what is wrong in them. */
export interface NodesReading {
  readonly nodes: readonly NodeAst[];
  /** The blocks of the file, theirs among them. */
  readonly table: BlockTable;
  /** Some of them could not be read. */
  readonly damaged: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** A workflow file but for what stands under `nodes:`. */
export interface Around {
  readonly file: WorkflowFile;
  readonly blocks: FileBlocks;
  readonly top: Reader;
  readonly headerKey: Span;
  readonly header: Members | undefined;
  readonly members: Members;
}

/** The AST of a workflow file; `undefined` for anything else, which has been reported then. */
export function decodeWorkflow(source: SourceText, tree: YamlTree, limits: Limits = defaultLimits): Staged<WorkflowAst | undefined> {
  const { value: around, diagnostics } = decodeAround(tree, source.text.length);
  return around === undefined ? { value: undefined, diagnostics } : withNodes(source, { value: around, diagnostics }, readNodes(around, limits));
}

/** What stands around the nodes of a workflow file of so many characters; `undefined` for any other file, which has been reported then. */
export function decodeAround(tree: YamlTree, length: number): Staged<Around | undefined> {
  const found: Diagnostic[] = [];
  const whole: Block = { id: "", start: 0, end: length };
  const file = recognise(tree, readerOf(whole, blockTable(length), found));
  if (file === undefined) return { value: undefined, diagnostics: found };

  const blocks = blocksOf(file, length);
  const top = readerOf(whole, blocks.table, found);
  const { root } = file;
  const members = readMembers(top, fileFields, [], root, {
    label: "the file",
    at: root.entries[0]?.key ?? root,
    besides: [file.header, file.nodes].flatMap((entry) => entry?.name ?? []),
    stranger: isStrangerInFile,
  });
  const header = readHeader(readerOf(blocks.header ?? whole, blocks.table, found), top, file);
  reportTwice(found, members, header);
  return { value: { file, blocks, top, headerKey: top.spanOf(file.header?.key ?? root.entries[0]?.key ?? root), header, members }, diagnostics: found };
}

/** The workflow that `nodes` and what stands around them make. */
export function withNodes(source: SourceText, { value: around, diagnostics }: Staged<Around>, { nodes, table, damaged: isDamaged, diagnostics: inNodes }: NodesReading): Staged<WorkflowAst> {
  const { file, header, headerKey, members } = around;
  const damaged = file.root.damaged || header === undefined || nodes.length === 0 || isDamaged;
  return { value: { source, blocks: table, header: header ?? {}, headerKey, file: members, nodes, damaged }, diagnostics: inNodes.length === 0 ? diagnostics : [...diagnostics, ...inNodes] };
}

/** The blocks of a file, as the tree has them. */
export interface FileBlocks {
  readonly table: BlockTable;
  readonly header: Block | undefined;
  readonly byNode: ReadonlyMap<YamlEntry, Block>;
}

function blocksOf(file: WorkflowFile, length: number): FileBlocks {
  const header: Block | undefined = file.header && { id: headerBlock, start: file.header.start, end: file.header.end };
  const entries = file.nodes?.value.kind === "mapping" && file.nodes.value.alias === undefined ? file.nodes.value.entries : [];
  const byNode = new Map(entries.map((entry) => [entry, blockOf(entry)] as const));
  return { table: blockTable(length, [...(header ? [header] : []), ...byNode.values()]), header, byNode };
}

/** The block of an entry of `nodes:`. */
export function blockOf({ name, start, end, value }: YamlEntry): Block {
  return { id: `nodes/${name}`, start, end: Math.max(end, value.alias === undefined ? value.end : end) };
}

function readHeader(reader: Reader, top: Reader, file: WorkflowFile): Members | undefined {
  if (file.header === undefined) {
    if (!file.root.damaged) top.say(missingKey, file.nodes?.key ?? file.root, { keys: ["workflow"], where: "a workflow document", doc: "the header with 'id', 'version' and 'start'." });
    return undefined;
  }
  const { value } = file.header;
  if (value.kind === "hole") return undefined;
  if (value.kind !== "mapping") {
    reader.say(wrongKind, value.start === value.end ? file.header.key : value, { what: "'workflow'", expected: "a mapping with 'id', 'version' and 'start'", found: foundIn(value) });
    return undefined;
  }
  return readMembers(reader, headerFields, [], value, {
    label: "the workflow header",
    at: file.header.key,
    stranger: isStrangerInHeader,
  });
}

function readNodes({ file, blocks, top }: Around, limits: Limits): NodesReading {
  const found: Diagnostic[] = [];
  const nothing: NodesReading = { nodes: [], table: blocks.table, damaged: false, diagnostics: found };
  const say: Reader["say"] = (spec, range, params) => void found.push(report(spec, top.spanOf(range), params));
  const { nodes } = file;
  if (nodes === undefined) {
    const isInHeader = file.header?.value.kind === "mapping" && file.header.value.entries.some((entry) => entry.name === "nodes");
    if (!file.root.damaged && !isInHeader) say(missingKey, file.header?.key ?? file.root, { keys: ["nodes"], where: "a workflow document", doc: "a mapping from node id to node." });
    return nothing;
  }
  if (nodes.value.kind === "hole") return nothing;
  const isEmpty = nodes.value.kind === "mapping" && nodes.value.entries.length === 0 && !nodes.value.damaged;
  if (nodes.value.kind !== "mapping" || isEmpty) {
    say(wrongKind, nodes.value.start === nodes.value.end ? nodes.key : nodes.value, { what: "'nodes'", expected: "a mapping from node id to node", found: isEmpty ? "an empty one" : foundIn(nodes.value) });
    return nothing;
  }
  if (nodes.value.entries.length > limits.nodes) {
    say(fileLimits, nodes.key, { limit: "nodes", number: limits.nodes });
    return { ...nothing, damaged: nodes.value.damaged };
  }
  const read = nodes.value.entries.map((entry) => readNode(readerOf(blocks.byNode.get(entry) ?? { id: "", start: 0, end: Infinity }, blocks.table, found), entry));
  return { ...nothing, nodes: read, damaged: nodes.value.damaged };
}

/** One entry of `nodes:`, in the block that `reader` reads. */
export function readNode(reader: Reader, entry: YamlEntry): NodeAst {
  checkNodeId(reader, entry);
  const id = { value: entry.name, span: reader.spanOf(entry.key) };
  const { value } = entry;
  if (value.kind === "hole") return unread(id);
  if (value.kind !== "mapping") {
    reader.say(wrongKind, value.start === value.end ? entry.key : value, { what: `node '${entry.name}'`, expected: "a mapping with a 'type'", found: foundIn(value) });
    return unread(id);
  }
  const typeEntry = entryCalled(reader, value, "type", `node '${entry.name}'`);
  if (typeEntry === undefined) {
    if (!value.damaged) reader.say(missingKey, entry.key, { keys: ["type"], where: `node '${entry.name}'`, doc: `one of ${nodeKinds.join(", ")}` });
    return unread(id, readAnyway(reader, entry, value));
  }
  const word = typeEntry.value;
  if (word.kind !== "scalar" || typeof word.value !== "string") {
    if (word.kind !== "hole") reader.say(wrongKind, word.start === word.end ? typeEntry.key : word, { what: "'type'", expected: "the name of a node type", found: foundIn(word) });
    return unread(id, readAnyway(reader, entry, value, typeEntry));
  }
  const type = { value: word.value, span: reader.spanOf(word) };
  const kind = kindNamed(word.value);
  if (kind === undefined) {
    const meant = reportKind(reader, type);
    return { ...unread(id, readAnyway(reader, entry, value, typeEntry, meant)), type, ...(meant === undefined ? {} : { meant }) };
  }
  if (entry.name === "end" && specOf(kind).terminal === undefined) reader.say(reservedId, entry.key, { id: "end", why: "only a node of type 'end' may have this name" });
  const spec = specOf(kind);
  const label = `${kind} node '${entry.name}'`;
  const members = readMembers(reader, spec.fields, spec.groups ?? [], value, { label, at: entry.key, besides: [typeEntry.name], stranger: isStrangerInNode });
  return { id, kind, type, members };
}

function unread(id: NodeAst["id"], members: Members = {}): NodeAst {
  return { id, kind: undefined, type: undefined, members };
}

/** What is wrong in the keys that most nodes have is wrong whatever this one is. */
function readAnyway(reader: Reader, entry: YamlEntry, mapping: YamlMapping, typeEntry?: YamlEntry, meant?: NodeKind): Members {
  const fields = meant === undefined ? activityFields : specOf(meant).fields;
  return readMembers(reader, fields, [], mapping, { label: `node '${entry.name}'`, at: entry.key, besides: typeEntry === undefined ? [] : [typeEntry.name], isGuess: true });
}

/** Reports an id that no node may have. It stays a name all the same: its users are not told that it does not exist. */
function checkNodeId(reader: Reader, entry: YamlEntry): void {
  // That a key is no text was said when it was read.
  if (typeof entry.key.value !== "string" || !checkReserved(reader, entry.key, entry.name)) return;
  if (entry.name === "pause" || entry.name === "fail") {
    reader.say(reservedId, entry.key, { id: entry.name, why: `'on_budget_exceeded: ${entry.name}' means something else` });
    return;
  }
  const rule = formatRule("slug");
  if (rule.fits(entry.name)) return;
  const suggestion = rule.suggest?.(entry.name) ?? "";
  reader.say(badId, entry.key, { what: "node id", value: entry.name, rule: rule.broken, ...(rule.fits(suggestion) ? { suggestion } : {}) });
}

/** Policy, budgets and their kind may stand at the top level or in the header, not in both. */
function reportTwice(found: Diagnostic[], file: Members, header: Members | undefined): void {
  for (const [name, member] of Object.entries(file)) {
    const other = header?.[name];
    if (other === undefined) continue;
    found.push(report(mutuallyExclusive, member.key.span, { keys: [`${name}`, `workflow.${name}`], where: "one file" }, { related: [{ span: other.key.span, message: "it stands in the header too" }] }));
  }
}
