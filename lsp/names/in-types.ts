import type { TypeNode } from "../../compiler/index.ts";
import type { Occurrence } from "./occurrence.ts";

/** What a field of a type is called elsewhere, by its path in the type. */
type Named = (path: readonly string[]) => Pick<Occurrence, "of" | "id" | "name"> | undefined;

/** Every field that a type names, outer ones first. */
export function namesInType({ fields }: TypeNode, named: Named, role: "declare" | "write", node: number | undefined, within: readonly string[] = []): readonly Occurrence[] {
  return fields.flatMap(({ key, type }): readonly Occurrence[] => {
    const path = [...within, key.value];
    const what = named(path);
    return [...(what === undefined ? [] : [{ ...what, span: key.span, role, node }]), ...namesInType(type, named, role, node, path)];
  });
}
