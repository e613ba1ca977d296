import type { YamlEntry, YamlScalar } from "../tree.ts";

/** A key that is a text. */
export interface TextKey extends YamlScalar {
  readonly value: string;
}

/** A set costs more than a look at a few entries. */
const few = 12;

/** Says of each key of the mapping of `entries`, in turn, whether it is a text that no earlier key has or looks like. */
export function namesOf(entries: readonly YamlEntry[]): (key: YamlScalar) => key is TextKey {
  let names: Set<string> | undefined;
  return (key): key is TextKey => {
    const { value: name } = key;
    if (typeof name !== "string" || name === "<<") return false;
    // Names that are normalised and differ do not look alike.
    if (!isAscii(name) && name !== name.normalize("NFC")) return false;
    if (entries.length < few) {
      for (const entry of entries) if (entry.name === name) return false;
      return true;
    }
    names ??= new Set(entries.map((entry) => entry.name));
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  };
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
