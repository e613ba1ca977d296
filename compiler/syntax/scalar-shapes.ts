import { parseDuration } from "../../schemas/duration.ts";
import type { FieldOf } from "../../schemas/field.ts";
import { forbiddenNames } from "../../schemas/text-format.ts";
import { nearest } from "../../schemas/nearest.ts";
import { badChoice, badDuration, badId, badLiteralType, badVersion, confusableName, hardcodedSecret, outOfRange, reservedId, templateNotEvaluated } from "../diagnostics/decode.ts";
import type { Fix } from "../diagnostics/define.ts";
import { placeOf, type Called } from "./called.ts";
import { codePoint } from "./characters.ts";
import { formatRule } from "./formats.ts";
import type { Hole, PartOf } from "./part.ts";
import { foundIn, scalarOr, type Reader } from "./reader.ts";
import type { YamlNode, YamlScalar } from "./tree.ts";

/** The shapes that are written as one scalar. */
type ScalarShape = "text" | "name" | "integer" | "number" | "flag" | "choice" | "duration" | "template" | "expression" | "target" | "stateKey";
type Read<S extends ScalarShape> = (reader: Reader, field: FieldOf<S>, node: YamlNode, called: Called) => PartOf<S> | Hole;

/** The readers of the shapes that one YAML scalar holds. */
export const scalarShapes = {
  text: (reader, field, node, called) => {
    // `1.10` is a number to YAML, and quotes alone would not make it a version.
    if (field.format === "semver" && node.kind === "scalar" && typeof node.value === "number") return badFormat(reader, node, "semver", node.raw, called);
    const value = textIn(reader, node, called);
    if (typeof value !== "string") return value;
    if (field.format === "secret" && !formatRule("secret").fits(value)) return reader.hole(hardcodedSecret, node, { key: called.name });
    checkPlain(reader, node, called.name);
    if (field.format !== undefined && !formatRule(field.format).fits(value)) return badFormat(reader, node, field.format, value, called);
    return { shape: "text", field, span: reader.spanOf(node), value };
  },
  name: (reader, field, node, called) => {
    const value = field.of === "failure" && node.kind === "scalar" && Number.isInteger(node.value) ? node.raw : textIn(reader, node, called);
    if (typeof value !== "string") return value;
    checkPlain(reader, node, called.name);
    if (!checkForbidden(reader, node, value)) return reader.silentHole(node);
    const foreign = field.of === "server" || field.of === "tool" || field.of === "offeredTool" || field.of === "agentTool" || field.of === "model" ? /[^\x20-\x7e]/u.exec(value)?.[0] : undefined;
    if (foreign !== undefined) reader.say(confusableName, node, { name: value, character: codePoint(foreign) });
    return { shape: "name", field, span: reader.spanOf(node), value };
  },
  integer: (reader, field, node, called) => {
    const value = numberIn(reader, node, called, "a whole number");
    if (typeof value !== "number") return value;
    if (Number.isFinite(value) && !Number.isInteger(value)) return reader.hole(badLiteralType, node, { what: placeOf(called), expected: "a whole number", found: foundIn(node) });
    if (!(Number.isSafeInteger(value) && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity))) return reader.hole(outOfRange, node, { what: placeOf(called), value: rawOf(node), range: rangeOf(field) });
    return { shape: "integer", field, span: reader.spanOf(node), value: value === 0 ? 0 : value };
  },
  number: (reader, field, node, called) => {
    const value = numberIn(reader, node, called, "a number");
    if (typeof value !== "number") return value;
    const isIn = Number.isFinite(value) && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity) && value > (field.above ?? -Infinity);
    if (!isIn) return reader.hole(outOfRange, node, { what: placeOf(called), value: rawOf(node), range: rangeOf(field) });
    return { shape: "number", field, span: reader.spanOf(node), value: value === 0 ? 0 : value };
  },
  flag: (reader, field, node, called) => {
    const scalar = scalarOr(reader, node, called, "true or false");
    if ("shape" in scalar) return scalar;
    if (typeof scalar.value !== "boolean") return reader.hole(badLiteralType, node, { what: placeOf(called), expected: "true or false", found: foundIn(node) }, { fixes: booleanFix(reader, scalar) });
    return { shape: "flag", field, span: reader.spanOf(node), value: scalar.value };
  },
  choice: (reader, field, node, called) => {
    const value = textIn(reader, node, called);
    if (typeof value !== "string") return value;
    if (field.options.includes(value)) return { shape: "choice", field, span: reader.spanOf(node), value };
    const near = nearest(value, field.options) ?? field.options.find((option) => option.toLowerCase() === value.trim().toLowerCase());
    return reader.hole(badChoice, node, { key: called.name, value, options: field.options, nearest: near }, { fixes: near === undefined ? [] : [replace(reader, node, near)] });
  },
  duration: (reader, field, node, called) => {
    const scalar = scalarOr(reader, node, called, "a duration");
    if ("shape" in scalar) return scalar;
    const isCount = called.unitMs !== undefined;
    if (isCount && typeof scalar.value !== "number") return reader.hole(badLiteralType, node, { what: placeOf(called), expected: "a number", found: foundIn(node) });
    const ms = isCount ? Number(scalar.value) * (called.unitMs ?? 1) : typeof scalar.value === "string" ? parseDuration(scalar.value) : undefined;
    if (ms === undefined) return reader.hole(badDuration, node, { value: typeof scalar.value === "string" ? scalar.value : scalar.raw });
    const longest = parseDuration("3650d") ?? 0;
    if (!(ms > 0 && ms <= longest)) return reader.hole(outOfRange, node, { what: placeOf(called), value: scalar.raw, range: "more than nothing and at most ten years" });
    return { shape: "duration", field, span: reader.spanOf(node), value: Math.max(1, Math.round(ms)) };
  },
  template: (reader, field, node, called) => {
    const scalar = textScalarIn(reader, node, called);
    if ("shape" in scalar) return scalar;
    return { shape: "template", field, span: reader.spanOf(node), text: reader.textOf(scalar) };
  },
  expression: (reader, field, node, called) => {
    // `if: true` and `check: 1` are expressions that YAML reads as other scalars.
    const scalar = scalarOr(reader, node, called, "an expression");
    if ("shape" in scalar) return scalar;
    return { shape: "expression", field, span: reader.spanOf(node), text: reader.textOf(scalar) };
  },
  target: (reader, field, node, called) => {
    const value = textIn(reader, node, called);
    return typeof value === "string" ? { shape: "target", field, span: reader.spanOf(node), value } : value;
  },
  stateKey: (reader, field, node, called) => {
    const value = textIn(reader, node, called);
    if (typeof value !== "string") return value;
    if (!formatRule("identifier").fits(value)) return badFormat(reader, node, "identifier", value, { name: "state key" });
    if (!checkReserved(reader, node, value)) return reader.silentHole(node);
    return { shape: "stateKey", field, span: reader.spanOf(node), value };
  },
} satisfies { readonly [S in ScalarShape]: Read<S> };

