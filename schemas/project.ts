import { retryFields } from "./common-fields.ts";
import { documentLimits } from "./document-limits.ts";
import type { Field, Fields, LoweredFields } from "./field.ts";
import { modelProviders } from "./model-name.ts";

const bearerAuth = {
  shape: "object",
  optional: true,
  fields: { bearer: { shape: "text", doc: "A token sent as `Authorization: Bearer`; `${NAME}` takes it from the environment." } },
  doc: "How we say who we are.",
} as const;

function raised(limit: keyof typeof documentLimits): Field & { readonly shape: "integer"; readonly optional: true } {
  const { usual, most, doc } = documentLimits[limit];
  return { shape: "integer", min: usual, max: most, optional: true, doc: `${doc} Without it ${usual}.` };
}

const severities = {
  shape: "map",
  of: { shape: "choice", options: ["error", "warning", "info", "hint", "off"], doc: "A severity." },
  doc: "Severities by the code, name or family (`JJ51`) of diagnostics. What is an error stays one.",
} as const;

/** How an MCP server is reached. */
export const serverFields = {
  command: { shape: "text", optional: true, doc: "The program to start, spoken to over its standard input and output. No shell is involved." },
  args: { shape: "list", optional: true, of: { shape: "text", doc: "An argument." }, doc: "Its arguments." },
  env: { shape: "map", optional: true, of: { shape: "text", doc: "A value." }, doc: "Its environment, beside the few names every program needs (`PATH`, `HOME`, …)." },
  url: { shape: "text", format: "url", optional: true, doc: "The address of a server that speaks streamable HTTP." },
  headers: { shape: "map", optional: true, of: { shape: "text", doc: "A value." }, doc: "Headers for that address." },
  auth: bearerAuth,
} as const satisfies Fields;

