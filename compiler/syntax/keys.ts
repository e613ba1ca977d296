import { aliasProblem, confusableKey, duplicateKey, keyNotText } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import type { Composing } from "./composing.ts";
import { fileSpan, replacement } from "./findings.ts";
import type { Findings } from "./findings.ts";
import type { YamlEntry, YamlNode } from "./tree.ts";

/** The entries of one mapping while it is read. */
export interface Entries {
  /** Adds an entry unless its key is unusable or taken, which is then reported. */
  readonly add: (key: YamlNode, value: YamlNode, start: number) => void;
  /** An entry was lost, and reported, before it got here. */
  readonly lose: () => void;
  /** What was lost belonged to the mapping that came last, if any did. */
  readonly loseInLast: () => void;
  readonly list: readonly YamlEntry[];
  readonly damaged: () => boolean;
}

/** Collects entries. Names are compared as text, in maps: no name, not even `__proto__`, can do anything here. */
export function entriesOf(c: Composing): Entries {
  const list: YamlEntry[] = [];
  const isTaken = takenNames(c.findings);
  let damaged = false;
  return {
    list,
    damaged: () => damaged,
    lose: () => {
      damaged = true;
    },
    loseInLast: () => {
      const last = list.at(-1);
      if (last?.value.kind === "mapping") list[list.length - 1] = { ...last, value: { ...last.value, damaged: true } };
    },
    add: (key, value, start) => {
      const name = nameOf(c, key);
      if (name === undefined || key.kind !== "scalar" || isTaken(name, key)) damaged ||= name === undefined;
      else list.push({ key, name, value, start, end: Math.max(value.alias?.end ?? value.end, key.end) });
    },
  };
}

/** Says of each name of one mapping, in turn, whether an earlier key has it, which is then reported. */
export function takenNames(findings: Findings): (name: string, key: Range) => boolean {
  const first = new Map<string, Range>();
  const folded = new Map<string, Range>();
  return (name, key) => {
    const taken = first.get(name);
    if (taken) {
      const fixes = [{ ...replacement(`rename it to '${name}_2'`, key, `${name}_2`), safety: "unsafe" }] as const;
      const related = [{ span: fileSpan(taken), message: "first defined here" }];
      findings.say(duplicateKey, key, { key: name }, { related, fixes });
      return true;
    }
    first.set(name, key);
    if (/[^\0-\x7f]/.test(name)) {
      const lookalike = folded.get(name.normalize("NFC"));
      const related = lookalike && [{ span: fileSpan(lookalike), message: "the other one" }];
      if (related) findings.say(confusableKey, key, { key: name }, { related });
      folded.set(name.normalize("NFC"), key);
    }
    return false;
  };
}

/** The key as text; absent, and reported, where it is none. */
function nameOf(c: Composing, key: YamlNode): string | undefined {
  const range = key.alias ?? key;
  const refuse = (found: string): void => c.findings.say(keyNotText, range, { found, raw: "" });
  switch (key.kind) {
    case "hole":
      return undefined;
    case "mapping":
      return void refuse("a mapping");
    case "sequence":
      return void refuse("a list");
    case "scalar":
      break;
  }
  if (typeof key.value === "string") {
    if (key.style !== "plain" || key.value !== "<<") return key.value;
    return void c.findings.say(aliasProblem, range, { problem: "merge", name: "<<" });
  }
  if (key.raw === "") return void refuse("empty");
  const read = key.value === null ? "null" : `the ${typeof key.value} ${key.value}`;
  const found = String(key.value) === key.raw ? read : `${read} ('${key.raw}')`;
  const fixes = [replacement("quote it", key, `"${key.raw}"`)];
  c.findings.say(keyNotText, range, { found, raw: key.raw }, { fixes });
  return String(key.value);
}
