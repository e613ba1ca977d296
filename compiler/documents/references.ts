import { unitKinds, type UnitKind } from "../../schemas/fleet-file.ts";
import { nearest } from "../../schemas/nearest.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { referenceCycle, unknownReference } from "../diagnostics/documents.ts";
import { components } from "../flow/components.ts";
import { twice } from "./agent.ts";
import { referencesOf, type Reference, type Unit } from "./unit.ts";

/** What a fleet has of each kind, by name; undefined where it could not be read. */
export type Inventory = { readonly [K in UnitKind]: readonly string[] | undefined };

/** What is wrong with the references of units to each other and to what they share. */
export function referenceFindings(units: readonly Unit[], inventory: Inventory): readonly Diagnostic[] {
  const references = units.map((unit) => referencesOf(unit, unitKinds));
  const lone = references.flatMap((list) => [...twice(list, "uses"), ...list.flatMap((reference) => unknown(reference, inventory))]);
  return [...lone, ...cycles(units, references)];
}

/** The finding of a reference to what the fleet does not have. */
function unknown({ value, span, kind, name }: Reference, inventory: Inventory): readonly Diagnostic[] {
  const known = kind === undefined ? undefined : inventory[kind];
  if (kind !== undefined && (known === undefined || known.includes(name))) return [];
  const all = unitKinds.flatMap((each) => (inventory[each] ?? []).map((one) => `${each}:${one}`));
  const sameName = all.find((each) => each.slice(each.indexOf(":") + 1) === (kind === undefined && !value.includes(":") ? value : name));
  const near = nearest(value, all) ?? sameName;
  const fixes = near === undefined ? [] : [{ title: `change it to '${near}'`, safety: "unsafe" as const, edits: [{ span, text: near }] }];
  return [report(unknownReference, span, { reference: value, kind, name, nearest: near, known: known ?? [] }, { fixes })];
}

/** One finding for each group of units that all use each other, with the shortest way round from its first unit. */
function cycles(units: readonly Unit[], references: readonly (readonly Reference[])[]): readonly Diagnostic[] {
  const byName = new Map(units.map(({ kind, id }, index) => [`${kind}:${id.value}`, index]));
  const uses = references.map((list) => list.flatMap((reference) => {
    const to = byName.get(reference.value);
    return to === undefined ? [] : [{ to, reference }];
  }));
  return components(uses.map((list) => list.map(({ to }) => to))).members.flatMap((members) => {
    const [first = 0] = members;
    const within = new Set(members);
    const way = wayRound(first, (unit) => (uses[unit] ?? []).filter(({ to }) => within.has(to)));
    const [begin, ...rest] = way;
    if (begin === undefined) return [];
    const chain = [first, ...way.map(({ to }) => to)].map((unit) => units[unit]?.id.value ?? "");
    return [report(referenceCycle, begin.reference.span, { chain }, { related: rest.map(({ reference }) => ({ span: reference.span, message: "and this one leads on" })) })];
  });
}

interface Use {
  readonly to: number;
  readonly reference: Reference;
}

/** The fewest uses that lead from `start` back to it; none where nothing does. */
function wayRound(start: number, usesOf: (unit: number) => readonly Use[]): readonly Use[] {
  const cameBy = new Map<number, { readonly from: number; readonly use: Use }>();
  for (const queue = [start]; queue.length > 0; ) {
    const from = queue.shift() as number;
    for (const use of usesOf(from)) {
      if (cameBy.has(use.to)) continue;
      cameBy.set(use.to, { from, use });
      if (use.to === start) return stepsTo(start, cameBy);
      queue.push(use.to);
    }
  }
  return [];
}

function stepsTo(start: number, cameBy: ReadonlyMap<number, { readonly from: number; readonly use: Use }>): readonly Use[] {
  const steps: Use[] = [];
  for (let at = cameBy.get(start); at !== undefined; at = at.from === start ? undefined : cameBy.get(at.from)) steps.push(at.use);
  return steps.reverse();
}
