import { Cron } from "croner";
import { nearest } from "../../schemas/nearest.ts";
import type { Json } from "../../schemas/json.ts";
import type { Span } from "../../schemas/span.ts";
import { describeType, misfit } from "../../schemas/type.ts";
import { report, type Diagnostic } from "../diagnostics/define.ts";
import { badCron, inputType, missingInput, neverFires, unknownInput, unknownTimeZone } from "../diagnostics/documents.ts";
import { scalarMisfit } from "../check/schema-misfit.ts";
import { memberOf } from "../syntax/part.ts";
import type { Unit, UnitInput } from "./unit.ts";

/** What is wrong with the schedule of a unit: its hours, their zone, and what its runs begin with. */
export function scheduleFindings(unit: Unit): readonly Diagnostic[] {
  const schedule = memberOf(unit.members, "schedule", "object");
  if (schedule === undefined) return [];
  const cron = memberOf(schedule.members, "cron", "text");
  const zone = memberOf(schedule.members, "timezone", "text");
  return [
    ...(cron === undefined ? [] : cronFindings(cron)),
    ...(zone === undefined || isZone(zone.value) ? [] : [report(unknownTimeZone, zone.span, { zone: zone.value, nearest: nearest(zone.value, Intl.supportedValuesOf("timeZone")) })]),
    ...inputFindings(unit),
  ];
}

/** A day from which on everything that ever happens will happen: four years later each date has been there. */
const anyDay = "2024-01-01T00:00:00Z";

function cronFindings({ value, span }: { readonly value: string; readonly span: Span }): readonly Diagnostic[] {
  const read = readCron(value);
  if ("problem" in read) return [report(badCron, span, { cron: value, problem: read.problem })];
  return read.cron.nextRun(anyDay) === null ? [report(neverFires, span, { cron: value })] : [];
}

function readCron(text: string): { readonly cron: Cron } | { readonly problem: string } {
  const fields = text.trim().split(/\s+/).length;
  if (fields !== 5 && !text.startsWith("@")) return { problem: `it has ${fields} field${fields === 1 ? "" : "s"}, and not five` };
  try {
    return { cron: new Cron(text, { paused: true, mode: "5-part", timezone: "UTC" }) };
  } catch (error) {
    // The library throws for a text that is no pattern, and says why behind the name of its class.
    return { problem: error instanceof Error ? error.message.replace(/^\w+: /, "").replace(/^[A-Z]/, (letter) => letter.toLowerCase()) : "" };
  }
}

/** Whether the database of time zones has the name; unlike its list of names, it also knows older ones. */
function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "" && /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** What a run would be refused for: a value that does not fit, an input that is not there; and a key that would be left out. */
function inputFindings({ inputs, members, id }: Unit): readonly Diagnostic[] {
  const given = memberOf(memberOf(members, "schedule", "object")?.members ?? {}, "input", "map")?.entries ?? [];
  const { schedule } = members;
  if (inputs === undefined || schedule === undefined) return [];
  const names = new Set(given.map(({ key }) => key.value));
  const missing = [...inputs].filter(([name, { required }]) => required && !names.has(name)).map(([name]) => report(missingInput, schedule.key.span, { input: name, unit: id.value, under: "input" }));
  const wrong = given.flatMap(({ key, part }): readonly Diagnostic[] => {
    const input = inputs.get(key.value);
    if (input === undefined) return [report(unknownInput, key.span, { input: key.value, unit: id.value, nearest: nearest(key.value, [...inputs.keys()]) })];
    const expected = part.shape === "data" ? unfit(part.value, input) : undefined;
    return expected === undefined ? [] : [report(inputType, part.span, { input: key.value, expected })];
  });
  return [...wrong, ...missing];
}

/** What a value would have to be; undefined where it may be right. */
export function unfit(value: Json, { type, schema }: UnitInput): string | undefined {
  const wrong = misfit(value, type);
  return wrong === undefined ? scalarMisfit(value, schema) : `${describeType(wrong.expected)}${wrong.path === "" ? "" : ` at '${wrong.path}'`}, found ${wrong.found}`;
}
