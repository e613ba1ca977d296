import { activity } from "../node-spec.ts";
import { types } from "../type.ts";

export const model = activity({
  kind: "model",
  title: "Model call",
  since: "0.1.0",
  doc: "Calls a language model and stores its answer: text, or data where `output_schema` asks for structure. It is asked once more after each round of `tools`, and where its data does not fit.",
  fields: {
    model: { shape: "name", of: "model", aliases: ["model_ref"], doc: "The model: `provider/model`, an alias of `[models]`, or an id whose family names the provider (`claude-*`, `gpt-*`, `gemini-*`)." },
    system: { shape: "template", sink: "orders", optional: true, aliases: ["system_prompt"], doc: "The system prompt." },
    prompt: { shape: "template", optional: true, doc: "What is asked." },
    prompt_file: { shape: "text", format: "path", fills: "prompt", optional: true, aliases: ["prompt_ref"], doc: "A file with the prompt, relative to the document. It is read when the workflow is compiled, as the template that `prompt` would be." },
    temperature: { shape: "number", min: 0, max: 2, optional: true, doc: "Sampling temperature; the provider's default when absent." },
    max_tokens: { shape: "integer", min: 1, max: 10_000_000, optional: true, doc: "The most tokens the answer may have." },
    stop: { shape: "list", single: "allowed", optional: true, of: { shape: "text", doc: "A stop sequence." }, doc: "Texts at which the answer stops." },
    seed: { shape: "integer", optional: true, doc: "A seed for providers that sample reproducibly." },
    output_schema: { shape: "type", as: "type", optional: true, needs: "output_schema", doc: "The structure wanted: a type of the state language or a JSON Schema." },
    tools: { shape: "list", optional: true, needs: "model_tools", of: { shape: "name", of: "offeredTool", doc: "A tool: `server.tool`." }, doc: "Tools the model may call; their results are told to it until it answers. Each call is recorded." },
    output_key: { shape: "stateKey", access: "write", optional: true, doc: "Where the answer goes." },
    output_to_state: { shape: "map", optional: true, needs: "output_to_state", of: { shape: "stateKey", access: "write", doc: "A state key." }, doc: "Fields of a structured answer and the state keys they go to." },
  },
  groups: [{ rule: "one", keys: ["prompt", "prompt_file"] }, { rule: "one", keys: ["output_key", "output_to_state"] }],
  traits: { queue: "model", durable: true, feedback: { field: "prompt" }, cost: "tokens", effect: { otherwise: "read" }, result: { type: types.str, schemaField: "output_schema" }, author: "model" },
});
