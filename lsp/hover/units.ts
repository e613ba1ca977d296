import type { YamlNode } from "../../compiler/index.ts";
import type { Markup } from "../markup.ts";
import { namesCalled } from "../name-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { stepsTo, type TreeStep } from "../tree-path.ts";
import { few } from "./names.ts";

/** What is known of a part of a fleet: what it is, what its author says of it, and who uses it. */
export function unitParagraphs(snapshot: Snapshot, id: string, markup: Markup): readonly (string | undefined)[] {
  const root = snapshot.tree?.root;
  const places = namesCalled(snapshot, "unit", id).map(({ occurrence: { role, span } }) => ({ role, steps: stepsTo(root, span.start) }));
  const declared = places.find(({ role }) => role === "declare")?.steps.at(-1);
  const said = (key: string): string | undefined => (declared?.kind === "entry" ? textUnder(declared.entry.value, key) : undefined);
  const users = [...new Set(places.flatMap(({ role, steps }) => (role === "read" ? (unitIn(steps) ?? []) : [])))];
  const what = said("strategy") ?? said("file");
  const about = said("description");
  return [
    markup.block(`${id.replace(":", " ")}${what === undefined ? "" : `: ${what}`}`),
    about === undefined ? undefined : markup.quoted(about),
    users.length === 0 ? "Nothing here uses it." : `Used by ${few(users, markup)}.`,
  ];
}

/** The unit that a place belongs to: what stands below the keys of the fleet itself. */
function unitIn([, step]: readonly TreeStep[]): string | undefined {
  return step?.kind === "entry" ? step.entry.name : undefined;
}

function textUnder(node: YamlNode, key: string): string | undefined {
  const value = node.kind === "mapping" ? node.entries.find(({ name }) => name === key)?.value : undefined;
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : undefined;
}
