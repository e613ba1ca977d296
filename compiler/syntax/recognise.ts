import { nearest } from "../../schemas/nearest.ts";
import { entryCalled } from "./decode.ts";
import { isForeign, sayLegacy, sayNoMapping } from "./foreign.ts";
import { isLeftOut, type Reader } from "./reader.ts";
import type { WorkflowFile, YamlEntry, YamlMapping, YamlNode, YamlTree } from "./tree.ts";
import { fileBelow } from "./unindented.ts";

/** What every comment holds that speaks to us. */
export const ignoreWord = "jamjet-ignore";

/** Recognises a document by its top-level keys (`language.md`, section 1); says what it is if it is no workflow. */
export function recognise({ root }: YamlTree, reader: Reader): WorkflowFile | undefined {
  if (root?.kind === "hole") return undefined;
  if (root?.kind !== "mapping") return void sayNoMapping(reader, root);
  const isThere = (name: string): boolean => root.entries.some((each) => each.name === name);
  if (!(isThere("workflow") && isThere("nodes")) && isForeign(reader, root)) return undefined;
  const header = entryCalled(reader, root, "workflow", "the file");
  const nodes = entryCalled(reader, root, "nodes", "the file");
  const inner = header?.value.kind === "mapping" ? header.value.entries : [];
  const list = inner.find((each) => each.name === "nodes" && each.value.kind === "sequence");
  if (list !== undefined) return void sayLegacy(reader, list.key, "list form");
  const python = inner.find((each) => each.name === "state_schema" && isDotted(each.value));
  if (python !== undefined) return void sayLegacy(reader, python.key, "multi-file form");
  const isBare = (entry: YamlEntry | undefined): boolean => entry !== undefined && entry !== root.entries.at(-1) && isLeftOut(entry.value);
  return isBare(header) || isBare(nodes) ? fileBelow(reader, { root, header, nodes }) : { root, header, nodes };
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

function isDotted(node: YamlNode): boolean {
  return node.kind === "scalar" && typeof node.value === "string" && /^\w+(?:\.\w+)+$/.test(node.value);
}
