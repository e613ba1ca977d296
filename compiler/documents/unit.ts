import type { JsonObject } from "../../schemas/json.ts";
import type { UnitKind } from "../../schemas/fleet-file.ts";
import type { Located } from "../../schemas/span.ts";
import type { Type } from "../../schemas/type.ts";
import { memberOf, type Members } from "../syntax/part.ts";

/** An agent or a workflow of a fleet. */
export interface Unit {
  readonly kind: Extract<UnitKind, "agent" | "workflow">;
  readonly id: Located<string>;
  /** As far as they were read: its `uses` and its `schedule` among them. */
  readonly members: Members;
  /** What a run may begin with; undefined where it could not be read. */
  readonly inputs: ReadonlyMap<string, UnitInput> | undefined;
}

/** A key of the state that a run may begin with. */
export interface UnitInput {
  readonly type: Type;
  readonly schema?: JsonObject;
  readonly required: boolean;
}

/** A reference of a unit to a part of its fleet. */
export interface Reference extends Located<string> {
  readonly kind: UnitKind | undefined;
  /** What follows the colon. */
  readonly name: string;
}

/** The references among `uses` of a unit, in the order of the text. */
export function referencesOf({ members }: Unit, kinds: readonly UnitKind[]): readonly Reference[] {
  return (memberOf(members, "uses", "list")?.items ?? []).flatMap((part) => {
    if (part.shape !== "text") return [];
    const colon = part.value.indexOf(":");
    const word = part.value.slice(0, Math.max(0, colon));
    return [{ value: part.value, span: part.span, kind: kinds.find((kind) => kind === word), name: part.value.slice(colon + 1) }];
  });
}
