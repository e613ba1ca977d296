import type { Staged } from "../../compiler/diagnostics/define.ts";
import { lineIndex } from "../../compiler/source/text.ts";
import { parseYaml } from "../../compiler/syntax/yaml.ts";
import type { YamlNode, YamlTree } from "../../compiler/syntax/tree.ts";

/** The tree of `text` and what was said about it. */
export function parsed(text: string): Staged<YamlTree> {
  return parseYaml({ uri: "test.yaml", text });
}

/** What was said about `text`, one line each: `JJ1001 2:5 |:| no space after the ':' of 'id'`. */
export function complaints(text: string): string {
  const lines = lineIndex(text);
  return parsed(text)
    .diagnostics.map(({ code, severity, span, message }) => {
      const { line, column } = lines.positionAt(span.start);
      const letter = severity === "error" ? "" : ` ${severity}`;
      return `${code}${letter} ${line + 1}:${column + 1} |${text.slice(span.start, span.end)}| ${message}`;
    })
    .join("\n");
}

/** The tree on one line; `<hole>` for what could not be read, `!` behind a damaged mapping. */
export function outline(text: string): string {
  const { root } = parsed(text).value;
  return root ? outlineOf(root) : "nothing";
}

function outlineOf(node: YamlNode): string {
  switch (node.kind) {
    case "scalar":
      return JSON.stringify(node.value);
    case "hole":
      return "<hole>";
    case "sequence":
      return `[${node.items.map(outlineOf).join(", ")}]`;
    case "mapping":
      return `{${node.entries.map((entry) => `${entry.name}: ${outlineOf(entry.value)}`).join(", ")}}${node.damaged ? "!" : ""}`;
  }
}
