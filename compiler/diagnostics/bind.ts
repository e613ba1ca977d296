import { diagnostic } from "./define.ts";
import { or } from "./words.ts";

export const unknownNode = diagnostic<{ name: string; key: string; nearest: string | undefined }>({
  code: "JJ2001",
  slug: "unknown-node",
  severity: "error",
  once: true,
  message: (p) => `no node is called '${p.name}'`,
  help: (p) => (p.nearest === undefined ? `add a node '${p.name}', or name one that exists` : `change it to '${p.nearest}', or add a node with this name`),
  doc: "Control would go to a node that does not exist.",
});

export const undeclaredStateKey = diagnostic<{ key: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ2002",
  slug: "undeclared-state-key",
  severity: "error",
  once: true,
  message: (p) => `'${p.key}' is not declared in 'state_schema'`,
  help: (p) => {
    if (p.nearest !== undefined) return `did you mean '${p.nearest}'?`;
    const others = p.known.length > 0 && p.known.length <= 8 ? `, or use ${or(p.known)}` : "";
    return `declare '${p.key}' in 'state_schema'${others}`;
  },
  doc: "State is declared, so that a misspelt key is found here and not as an empty text in a prompt.",
});

export const unknownServer = diagnostic<{ name: string; nearest: string | undefined; known: readonly string[]; hasProject: boolean }>({
  code: "JJ2005",
  slug: "unknown-server",
  severity: "error",
  once: true,
  message: (p) => (p.hasProject ? `no MCP server is called '${p.name}' in jamjet.toml` : `the MCP server '${p.name}' is not declared: there is no jamjet.toml`),
  help: (p) => (p.nearest === undefined ? `declare it in jamjet.toml: [[mcp.servers]] with name = "${p.name}" and a command or url` : `did you mean '${p.nearest}'?`),
  doc: "Tools come from MCP servers, and `jamjet.toml` says how to reach each one. Without a project file this is a warning: the project may live elsewhere.",
});

/** A tool without its server, or one that its server did not have when it was locked. */
type UnknownTool = { readonly name: string } & ({ readonly servers: readonly string[] } | { readonly server: string; readonly nearest: string | undefined });

export const unknownTool = diagnostic<UnknownTool>({
  code: "JJ2006",
  slug: "unknown-tool",
  severity: "error",
  once: true,
  message: (p) => ("server" in p ? `the MCP server '${p.server}' has no tool '${p.name}'` : `'${p.name}' does not say which server the tool is of`),
  help: (p) => ("server" in p ? (p.nearest === undefined ? "see its tools: jamjet tools list; if it has this one now: jamjet lock" : `did you mean '${p.nearest}'?`) : p.servers.length === 1 ? `write '${p.servers[0]}.${p.name.replaceAll(".", "")}'` : "write 'server.tool', with the name of the server in jamjet.toml"),
  doc: `The tools of a server are those that \`jamjet.lock\` names, where the server is locked. A tool that is offered to a model is named with its server, since two servers may have tools of one name.

\`\`\`yaml
nodes:
  review:
    type: model
    tools: [repo.read_file]      # [[mcp.servers]] name = "repo"
\`\`\``,
});

export const unverifiedServer = diagnostic<{ name: string }>({
  code: "JJ2007",
  slug: "unverified-server",
  severity: "info",
  once: true,
  message: (p) => `the tools of '${p.name}' are not locked: nothing is known of them before they are called`,
  help: () => "lock them: jamjet lock --accept",
  doc: `A project with a \`jamjet.lock\` has tools, arguments and results checked before anything runs. Of a server that is not in it nothing
can be checked; its tools are held against what each execution saw of them first. A project without a lock is told nothing.`,
});

export const missingFile = diagnostic<{ path: string; from: "document" | "project"; reason?: string | undefined }>({
  code: "JJ2009",
  slug: "missing-file",
  severity: "error",
  message: (p) => (p.reason === undefined ? `the file '${p.path}' does not exist` : `the file '${p.path}' cannot be read: ${p.reason}`),
  help: (p) => (p.from === "document" ? "paths are relative to this document and stay inside the project" : "paths to modules are relative to the project, where its jamjet.toml is"),
  doc: "A file that a workflow names must be there: prompt and schema files are read when the workflow is compiled, and the module of a scorer is loaded when it runs. A Python class, as `package.module:Class`, is left to Python.",
});

export const fileTwin = diagnostic<{ path: string; twin: string }>({
  code: "JJ2020",
  slug: "file-twin",
  severity: "warning",
  once: true,
  message: (p) => `beside '${p.path}' there is '${p.twin}', which is the same name on other machines`,
  help: () => "rename one of them, or write the name in the case that the file has",
  doc: `Two names that differ in the case of their letters alone, or in how an accent is encoded, are two files on Linux and one on macOS and
Windows: whoever checks the project out there has one of the two, and the workflow reads whichever that is.

\`\`\`yaml
prompt_file: prompts/Ask.md      # bad, where there is prompts/ask.md as well
\`\`\``,
});

