import { unreachable } from "../../schemas/bug.ts";
import type { ValueTree } from "./part.ts";
import { checkForbidden } from "./scalar-shapes.ts";
import type { Reader } from "./reader.ts";
import type { YamlNode } from "./tree.ts";

/** The signs of a template, and what other tools take for them. */
const signs = /\{(?:[{%#]|(?:state|env|output|execution|node)\.)/;

/** Reads any data; texts that hold `{{`, `{%` or `{#` are templates, and so are those that seem to be meant as such. */
export function readValueTree(reader: Reader, node: YamlNode): ValueTree {
  const span = reader.spanOf(node);
  switch (node.kind) {
    case "hole": return { kind: "hole", shape: "hole", span };
    case "scalar":
      return typeof node.value === "string" && signs.test(node.value)
        ? { kind: "template", text: reader.textOf(node), span }
        : { kind: "data", value: node.value, span };
    case "sequence": return { kind: "list", items: node.items.map((item) => readValueTree(reader, item)), span };
    case "mapping": {
      const entries = node.entries
        .filter((entry) => checkForbidden(reader, entry.key, entry.name))
        .map((entry) => ({ key: { value: entry.name, span: reader.spanOf(entry.key) }, value: readValueTree(reader, entry.value) }));
      return { kind: "map", entries, span };
    }
    default: return unreachable(node, "readValueTree");
  }
}
