import type { Fields, Group, LoweredFields } from "./field.ts";

/** One answer of a replies file: what the model says to one call of one node. */
export const replyFields = {
  node: { shape: "text", doc: "The node that asks; for a judge the eval node." },
  visit: { shape: "integer", min: 1, optional: true, default: 1, doc: "Which visit of the node." },
  attempt: { shape: "integer", min: 1, optional: true, default: 1, doc: "Which attempt of that visit." },
  call: { shape: "integer", min: 1, optional: true, default: 1, doc: "Which of the calls that the attempt makes, where it makes several: after tools, to mend a structured answer, or to a fallback." },
  scorer: { shape: "data", optional: true, doc: "For a judge: the scorer's type, or its place among the scorers, from 0." },
  text: { shape: "text", optional: true, doc: "The answer as a text." },
  json: { shape: "data", optional: true, doc: "The answer as data, sent as JSON: for a judge, or a node with `output_schema`." },
  tool_calls: {
    shape: "list",
    optional: true,
    min: 1,
    of: {
      shape: "object",
      fields: { name: { shape: "text", doc: "The tool: `server.tool`." }, arguments: { shape: "data", optional: true, default: {}, doc: "Its arguments." } },
      doc: "One call.",
    },
    doc: "Calls of tools that the model asks for.",
  },
  status: { shape: "integer", min: 400, max: 599, optional: true, doc: "The HTTP status of an error, in place of an answer. A further entry for the same call answers what `[models]` asks again." },
  usage: {
    shape: "object",
    optional: true,
    fields: {
      input_tokens: { shape: "integer", min: 0, doc: "Tokens sent." },
      output_tokens: { shape: "integer", min: 0, doc: "Tokens answered." },
    },
    doc: "What the call used; unknown where it is absent.",
  },
} as const satisfies Fields;

export const replyGroups = [{ rule: "one", keys: ["text", "json", "tool_calls", "status"] }] as const satisfies readonly Group[];

export type Reply = LoweredFields<typeof replyFields>;
