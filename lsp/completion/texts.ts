import { policyFields } from "../../schemas/common-fields.ts";
import type { FieldOf, TextFormat } from "../../schemas/field.ts";
import { unitFields, unitKinds } from "../../schemas/fleet-file.ts";
import type { Cursor } from "../cursor/cursor.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Around } from "./around.ts";
import type { Candidate } from "./candidate.ts";
import { stateKeys, type Known } from "./document-names.ts";
import { callables, models, scopes } from "./names.ts";

type TextField = FieldOf<"text">;

/** The texts that a place of plain text may hold, as far as the language, the document or the project knows any. */
export function textCandidates(field: TextField, snapshot: Snapshot, { style }: Pick<Cursor, "style">, around: Around): readonly Candidate[] {
  const { schedule, uses } = unitFields;
  switch (field) {
    case uses.of: return unitsOf(snapshot);
    // A text that begins with a star would be an alias.
    case schedule.fields.cron: return Object.entries(schedules).map(([label, detail]) => ({ label, kind: "value", rank: 1, detail, ...(style === "plain" ? { insert: `"${label}"` } : {}) }));
    case schedule.fields.timezone: return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((label) => ({ label, kind: "value", rank: 1 }));
    case policyFields.model_allowlist.of: return known(models(snapshot), "model");
    case policyFields.blocked_tools.of: case policyFields.require_approval_for.of: return known(callables(snapshot), "tool");
    default: break;
  }
  if (field.format !== undefined) return formatted(field, field.format, snapshot, around);
  return field.default === undefined ? [] : [{ label: String(field.default), kind: "value", rank: 1, detail: "the default" }];
}

function known(names: readonly Known[], kind: Candidate["kind"]): readonly Candidate[] {
  return names.map(({ name, detail }) => ({ label: name, kind, rank: 1, ...(detail === "" ? {} : { detail }) }));
}

const schedules = {
  "0 9 * * *": "every day at nine",
  "0 9 * * 1-5": "from Monday to Friday at nine",
  "0 * * * *": "every hour",
  "*/15 * * * *": "every quarter of an hour",
  "0 9 * * 1": "every Monday at nine",
  "0 9 1 * *": "on the first of each month at nine",
} as const;

/** What of a fleet a unit may use: its tools, servers, agents and workflows, each with its kind. */
function unitsOf({ tree, project }: Snapshot): readonly Candidate[] {
  const below = (...keys: readonly string[]): readonly string[] => {
    const found = keys.reduce((node, key) => (node?.kind === "mapping" ? node.entries.find(({ name }) => name === key)?.value : undefined), tree?.root);
    return found?.kind === "mapping" ? found.entries.map(({ name }) => name) : [];
  };
  const names: { readonly [K in (typeof unitKinds)[number]]: readonly string[] } = {
    tool: below("tools"),
    mcp: [...new Set([...below("mcp", "servers"), ...(project.servers ?? [])])],
    agent: below("agents"),
    workflow: below("workflows"),
  };
  return unitKinds.flatMap((kind) => names[kind].map((name): Candidate => ({ label: `${kind}:${name}`, kind: "constant", rank: 1 })));
}

function formatted(field: TextField, format: TextFormat, snapshot: Snapshot, around: Around): readonly Candidate[] {
  const words = (texts: readonly string[], kind: Candidate["kind"] = "value", rank = 1): readonly Candidate[] => texts.map((label) => ({ label, kind, rank }));
  const files = (wanted: RegExp): readonly Candidate[] => around.files().filter((path) => !snapshot.uri.endsWith(`/${path}`)).map((label) => ({ label, kind: "file", rank: wanted.test(label) ? 1 : 2 }));
  const offers: { readonly [F in TextFormat]: () => readonly Candidate[] } = {
    slug: () => [],
    semver: () => words(["0.1.0", "1.0.0"]),
    identifier: () => [],
    // What fills another key is a text for a model; what is named besides is a document.
    path: () => files(field.fills === undefined ? /\.ya?ml$/ : /\.(?:md|markdown|txt|prompt|j2|jinja2?)$/),
    url: () => words(["https://"]),
    host: () => words(["localhost"]),
    date: () => [],
    glob: () => [...known(callables(snapshot), "tool"), ...known(models(snapshot), "model")],
    scope: () => words(scopes(snapshot), "constant"),
    module: () => files(/\.(?:[cm]?[jt]s|py)$/),
    functions: () => files(/\.(?:[cm]?[jt]s|py)$/),
    statePath: () => stateKeys(snapshot).map(({ name, detail }) => ({ label: `$.${name}`, kind: "state", rank: 1, detail })),
    secret: () => words(around.envNames().map((name) => `\${${name}}`), "constant"),
    header: () => [],
  };
  return offers[format]();
}