/** What stands in `jamjet.toml`. Texts may hold `${NAME}`: resolved from the environment when they are used, never before. */
export const projectFields = {
  mcp: {
    shape: "object",
    optional: true,
    fields: {
      servers: {
        shape: "list",
        optional: true,
        of: {
          shape: "object",
          groups: [{ rule: "one", keys: ["command", "url"] }],
          fields: {
            name: { shape: "text", doc: "The name that `server:` of a tool node uses." },
            ...serverFields,
          },
          doc: "One MCP server.",
        },
        doc: "The MCP servers whose tools workflows call.",
      },
    },
    doc: "MCP servers.",
  },
  models: {
    shape: "map",
    optional: true,
    of: {
      shape: "object",
      fields: {
        provider: { shape: "choice", options: modelProviders, optional: true, doc: "Who answers; with a `base_url` and no provider it is `openai-compatible`." },
        model: { shape: "text", optional: true, doc: "The model's id at the provider, if it is not the alias itself." },
        base_url: { shape: "text", format: "url", optional: true, doc: "The address of the API, where it is not the provider's own." },
        api_key_env: { shape: "text", optional: true, doc: "The environment variable that holds the key." },
        timeout: { shape: "duration", optional: true, doc: "How long one call may take." },
        retry: {
          shape: "either",
          optional: true,
          needs: "model_retry",
          scalar: { shape: "choice", options: ["llm_default", "io_default", "no_retry"], doc: "One of the policies that every workflow may name." },
          map: { shape: "object", fields: retryFields, doc: "A policy of its own." },
          doc: "How a call that got no answer is made again, below the node's own `retry`. The waits last as long as the process.",
        },
        fallback: { shape: "list", optional: true, of: { shape: "text", doc: "A model, named as in a workflow." }, doc: "Models to ask, in this order, where this one cannot answer: it is overloaded, cannot be reached or has no key. Their own fallbacks do not count." },
      },
      doc: "One alias.",
    },
    doc: "Names for models, or other settings for an id that workflows use.",
  },
  defaults: {
    shape: "object",
    optional: true,
    fields: { provider: { shape: "choice", options: modelProviders, optional: true, doc: "Who answers a model id that names no provider." } },
    doc: "What holds where nothing else is said.",
  },
  model_prices: {
    shape: "map",
    optional: true,
    of: {
      shape: "object",
      fields: {
        input: { shape: "number", min: 0, max: 1_000_000, doc: "US dollars per million input tokens." },
        output: { shape: "number", min: 0, max: 1_000_000, doc: "US dollars per million output tokens." },
        as_of: { shape: "text", format: "date", optional: true, doc: "The day on which it was so; `jamjet doctor` shows it." },
      },
      doc: "One price.",
    },
    doc: "Prices by alias, model id or `provider/model`; they win over the built-in table.",
  },
  network: {
    shape: "object",
    optional: true,
    fields: { allow: { shape: "list", optional: true, of: { shape: "text", format: "host", doc: "`host` or `host:port`." }, doc: "Hosts that may be reached although their address is private, loopback or link-local." } },
    doc: "Where requests may go.",
  },
  store: {
    shape: "object",
    optional: true,
    fields: { url: { shape: "text", optional: true, doc: "The database: a path relative to the project." } },
    doc: "Where executions are kept.",
  },
  a2a: {
    shape: "object",
    optional: true,
    fields: {
      agents: {
        shape: "list",
        optional: true,
        of: {
          shape: "object",
          fields: {
            name: { shape: "text", doc: "The name that workflows use." },
            url: { shape: "text", format: "url", doc: "The agent's address." },
            auth: bearerAuth,
          },
          doc: "One agent.",
        },
        doc: "Remote agents.",
      },
    },
    doc: "Agents reached by A2A. They are checked, and no kind of node that this version knows calls one.",
  },
  secrets: {
    shape: "object",
    optional: true,
    needs: "secret_backends",
    fields: {
      backends: {
        shape: "list",
        optional: true,
        of: { shape: "text", doc: "`env` is the environment; `file:<path>` is a file of `NAME=value` lines, or a folder with a file for each name, such as `/run/secrets`." },
        doc: "Where the names that documents and this file use are looked up, the first that has one wins; without it, the environment alone. What a file holds is secret, whatever it is called.",
      },
    },
    doc: "Where secrets come from.",
  },
  policy: {
    shape: "object",
    optional: true,
    needs: "policy_file",
    fields: { file: { shape: "text", optional: true, doc: "A policy document, relative to the project: `jamjet validate` checks it like a workflow, `jamjet schema policy` prints what may stand in it." } },
    doc: "The policy over every call of every workflow here, beside those of workflows and nodes: a block anywhere wins, then an approval.",
  },
  lint: {
    shape: "object",
    optional: true,
    needs: "lint_severities",
    fields: {
      severities: { ...severities, optional: true },
      overrides: {
        shape: "list",
        optional: true,
        of: {
          shape: "object",
          fields: {
            files: { shape: "list", of: { shape: "text", doc: "A pattern such as `legacy/**`, from the folder of `jamjet.toml`." }, doc: "The documents that are meant." },
            severities,
          },
          doc: "What is different for some documents.",
        },
        doc: "Severities for some documents only; the last one that covers a document wins.",
      },
    },
    doc: "How findings are weighed.",
  },
  server: {
    shape: "object",
    optional: true,
    fields: {
      host: { shape: "text", optional: true, default: "127.0.0.1", doc: "The address or the name to listen on, without a port." },
      port: { shape: "integer", min: 0, max: 65_535, optional: true, default: 7700, doc: "The port to listen on; 0 is any that is free." },
    },
    doc: "The HTTP server of `jamjet dev`, which comes later. It is checked, and has no effect on a run.",
  },
  limits: {
    shape: "object",
    optional: true,
    needs: "raised_limits",
    fields: { file_bytes: raised("file_bytes"), nesting: raised("nesting"), nodes: raised("nodes"), aliases: raised("aliases") },
    doc: "Limits of documents that this project raises.",
  },
} as const satisfies Fields;

/** What a `jamjet.toml` says, checked; absent sections are absent. */
export type ProjectSettings = LoweredFields<typeof projectFields>;

/** One MCP server of a project. */
export type McpServerSettings = NonNullable<NonNullable<ProjectSettings["mcp"]>["servers"]>[number];
