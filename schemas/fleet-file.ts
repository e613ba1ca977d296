import { agentShape, agentTaskFields, limitFields } from "./agent-file.ts";
import type { Fields } from "./field.ts";
import { headerFields } from "./header.ts";
import { serverFields } from "./project.ts";

/** What a unit of a fleet may refer to: the word before the colon in `uses`. */
export const unitKinds = ["tool", "mcp", "agent", "workflow"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What every unit of a fleet may say beside what it is. */
export const unitFields = {
  uses: { shape: "list", optional: true, of: { shape: "text", doc: "`tool:`, `mcp:`, `agent:` or `workflow:` and a name." }, doc: "What of the fleet the unit uses." },
  schedule: {
    shape: "object",
    optional: true,
    fields: {
      cron: { shape: "text", doc: "When it runs: minute, hour, day of the month, month, day of the week, as in `0 9 * * 1-5`." },
      timezone: { shape: "text", optional: true, default: "UTC", doc: "The time zone of those hours by its IANA name, such as `Europe/Berlin`." },
      input: { shape: "map", optional: true, of: { shape: "data", doc: "A value." }, doc: "The state that each run begins with." },
      enabled: { shape: "flag", optional: true, default: true, doc: "Whether it runs at all." },
    },
    doc: "When the unit runs by itself.",
  },
} as const satisfies Fields;

const versionField = { shape: "text", format: "semver", optional: true, doc: "The version; without it that of `defaults`, or 0.1.0." } as const;

/** What stands at the top level of a fleet, but for its workflows. */
export const fleetFields = {
  version: { shape: "integer", min: 1, max: 1, doc: "The version of the format: 1." },
  defaults: {
    shape: "object",
    optional: true,
    fields: {
      model: { shape: "name", of: "model", optional: true, doc: "The model of agents that name none." },
      limits: { shape: "object", optional: true, fields: limitFields, doc: "The limits of agents that have none." },
      version: { shape: "text", format: "semver", optional: true, default: "0.1.0", doc: "The version of units that have none." },
    },
    doc: "What holds for units that say nothing else.",
  },
  tools: {
    shape: "map",
    keys: "identifier",
    optional: true,
    of: {
      shape: "object",
      fields: {
        description: { shape: "text", doc: "What it does, for the model." },
        input_schema: { shape: "type", as: "record", optional: true, doc: "Its arguments: types by their names, or a JSON Schema object." },
      },
      doc: "A tool.",
    },
    doc: "Tools that several agents share.",
  },
  mcp: {
    shape: "object",
    optional: true,
    fields: { servers: { shape: "map", optional: true, of: { shape: "object", fields: serverFields, groups: [{ rule: "one", keys: ["command", "url"] }], doc: "An MCP server." }, doc: "MCP servers of the fleet, beside those of `jamjet.toml`." } },
    doc: "MCP servers.",
  },
  agents: {
    shape: "map",
    keys: "slug",
    optional: true,
    of: agentShape(
      {
        version: versionField,
        model: { shape: "name", of: "model", optional: true, doc: "The model; without it that of `defaults`." },
        ...agentTaskFields,
        limits: { shape: "object", optional: true, fields: limitFields, doc: "Where it stops; without them those of `defaults`." },
        ...unitFields,
      },
      "An agent.",
    ),
    doc: "Agents by their ids.",
  },
} as const satisfies Fields;

/** A workflow of a fleet that stands in a file of its own. */
export const fleetFileFields = {
  file: { shape: "text", format: "path", doc: "The workflow document, relative to the fleet." },
  ...unitFields,
} as const satisfies Fields;

/** A workflow that stands in the fleet: beside its `nodes`, what the header of a workflow says. Its id is its key. */
export const fleetWorkflowFields: Fields = {
  ...Object.fromEntries(Object.entries(headerFields).filter(([name]) => name !== "id")),
  version: versionField,
  ...unitFields,
};
