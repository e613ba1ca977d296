import { nearest } from "../../schemas/nearest.ts";
import { laterDocument, legacyDialect, notADocument } from "../diagnostics/decode.ts";
import type { Range } from "../source/text.ts";
import { foundIn, type Reader } from "./reader.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "./tree.ts";

/** What a document is told by. */
const documentKeys = ["workflow", "nodes", "agent", "agents", "workflows"] as const;

/** Documents of other programs that are taken for ours, by keys that stand together at their top. */
const others: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ["a workflow of GitHub Actions", ["on", "jobs"]],
  ["a state machine of AWS Step Functions", ["StartAt", "States"]],
  ["a workflow of Serverless Workflow", ["document", "do"]],
  ["an object of Kubernetes", ["apiVersion", "kind"]],
  ["a file of Docker Compose", ["services"]],
];

/** Says of a file that is no mapping at its top, or is empty, that it is no document. */
export function sayNoMapping(reader: Reader, root: YamlNode | undefined): void {
  const at = root === undefined ? { start: 0, end: 0 } : { start: root.start, end: Math.min(root.end, root.start + 1) };
  reader.say(notADocument, at, { found: root === undefined ? "the file is empty" : `the top level is ${foundIn(root)}` });
}

/** Whether a mapping that lacks `workflow:` or `nodes:` is no workflow of today; says what it is then. */
export function isForeign(reader: Reader, root: YamlMapping): boolean {
  const entry = (name: string): YamlEntry | undefined => root.entries.find((each) => each.name === name);
  const place = root.entries[0]?.key ?? { start: 0, end: 0 };
  const no = (found: string, at: Range = place): true => {
    reader.say(notADocument, at, { found });
    return true;
  };
  if (["format", "ops", "hash"].every((name) => entry(name) !== undefined)) return no("this is a compiled program, which 'jamjet run' takes as a '.json' file");
  if (entry("workflow") === undefined) {
    const id = entry("id");
    if (id !== undefined && entry("nodes") !== undefined) {
      sayLegacy(reader, id.key, "headerless form");
      return true;
    }
    const experiment = entry("experiment");
    if (experiment !== undefined) {
      reader.say(laterDocument, experiment.key, { what: "experiment" });
      return true;
    }
  }
  // One of the two keys tells what the file is; the other may be misspelt.
  if (entry("workflow") !== undefined || entry("nodes") !== undefined || root.damaged) return false;
  const other = others.find(([, keys]) => keys.every((key) => entry(key) !== undefined));
  if (other !== undefined) return no(`it looks like ${other[0]}`);
  const slip = root.entries.find(({ name }) => nearest(name, documentKeys) !== undefined);
  return slip === undefined ? no("neither 'workflow:' nor 'nodes:' is at the top level") : no(`no document has '${slip.name}' at the top level; '${nearest(slip.name, documentKeys) ?? ""}' may be meant`, slip.key);
}

const rewrites = {
  "headerless form": "put everything but 'nodes:' under 'workflow:'",
  "list form": "make 'nodes:' a top-level mapping from id to node; 'kind' becomes 'type', the keys of 'config' move up, and 'edges' become 'next'",
  "multi-file form": "write the state's keys and types under 'state_schema:', as in 'query: str'",
} as const;

/** Says that a file is an older form of a workflow, and how it is written today. */
export function sayLegacy(reader: Reader, at: Range, form: keyof typeof rewrites): void {
  reader.say(legacyDialect, at, { form, rewrite: rewrites[form] });
}
