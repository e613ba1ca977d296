import { mentionsOfCode, readCode, type CodeSite, type Mention } from "../../compiler/index.ts";

/** Whether a piece of code says the same once the variable that begins at `binding` has another name: nothing else is taken for it, nor it for anything else. */
export function isFreeIn(text: string, as: CodeSite["as"], binding: number, next: string): boolean {
  const before = mentionsOfCode(readCode(text, as));
  const places = before.filter((mention) => mention.names === "variable" && mention.binding === binding).sort((a, b) => b.start - a.start);
  const changed = places.reduce((whole, { start, end }) => whole.slice(0, start) + next + whole.slice(end), text);
  return meanings(before).join("\n") === meanings(mentionsOfCode(readCode(changed, as))).join("\n");
}

/** What each word means, variables by the order in which they come up. */
function meanings(mentions: readonly Mention[]): readonly string[] {
  const bindings: number[] = [];
  return mentions.map((mention) => {
    if (mention.names === "root") return mention.root;
    if (mention.names === "key") return [mention.root, ...mention.path].join("\0");
    if (!bindings.includes(mention.binding)) bindings.push(mention.binding);
    return `${mention.role} ${bindings.indexOf(mention.binding)}`;
  });
}
