import { forbiddenCharacter, hiddenCharacter } from "../diagnostics/yaml.ts";
import type { Range } from "../source/text.ts";
import type { Findings } from "./findings.ts";
import type { YamlNode } from "./tree.ts";

/**
 * Control characters but tab and line breaks, byte order marks, halves of characters, noncharacters: what YAML 1.2.2
 * (5.1) does not print. Then what it allows and people cannot see: bidirectional controls and the line breaks that
 * only some editors honour.
 */
const suspicious =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)/gu;

/** Whether `text` holds a tab, a carriage return, or a character that `checkCharacters` looks at. */
export function hasOddCharacters(text: string): boolean {
  return text.includes("\t") || text.includes("\r") || text.search(suspicious) !== -1;
}

/** Reports characters that cannot or should not stand in a document, and says where the hidden ones are. */
export function checkCharacters(text: string, findings: Findings): readonly Range[] {
  const hidden: Range[] = [];
  let sawReturn = false;
  for (const { index, 0: character } of text.matchAll(suspicious)) {
    const range = { start: index, end: index + 1 };
    const name = nameOf(character);
    if (isHidden(character)) {
      hidden.push(range);
    } else if (character === "\r" ? !sawReturn : index > 0 || character !== "\ufeff") {
      sawReturn ||= character === "\r";
      findings.say(forbiddenCharacter, range, { character: codePoint(character), name });
    }
  }
  return hidden;
}

/** Reports the hidden characters: a warning in text and comments, an error in a key, which is a name. */
export function reportHidden(
  text: string,
  hidden: readonly Range[],
  root: YamlNode | undefined,
  findings: Findings,
): void {
  if (hidden.length === 0) return;
  const keys: Range[] = [];
  if (root) collectKeys(root, keys);
  let next = 0;
  for (const range of hidden) {
    const character = text.charAt(range.start);
    while ((keys[next]?.end ?? text.length) <= range.start) next += 1;
    const inKey = (keys[next]?.start ?? text.length) <= range.start;
    const params = { character: codePoint(character), name: nameOf(character) };
    findings.say(hiddenCharacter, range, params, { severity: inKey ? "error" : "warning" });
  }
}

function collectKeys(node: YamlNode, keys: Range[]): void {
  if (node.alias) return;
  if (node.kind === "sequence") for (const item of node.items) collectKeys(item, keys);
  if (node.kind !== "mapping") return;
  for (const entry of node.entries) {
    keys.push(entry.key);
    collectKeys(entry.value, keys);
  }
}

function isHidden(character: string): boolean {
  return /[\u0085\u2028-\u202e\u2066-\u2069]/.test(character);
}

function nameOf(character: string): string {
  if (character === "\0") return "NUL character";
  if (character === "\r") return "carriage return without a line feed";
  if (character === "\ufeff") return "byte order mark";
  if (/[\u0085\u2028\u2029]/.test(character)) return "line break character";
  if (isHidden(character)) return "bidirectional control character";
  if (/[\ud800-\udfff]/.test(character)) return "half of a character";
  return /[\ufffe\uffff]/.test(character) ? "noncharacter" : "control character";
}

/** How a character is named: `U+0041`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
