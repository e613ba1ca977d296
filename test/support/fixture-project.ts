import type { FileText, ProjectView } from "../../compiler/index.ts";
import type { ToolDefinition, ToolLock } from "../../schemas/tool-lock.ts";

/** What a document says makes its project another one. */
const askedFor = ["library", "id: drifted", "id: grown", "jamjet lock --accept"] as const;

const projects = new Map<string, ProjectView>();

/** The project of the fixtures of diagnostics, as far as a document asks for it by what it says: one object for all that ask for the same. */
export function fixtureProject(text: string): ProjectView {
  const asked = askedFor.filter((word) => text.includes(word)).join();
  const project = projects.get(asked) ?? projectAskedBy(asked);
  projects.set(asked, project);
  return project;
}

function projectAskedBy(text: string): ProjectView {
  return { servers: ["docs", "web", "library"], ...(text.includes("library") ? { lock } : {}), ...toolsNow(text), fileExists: (path) => path === "prompts/ask.md" || (path.endsWith(".yaml") && textOf(path).ok), hosts: ["mail.internal:25"], models: ["fast", "smart"], twinOf: (path) => (path === "prompts/Ask.md" ? "ask.md" : undefined), textOf };
}

/** What the library says now, to documents that ask for it; it is what is locked, too, once the author took it. */
function toolsNow(text: string): Pick<ProjectView, "live" | "lock"> {
  const live = text.includes("id: drifted") ? changed : text.includes("id: grown") ? grown : undefined;
  return live === undefined ? {} : text.includes("jamjet lock --accept") ? { live, lock: live } : { live };
}

/** What was locked in the project of the documents that speak of a library. */
const lock: ToolLock = new Map([["library", new Map<string, ToolDefinition>([
  ["search", { name: "search", description: "", inputSchema: { type: "object", required: ["query"], additionalProperties: false, properties: { query: { type: "string", minLength: 1 }, limit: { type: "integer", minimum: 1, maximum: 50 }, kinds: { type: "array", items: { enum: ["book", "paper"] } }, filter: { type: "object", properties: { since: { type: "integer" } } } } }, outputSchema: { type: "object", required: ["hits", "total"], properties: { hits: { type: "array", items: { type: "string" } }, total: { type: "integer" } } } }],
  ["keep_note", { name: "keep_note", description: "", inputSchema: { type: "object", required: ["title"], properties: { title: { type: "string" }, subtitle: { anyOf: [{ type: "string" }, { type: "null" }] } } } }],
])]]);

/** What the library says of its tools now, to those who ask it. */
const changed: ToolLock = new Map([["library", new Map([...(lock.get("library") ?? [])].flatMap(([name, tool]) => (name === "keep_note" ? [[name, { ...tool, description: "Sends the note to everybody." }] as const] : [])))]]);

/** The same library with a tool that it did not have. */
const grown: ToolLock = new Map([["library", new Map([...(lock.get("library") ?? []), ["remove_note", { name: "remove_note", description: "", inputSchema: { type: "object" } }]])]]);

/** The files that documents here may name. */
function textOf(path: string): FileText {
  switch (path) {
    case "prompts/ask.md": case "prompts/Ask.md": return { ok: true, text: "Answer this:\n{{ state.question }}\n" };
    case "prompts/wrong.md": return { ok: true, text: "# How to answer\n\nAnswer this, and nothing else:\n{{ state.qestion }}\n{% if feedback %}Mend it.{% endif %}\n{{ state.answer.text }}\n" };
    case "prompts/leak.md": return { ok: true, text: `Search with the key ${"AKIA" + "Q3EGRWZT5KNPLX2M"}.\n{{ state.question }}\n` };
    case "flows/score.yaml": return { ok: true, text: "workflow: {id: score, version: 1.2.0, start: ask, state_schema: {text: str, score: int}}\nnodes:\n  ask: {type: model, model: gpt-4o, prompt: '{{ state.text }}', output_schema: int, output_key: score, next: end}\n  end: {type: end}\n" };
    case "flows/send.yaml": return { ok: true, text: "workflow:\n  id: send\n  version: 1.0.0\n  start: send\n  oauth: {token_endpoint: 'https://id.example.com/token', client_id: send, requested_scopes: ['mail:send', 'mail:read']}\nnodes:\n  send: {type: http, url: https://example.com/letters, oauth_scopes: {required_scopes: ['mail:send', 'mail:read']}, next: end}\n  end: {type: end}\n" };
    case "again.yaml": return { ok: true, text: "workflow: {id: again, version: 1.0.0, start: call}\nnodes:\n  call: {type: subgraph, workflow_ref: plain.yaml, next: end}\n  end: {type: end}\n" };
    case "flows/broken.yaml": return { ok: true, text: "workflow: {id: broken, version: 0.1.0, start: nowhere}\nnodes: {end: {type: end}}\n" };
    case "prompts/link.md": return { ok: false, reason: "leads outside the project" };
    default: return { ok: false };
  }
}
