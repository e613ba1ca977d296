import { parseDuration } from "../../schemas/duration.ts";
import type { Replacement } from "../format/edits.ts";
import type { YamlEntry, YamlNode } from "../syntax/tree.ts";
import { entryCalled, textOf, type Draft, type Note, type Rewritten } from "./pieces.ts";

/** Collects what becomes of the keys of one document. */
interface Work {
  readonly text: string;
  readonly edits: Replacement[];
  readonly notes: Note[];
}

/** The keys of the multi-file form, and those of others that have another name now, under their names of today. */
export function withKeysOfToday({ text, root }: Draft): Rewritten {
  const work: Work = { text, edits: [], notes: [] };
  const header = entryCalled(root, "workflow")?.value;
  rename(work, header, "start_node", "start");
  const state = entryCalled(header, "state_schema");
  if (state !== undefined && /^\w+(?:\.\w+)+$/.test(textOf(state.value) ?? "")) note(work, state, "write the keys of the state and their types, as in 'query: str'; they stand in a Python class");
  const policies = entryCalled(header, "retry_policies")?.value;
  for (const policy of policies?.kind === "mapping" ? policies.entries : []) retryKeys(work, policy.value);
  const nodes = entryCalled(root, "nodes")?.value;
  for (const node of nodes?.kind === "mapping" ? nodes.entries : []) nodeKeys(work, node);
  return { text: edited(text, work.edits), notes: work.notes };
}

/** The text with the edits, none of which overlaps another. */
export function edited(text: string, edits: readonly Replacement[]): string {
  return edits.toSorted((a, b) => b.start - a.start).reduce((result, { start, end, text: insert }) => result.slice(0, start) + insert + result.slice(end), text);
}

function nodeKeys(work: Work, { name, value }: YamlEntry): void {
  if (value.kind !== "mapping") return;
  const kind = textOf(entryCalled(value, "type")?.value);
  rename(work, value, "retry_policy", "retry");
  retryKeys(work, entryCalled(value, "retry")?.value);
  if (kind === "human_approval") rename(work, value, "fallback", "on_timeout");
  const function_ = entryCalled(value, "tool_ref");
  if (function_ !== undefined) note(work, function_, "name the server and the tool of a node 'tool', or the module and the function of a node 'python_fn'", name);
  const prompt = entryCalled(value, "prompt");
  if (kind !== "model" || !/^[\w./-]+\.(?:md|txt|j2|jinja2?)$/.test(textOf(prompt?.value) ?? "")) return;
  rename(work, value, "prompt", "prompt_file");
  const given = entryCalled(value, "input");
  if (given !== undefined) note(work, given, "a prompt reads the state by itself: write 'state.' before the names in its file, and leave this out", name);
}

/** Delays in words and the names of other libraries. */
function retryKeys(work: Work, policy: YamlNode | undefined): void {
  for (const [older, name] of [["base_delay", "delay_ms"], ["max_delay", "max_delay_ms"]] as const) {
    const entry = entryCalled(policy, older);
    const ms = parseDuration(textOf(entry?.value) ?? "");
    if (entry === undefined || entryCalled(policy, name) !== undefined) continue;
    if (ms === undefined) note(work, entry, `write it as '${name}', in milliseconds`);
    else work.edits.push({ start: entry.key.start, end: entry.value.end, text: `${name}: ${ms}` });
  }
  rename(work, policy, "retryable_errors", "retry_on");
}

function rename(work: Work, node: YamlNode | undefined, older: string, name: string): void {
  const entry = entryCalled(node, older);
  if (entry === undefined) return;
  if (entryCalled(node, name) === undefined) work.edits.push({ start: entry.key.start, end: entry.key.end, text: name });
  else note(work, entry, `'${name}' stands there as well: leave one of them out`);
}

/** Says it above the key as well, unless it was said there before. */
function note({ text, edits, notes }: Work, { key, name }: YamlEntry, message: string, node?: string): void {
  notes.push({ ...(node === undefined ? {} : { node }), key: name, message });
  const start = text.lastIndexOf("\n", key.start - 1) + 1;
  const indent = text.slice(start, key.start);
  const comment = `${indent}# jamjet migrate: ${message}\n`;
  if (/^ *$/.test(indent) && !text.slice(0, start).endsWith(comment)) edits.push({ start, end: start, text: comment });
}
