import { memberOf, type DecodedShape, type PartOf } from "../syntax/part.ts";
import type { WorkflowAst } from "../syntax/workflow.ts";

/** A part of the header, which may stand under `workflow:` or at the top of the file. */
export function headerMember<S extends DecodedShape>({ header, file }: Pick<WorkflowAst, "header" | "file">, name: string, shape: S): PartOf<S> | undefined {
  return memberOf(header, name, shape) ?? memberOf(file, name, shape);
}
