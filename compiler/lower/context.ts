import type { Feature } from "../../schemas/feature.ts";
import type { Code, Slot } from "../../schemas/program-refs.ts";
import type { Requirement } from "../../schemas/program.ts";
import type { BoundNode } from "../bind/bound.ts";
import type { TypedWorkflow } from "../check/typed.ts";
import type { PartOf } from "../syntax/part.ts";
import type { ScalarText } from "../syntax/scalar-text.ts";

/** What the lowering of one workflow shares. Slots are the nodes' numbers. */
export interface Lowering {
  readonly typed: TypedWorkflow;
  readonly code: (text: ScalarText, as: "condition" | "value" | "template") => Code;
  /** The text of the file that a part names, where its content stands for a field. */
  readonly fileText: (part: PartOf<"text">) => ScalarText;
  /** Whether an eval may run the node again with its scorers' feedback. */
  readonly isReRun: (node: BoundNode) => boolean;
  /** Whether any code of the node reads a root such as `feedback`. */
  readonly nodeReads: (node: BoundNode, root: string) => boolean;
  readonly require: (feature: Feature, by: string) => void;
  readonly requirements: () => readonly Requirement[];
}

/** The node a target names; targets of a complete workflow all exist. */
export function slotNamed(lowering: Lowering, name: string): Slot {
  return lowering.typed.bound.byId.get(name) as Slot;
}
