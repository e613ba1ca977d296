import type { YamlScalar } from "../tree.ts";

/** A key that is a text. */
export interface TextKey extends YamlScalar {
  readonly value: string;
}

/** Says of each key of one mapping, in turn, whether it is a text that no earlier key has or looks like. */
export function namesOf(): (key: YamlScalar) => key is TextKey {
  const names = new Set<string>();
  return (key): key is TextKey => {
    const { value: name } = key;
    if (typeof name !== "string" || names.has(name) || name === "<<") return false;
    // Names that are normalised and differ do not look alike.
    if (/[^\0-\x7f]/.test(name) && name !== name.normalize("NFC")) return false;
    names.add(name);
    return true;
  };
}