export const unknownModel = diagnostic<{ model: string; nearest: string | undefined }>({
  code: "JJ2008",
  slug: "unknown-model",
  severity: "info",
  message: (p) => `nothing says who answers the model '${p.model}'`,
  help: (p) => (p.nearest === undefined ? `write 'provider/${p.model}', or add [models."${p.model}"] or [defaults] provider to jamjet.toml` : `did you mean '${p.nearest}'?`),
  doc: `A model is known by an alias of \`[models]\`, by \`provider/model\`, or by its family: \`claude-*\`, \`gpt-*\`, \`o1-*\`, \`o3-*\`, \`o4-*\`, \`gemini-*\`. Any other
name needs \`[defaults] provider\`, or calls fail with \`not_configured\` where no replies stand in for the provider.

\`\`\`yaml
model: sonnet                        # bad, where the project has no such alias
model: anthropic/claude-sonnet-4-6   # good
\`\`\``,
});

export const unknownErrorClass = diagnostic<{ name: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ2011",
  slug: "unknown-error-class",
  severity: "warning",
  message: (p) => `'${p.name}' is no failure class: it never matches`,
  help: (p) => (p.nearest === undefined ? `use ${p.known.join(", ")}, or an HTTP status` : `did you mean '${p.nearest}'?`),
  doc: "`retry_on` names the failures that are retried. A name that no failure has retries nothing.",
});

export const unknownRetryPolicy = diagnostic<{ name: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ2014",
  slug: "unknown-retry-policy",
  severity: "error",
  message: (p) => `no retry policy is called '${p.name}'`,
  help: (p) => (p.nearest === undefined ? `declare it under 'retry_policies' of the header, or use ${p.known.join(", ")}` : `did you mean '${p.nearest}'?`),
  doc: "A node names a policy of `retry_policies`, or one of the presets `llm_default`, `io_default` and `no_retry`. A name that stands for no policy would leave the node with one attempt.",
});

export const noOutputHere = diagnostic<{ node: string; why: string }>({
  code: "JJ2012",
  slug: "no-output-here",
  severity: "error",
  message: (p) => `eval node '${p.node}' has nothing to score: ${p.why}`,
  help: () => "name the node to score with 'node:', or put the eval behind one that has an output",
  doc: "An eval scores the output of the node before it. There must be exactly one such node, or `node:` must name it.",
});

export const retryWithoutModel = diagnostic<{ node: string; why: string }>({
  code: "JJ4015",
  slug: "retry-without-model",
  severity: "error",
  message: (p) => `'retry_with_feedback' of '${p.node}' needs a model node to re-run: ${p.why}`,
  help: () => "name a model node with 'node:', or choose another 'on_fail'",
  doc: "`retry_with_feedback` re-runs the evaluated model node with the scorers' feedback in its prompt. Any other kind of node has no prompt to put it in.",
});

export const escalateWithoutTarget = diagnostic<{ node: string; isOwn: boolean }>({
  code: "JJ4016",
  slug: "escalate-without-target",
  severity: "error",
  message: (p) => `'on_fail: escalate' of '${p.node}' has nowhere to go${p.isOwn ? `: the header's 'escalate' names '${p.node}' itself` : ""}`,
  help: (p) => (p.isOwn ? "name another node under 'escalate'" : "add 'escalate: <node id>' to the workflow header"),
  doc: "An eval that escalates goes to the node that the header's `escalate` names. The eval itself is no such node: it would score the same output again.",
});

export const missingNext = diagnostic<{ node: string; keys: string }>({
  code: "JJ4003",
  slug: "missing-next",
  severity: "error",
  message: (p) => `node '${p.node}' leads nowhere: it has no ${p.keys} and is not inside a parallel branch`,
  help: () => "add 'next: <node id>', or 'next: end'",
  doc: "Only an `end` node ends an execution. A node without a successor would stop the run without saying how it ended.",
});

export const noEnd = diagnostic<{ isTargeted: boolean }>({
  code: "JJ4012",
  slug: "no-end",
  severity: "error",
  message: (p) => (p.isTargeted ? "no node is called 'end': the compiler adds one" : "the workflow has no end node"),
  help: () => "add a node 'end' with 'type: end'",
  doc: "Every workflow needs at least one node of type `end`. Where `end` is only targeted, the compiler supplies it and warns.",
});

export const routeAfterElse = diagnostic({
  code: "JJ4017",
  slug: "route-after-else",
  severity: "error",
  message: () => "this route is never tried: an 'else' stands before it",
  help: () => "move the 'else' to the end of the list",
  doc: `Routes are tried in order and \`else\` always holds, so it must be the last one.

\`\`\`yaml
next:
  - else: end
  - when: state.count < 3    # bad: never tried
    to: again
\`\`\``,
});
