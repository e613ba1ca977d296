import { pathToFileURL } from "node:url";
import type { DiagnosticSpec, Severity } from "../../compiler/index.ts";
import { explain } from "../../compiler/index.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { PlaceRange } from "../render/diagnostics.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import { pathOf, type Finding, type Place, type Report } from "./report.ts";

const levels: { readonly [S in Severity]: string } = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0: one run, with the rules that were broken, their help and their usual levels. */
export function sarifReport(report: Report): JsonObject {
  const fingerprints = fingerprintsOf(report);
  const findings = [...fingerprints.keys()];
  const specs = [...new Set(findings.flatMap(({ code }) => code ?? []))].sort().flatMap((code) => explain(code) ?? []);
  const order = new Map(specs.map(({ code }, index): [string, number] => [code, index]));
  const results = findings.filter(({ code }) => code !== undefined).map((finding) => resultOf(finding, order, fingerprints, report));
  const notifications = findings.filter(({ code }) => code === undefined).map(({ message, place }) => ({ level: "error", message: { text: message }, locations: [locationOf(place, report)] }));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "jamjet", version: report.version, semanticVersion: report.version, rules: specs.map(ruleOf) } },
      columnKind: "utf16CodeUnits",
      invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
      results,
    }],
  };
}

function ruleOf({ code, slug, severity, doc }: DiagnosticSpec): JsonObject {
  return {
    id: code,
    name: slug.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(""),
    shortDescription: { text: slug.replaceAll("-", " ") },
    fullDescription: { text: doc.split("\n\n")[0]?.replaceAll("\n", " ") ?? doc },
    help: { text: `${doc}\n\nMore: jamjet explain ${code}`, markdown: `${doc}\n\nMore: \`jamjet explain ${code}\`` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [`family-${code.slice(2, 4)}`], precision: "very-high", "problem.severity": severity === "error" ? "error" : severity === "warning" ? "warning" : "recommendation" },
  };
}

function resultOf(finding: Finding, order: ReadonlyMap<string, number>, fingerprints: ReadonlyMap<Finding, string>, report: Report): JsonObject {
  const { code = "", severity, message, help, place, part, related, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex: order.get(code) ?? -1,
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: [{ ...locationOf(place, report), ...(part === "" ? {} : { logicalLocations: [{ fullyQualifiedName: part }] }) }],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((each, index) => ({ id: index + 1, ...locationOf(each.place, report), message: { text: each.message } })) }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, report)) }),
    partialFingerprints: { "jamjet/v1": fingerprints.get(finding) ?? "" },
  };
}

function fixOf({ title, edits }: Finding["fixes"][number], report: Report): JsonObject {
  const files = [...new Set(edits.map(({ place }) => place.file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactOf(file, report),
      replacements: edits.filter(({ place }) => place.file === file).map(({ place, text }) => ({ deletedRegion: regionOf(place.range) ?? {}, insertedContent: { text } })),
    })),
  };
}

function locationOf({ file, range }: Place, report: Report): JsonObject {
  const region = regionOf(range);
  return { physicalLocation: { artifactLocation: artifactOf(file, report), ...(region === undefined ? {} : { region }) } };
}

function regionOf(range: PlaceRange | undefined): JsonObject | undefined {
  if (range === undefined) return undefined;
  const { line, column, endLine, endColumn, offset, endOffset } = range;
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: offset, charLength: endOffset - offset };
}

/** Relative to the root of the sources, wherever they are checked out; a file outside of it by its whole address. */
function artifactOf(file: string, report: Report): { readonly [key: string]: Json } {
  const path = pathOf(file, report);
  if (path.startsWith("/")) return { uri: pathToFileURL(path).href };
  // As a first step, 'a:b' would be taken for an address of the scheme 'a'.
  const uri = path.split("/").map((part) => encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, "\ufffd"))).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}
