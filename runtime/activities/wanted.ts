import type { Type } from "../../schemas/type.ts";

/** Whether a key of this type holds a text and nothing else: `str`, a literal text, or either of them with `None`. */
export function isText(type: Type): boolean {
  if (type.kind === "union") return holdsOnly(type.of, isText);
  return type.kind === "str" || (type.kind === "literal" && typeof type.value === "string");
}

/** Whether a key of this type holds a list of texts and nothing else, `None` apart. */
export function isTextList(type: Type): boolean {
  if (type.kind === "union") return holdsOnly(type.of, isTextList);
  return type.kind === "list" && isText(type.of);
}

function holdsOnly(members: readonly Type[], holds: (type: Type) => boolean): boolean {
  return members.some(holds) && members.every((member) => member.kind === "null" || holds(member));
}
