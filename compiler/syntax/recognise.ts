import { nearest } from "../../schemas/nearest.ts";
import { laterDocument, legacyDialect, notADocument } from "../diagnostics/decode.ts";
import type { Range } from "../source/text.ts";
import { entryCalled } from "./decode.ts";
import { foundIn, isLeftOut, type Reader } from "./reader.ts";
import type { WorkflowFile, YamlEntry, YamlMapping, YamlNode, YamlTree } from "./tree.ts";
import { fileBelow } from "./unindented.ts";

/** What every comment holds that speaks to us. */
export const ignoreWord = "jamjet-ignore";

/** What a document is told by. */
const documentKeys = ["workflow", "nodes", "agent", "agents", "workflows"] as const;

/** Recognises a document by its top-level keys (`language.md`, section 1); says what it is if it is no workflow. */
export function recognise(tree: YamlTree, reader: Reader): WorkflowFile | undefined {
  const { root } = tree;
  const start: Range = { start: 0, end: 0 };
  if (root === undefined) return no(reader, start, "the file is empty");
  if (root.kind === "hole") return undefined;
  if (root.kind !== "mapping") return no(reader, { start: root.start, end: Math.min(root.end, root.start + 1) }, `the top level is ${foundIn(root)}`);

  const entry = (name: string): YamlEntry | undefined => root.entries.find((each) => each.name === name);
  const place = root.entries[0]?.key ?? start;
  if (["format", "ops", "hash"].every((name) => entry(name) !== undefined)) {
    reader.say(notADocument, place, { found: "this is a compiled program, which 'jamjet run' takes as a '.json' file" });
    return undefined;
  }
  if (entry("workflow") === undefined) {
    const id = entry("id");
    if (id !== undefined && entry("nodes") !== undefined) return legacy(reader, id.key, "headerless form", "put everything but 'nodes:' under 'workflow:'");
    const later = laterKind(entry);
    if (later !== undefined) {
      reader.say(laterDocument, later.at, { what: later.what });
      return undefined;
    }
  }
  // One of the two keys tells what the file is; the other may be misspelt.
  const isWorkflow = entry("workflow") !== undefined || entry("nodes") !== undefined;
  if (!isWorkflow && !root.damaged) {
    const slip = root.entries.find(({ name }) => nearest(name, documentKeys) !== undefined);
    return no(reader, slip?.key ?? place, slip === undefined ? "neither 'workflow:' nor 'nodes:' is at the top level" : `no document has '${slip.name}' at the top level; '${nearest(slip.name, documentKeys) ?? ""}' may be meant`);
  }
  const header = entryCalled(reader, root, "workflow", "the file");
  const nodes = entryCalled(reader, root, "nodes", "the file");
  const inner = header?.value.kind === "mapping" ? header.value.entries : [];
  const list = inner.find((each) => each.name === "nodes" && each.value.kind === "sequence");
  if (list !== undefined) return legacy(reader, list.key, "list form", "make 'nodes:' a top-level mapping from id to node; 'kind' becomes 'type', the keys of 'config' move up, and 'edges' become 'next'");
  const python = inner.find((each) => each.name === "state_schema" && isDotted(each.value));
  if (python !== undefined) return legacy(reader, python.key, "multi-file form", "write the state's keys and types under 'state_schema:', as in 'query: str'");
  return [header, nodes].some((each) => each !== undefined && isLeftOut(each.value)) ? fileBelow(reader, { root, header, nodes }) : { root, header, nodes };
}

/** The top level of a policy document; `undefined` for anything else. */
export function policyIn({ root }: YamlTree): YamlMapping | undefined {
  if (root?.kind !== "mapping") return undefined;
  const has = (name: string): boolean => root.entries.some((each) => each.name === name);
  if (["workflow", "nodes", "agent", "experiment", "agents", "workflows"].some(has)) return undefined;
  const isNamed = has("rules") || has("policy") || (has("version") && root.entries.some(({ name }) => nearest(name, ["rules"]) !== undefined));
  return isNamed ? root : undefined;
}

/**
 * Whether a text is meant as one of our documents, by the keys at its top, whatever else may be wrong with it. Rules,
 * agents and workflows alone may be those of any program: with version 1 beside them they are ours, as a lone policy is,
 * and an agent with a strategy, or with two keys of others that our agents need.
 */
export function looksLikeDocument(text: string): boolean {
  const keys = new Set(Array.from(text.matchAll(/^["']?([A-Za-z_]\w*)["']?[ \t]*:/gm), ([, key = ""]) => key));
  if (keys.has("workflow") || keys.has("nodes")) return true;
  if (keys.has("agent")) {
    const told = new Set(Array.from(text.matchAll(/(?:^[ \t]+|[{,][ \t]*)["']?(strategy|goal|model|system|tools|autonomy)["']?[ \t]*:/gm), ([, key = ""]) => key));
    return told.has("strategy") || told.size > 1;
  }
  if (["rules", "agents", "workflows"].some((key) => keys.has(key))) return /^["']?version["']?[ \t]*:[ \t]*1[ \t]*(?:#|\r?$)/m.test(text);
  return keys.has("policy") && [...keys].every((key) => key === "policy" || key === "version");
}

/** A document that is neither a workflow nor a policy, and what it is. */
export type OtherFile = { readonly kind: "agent"; readonly root: YamlMapping } | { readonly kind: "fleet"; readonly root: YamlMapping };

const promptEndings: ReadonlySet<string> = new Set([".md", ".markdown", ".txt", ".prompt", ".j2", ".jinja", ".jinja2"]);

/** Whether a file of this name holds a text for models rather than YAML. */
export function isPrompt(uri: string): boolean {
  return promptEndings.has(uri.slice(uri.lastIndexOf(".")).toLowerCase());
}

/** The top level of an agent or a fleet; `undefined` for anything else. */
export function otherIn({ root }: YamlTree): OtherFile | undefined {
  if (root?.kind !== "mapping") return undefined;
  const has = (name: string): boolean => root.entries.some((each) => each.name === name);
  if (["workflow", "nodes", "experiment"].some(has)) return undefined;
  if (has("agent")) return { kind: "agent", root };
  return has("agents") || has("workflows") ? { kind: "fleet", root } : undefined;
}

function laterKind(entry: (name: string) => YamlEntry | undefined): { readonly what: string; readonly at: Range } | undefined {
  const experiment = entry("experiment");
  return experiment === undefined ? undefined : { what: "experiment", at: experiment.key };
}

function isDotted(node: YamlNode): boolean {
  return node.kind === "scalar" && typeof node.value === "string" && /^\w+(?:\.\w+)+$/.test(node.value);
}

function no(reader: Reader, at: Range, found: string): undefined {
  reader.say(notADocument, at, { found });
}

function legacy(reader: Reader, at: Range, form: string, rewrite: string): undefined {
  reader.say(legacyDialect, at, { form, rewrite });
}