/** Warns of a template in a text that is taken as it is. */
export function checkPlain(reader: Reader, node: YamlNode, key: string): void {
  if (node.kind === "scalar" && typeof node.value === "string" && (node.value.includes("{{") || node.value.includes("{%"))) reader.say(templateNotEvaluated, node, { key });
}

/** Reports a name that nothing may have; true if it is another. */
export function checkForbidden(reader: Reader, node: YamlNode, name: string): boolean {
  if (!forbiddenNames.has(name)) return true;
  reader.say(reservedId, node, { id: name, why: "it names a part of every JavaScript object" });
  return false;
}

/** Reports a name that no author may give; true if `name` is free. */
export function checkReserved(reader: Reader, node: YamlNode, name: string): boolean {
  if (!checkForbidden(reader, node, name)) return false;
  if (!name.startsWith("__")) return true;
  reader.say(reservedId, node, { id: name, why: "names that begin with '__' are the compiler's" });
  return false;
}

function textIn(reader: Reader, node: YamlNode, called: Called): string | Hole {
  const scalar = textScalarIn(reader, node, called);
  return "shape" in scalar ? scalar : (scalar.value as string);
}

function textScalarIn(reader: Reader, node: YamlNode, called: Called): YamlScalar | Hole {
  const scalar = scalarOr(reader, node, called, "text");
  if ("shape" in scalar || typeof scalar.value === "string") return scalar;
  const quoted: Fix = { title: "put it in quotes", safety: "safe", edits: [{ span: reader.spanOf(node), text: `"${scalar.raw}"` }] };
  return reader.hole(badLiteralType, node, { what: placeOf(called), expected: "text", found: foundIn(node) }, { fixes: [quoted] });
}

function numberIn(reader: Reader, node: YamlNode, called: Called, expected: string): number | Hole {
  const scalar = scalarOr(reader, node, called, expected);
  if ("shape" in scalar) return scalar;
  if (typeof scalar.value === "number") return scalar.value;
  const isQuotedNumber = typeof scalar.value === "string" && scalar.style !== "plain" && /^-?\d+(?:\.\d+)?$/.test(scalar.value);
  const fixes = isQuotedNumber ? [{ ...replace(reader, node, scalar.value as string), safety: "safe" as const }] : [];
  return reader.hole(badLiteralType, node, { what: placeOf(called), expected, found: foundIn(node), isQuoted: isQuotedNumber }, { fixes });
}

function badFormat(reader: Reader, node: YamlNode, format: Parameters<typeof formatRule>[0], value: string, called: Called): Hole {
  if (format === "semver") return reader.hole(badVersion, node, { value, suggestion: versionOf(value) });
  const rule = formatRule(format);
  const suggestion = rule.suggest?.(value);
  const isBetter = suggestion !== undefined && suggestion !== "" && rule.fits(suggestion);
  return reader.hole(badId, node, { what: called.name, value, rule: rule.broken, ...(isBetter ? { suggestion } : {}) }, { fixes: isBetter ? [replace(reader, node, suggestion)] : [] });
}

/** `v1.2` as a version of three numbers. */
function versionOf(text: string): string | undefined {
  const [, major, minor = "0", patch = "0"] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/i.exec(text) ?? [];
  return major === undefined ? undefined : [major, minor, patch].map(Number).join(".");
}

function booleanFix(reader: Reader, scalar: YamlScalar): readonly Fix[] {
  const meant = { yes: "true", on: "true", true: "true", no: "false", off: "false", false: "false" }[String(scalar.value).toLowerCase()];
  return meant === undefined ? [] : [replace(reader, scalar, meant)];
}

function replace(reader: Reader, node: YamlNode, text: string): Fix {
  return { title: `change it to '${text}'`, safety: "unsafe", edits: [{ span: reader.spanOf(node), text }] };
}

function rawOf(node: YamlNode): string {
  return node.kind === "scalar" ? node.raw : "";
}

function rangeOf(field: { readonly min?: number; readonly max?: number; readonly above?: number }): string {
  const low = field.min !== undefined ? `at least ${field.min}` : field.above !== undefined ? `more than ${field.above}` : undefined;
  const high = field.max !== undefined ? `at most ${field.max}` : undefined;
  return [low, high].filter((part) => part !== undefined).join(" and ") || "a finite number";
}
