import { anything, flag, integer, list, mapOf, named, nullable, number, object, placeShape, type Shape, text, words } from "./shapes.ts";

/** What a command answers with under `--json`, and when, where it has several answers. */
export interface AnswerShape {
  readonly when?: string;
  readonly shape: Shape;
}

const id = text("The execution's id.");
const statuses = ["pending", "running", "paused", "completed", "failed", "cancelled", "limit_exceeded"];
const duration = nullable(number("Milliseconds from its start to its end; `null` while it is under way."));

const executionFacts = {
  execution_id: id,
  workflow_id: text("The workflow's id."),
  version: text("The workflow's version."),
  status: words("How the execution stands.", ...statuses),
  live: flag("Whether some process carries it now."),
  started_at: text("When it began, ISO 8601 in UTC."),
  duration_ms: duration,
  "waits_until?": text("The moment at which it goes on by itself, ISO 8601 in UTC, where nothing is to be done before."),
  steps: integer("Completed visits of nodes that do something."),
  tokens: object("What models used.", { input: integer("Tokens sent."), output: integer("Tokens answered."), uncounted_calls: integer("Calls that did not say.") }),
  cost_usd: nullable(number("US dollars; `null` where the price of any call is unknown.")),
  "failure?": named("failure", "Why it did not complete."),
};

const about = { "description?": text("What its author says of it."), "labels?": mapOf("Its labels.", text("A value.")) };
const cause = object("What failed last before an end that fails the execution by itself.", { node: text("The node."), code: text("A failure code."), message: text("One line."), retryable: flag("Whether another attempt may succeed."), "status?": integer("The HTTP status."), "retryAfterMs?": number("How long the service asked us to wait."), "unsent?": flag("Whether nobody was reached.") });
const state = mapOf("The workflow's state: the keys that are set.", anything("A value of the declared type."));
const range = placeShape;
const related = list("Other places that have to do with it.", object("One place.", { message: text("What it has to do with it."), range }));
const waitFacts = {
  node: text("The node."),
  visit: integer("Its visit."),
  for: words("What ends it.", "event", "approval", "moment", "resolution", "budget"),
  since: text("Since when, in UTC."),
  "due_at?": text("When it goes on by itself."),
  "expires_at?": text("When it is given up."),
  "event?": text("The event's name."),
  "correlation_key?": text("Which of several such events it is."),
  "data?": mapOf("A sample of the payload.", anything("A value to replace.")),
  "request?": integer("The number of the event that asks a person."),
  "approvers?": list("Who may decide; empty means anyone.", text("A name that `approve --user` may give.")),
  "message?": text("What they are asked."),
  "asks?": anything("Exactly what would be done, where a call is held back."),
};

const signal = object("What became of what was posted.", {
  id: text("By which it is known again."),
  effect: words("`now`: it is recorded; `later`: it is kept until a node waits for it; `none`: it changes nothing.", "now", "later", "none"),
  "why?": text("Why it is not now."),
  unmerged: list("Fields of the payload that are no keys of the state.", text("A field.")),
  carrier: words("Who acts on it.", "here", "elsewhere", "nobody"),
});

const receipt: Shape = object("What was posted, and to what.", { execution_id: id, signal, "next?": text("The command that goes on with it, where nobody does.") });

/** Shapes that several answers have in common. */
export const sharedShapes: { readonly [name: string]: Shape } = {
  error: object("Why a command could not do what it was asked; any command may answer so.", {
    error: object("The reason.", {
      message: text("One line."),
      "help?": text("What to do instead."),
      "code?": text("A failure code, where a peer failed."),
      "problems?": list("Everything that is wrong in a file.", named("problem", "One problem.")),
    }),
  }),
  problem: object("Why a file without codes of its own cannot be used.", { file: text("Its name."), message: text("One line."), "help?": text("How to mend it."), range, related, frame: text("The lines of source with carets.") }),
  findings: object("Why a document cannot be used: it has errors.", { diagnostics: list("What is wrong, in the order of the text.", named("diagnostic", "One finding.")) }),
  diagnostic: object("A finding of the compiler.", {
    code: text("Such as `JJ2001`; never reused."),
    slug: text("Its name."),
    severity: words("How bad it is.", "error", "warning", "info", "hint"),
    message: text("One line."),
    "help?": text("How to mend it."),
    range,
    related,
    fixes: list("Edits that mend it.", object("One fix.", { title: text("What it does."), safety: words("Whether it may be applied unseen.", "safe", "unsafe"), edits: list("Its edits.", object("One edit.", { range, text: text("What stands there afterwards.") })) })),
    frame: text("The lines of source with carets, as people see them."),
  }),
  part: object("A part of a document.", { file: text("As it was named; of a revision of git `main:flow.yaml`."), line: nullable(integer("From 1; `null` where a compiled program does not say.")), part: text("Such as `nodes.ask`.") }),
  failure: object("Why an attempt or an execution failed.", {
    code: text("One of the [failure codes](failures.md)."),
    message: text("One line."),
    "retryable?": flag("Whether another attempt may succeed."),
    "status?": integer("The HTTP status, where there is one."),
    "retryAfterMs?": number("How long the service asked us to wait."),
    "unsent?": flag("Whether the call surely took no effect."),
  }),
  usage: object("What one model call used.", { provider: text("Who answered."), model: text("The model's id."), input_tokens: nullable(integer("`null` where nobody said.")), output_tokens: nullable(integer("`null` where nobody said.")), cost_usd: nullable(number("`null` where the price is unknown.")), "finish_reason?": text("Why the answer ended.") }),
  attempt: object("One attempt of a visit, or a node that was passed on the way.", {
    node: text("The node."),
    kind: text("Its type."),
    ...about,
    visit: integer("1 for the first time the node is entered."),
    attempt: integer("1 for the first attempt of the visit."),
    status: words("How it stands.", "pending", "scheduled", "running", "waiting", "completed", "failed", "skipped", "cancelled"),
    "resolved?": object("What a person found out about a call of which nobody knew whether it took effect.", { resolution: words("What became of it.", "done", "retry", "fail"), user: nullable(text("Who said so.")), comment: nullable(text("What they said.")) }),
    "idempotency_key?": text("What peers are told to know it again by."),
    "duration_ms?": number("How long it took."),
    "to?": text("Where a node that only steers led."),
    "received?": anything("Exactly what it received."),
    "returned?": anything("What it returned."),
    "failure?": named("failure", "Why it failed."),
    "calls?": list("The calls of an attempt that makes several.", object("One call.", { step: integer("Its number."), call: text("A model, or `server.tool`."), status: words("How it stands.", "running", "completed", "failed", "cancelled"), idempotency_key: text("Its key."), "duration_ms?": number("How long it took."), told: anything("What it was told beyond what the attempt received."), "answered?": anything("What it answered."), "failure?": named("failure", "Why it failed."), usage: list("What models used.", named("usage", "One call.")) })),
    usage: list("What models used.", named("usage", "One call.")),
  }),
  wait: object("What an execution waits for.", waitFacts),
  result: object("How an execution stands when a command lets go of it.", {
    ...executionFacts,
    "cause?": cause,
    state,
    "interrupted?": text("Why this process stopped before the end."),
    "waits?": list("What it waits for.", named("wait", "One wait.")),
    "signal?": signal,
    "error?": object("Replies that nobody asked for.", { message: text("One line."), unused_replies: list("Which.", text("As in the file.")) }),
    next: text("The command to look into it or to go on with it."),
    "retry?": text("The command that tries it again, where it failed and that may help."),
  }),
};

const result = { shape: named("result", "The execution.") };
const posted = { when: "where somebody else goes on with it, or with `--no-wait`", shape: receipt };

/** By command: what it answers with. */
export const answers: { readonly [command: string]: readonly AnswerShape[] } = {
  init: [{ shape: object("What was made.", { files: list("Its files.", text("A path.")), next: text("The command to run it.") }) }],
  validate: [{ shape: object("The judgement of each document.", {
    files: list("In the order given.", object("One document.", { file: text("Its name."), valid: flag("Whether it has no error."), "workflow_id?": text("The workflow's id."), "prompt?": flag("Whether it is a prompt."), "reads?": list("The keys of the state that the prompt reads.", text("A key.")), "fleet?": flag("Whether it is a fleet."), "agents?": list("Its agents.", text("An id.")), "workflows?": list("Its workflows.", text("An id.")), "schedules?": integer("How many of them run by themselves."), "agent_id?": text("The agent's id."), "strategy?": text("How the agent reasons."), "version?": text("Its version."), "nodes?": integer("How many nodes."), "edges?": integer("Distinct pairs of nodes that are connected."), "project?": flag("Whether it is a `jamjet.toml`."), "servers?": list("The MCP servers that it declares.", text("A name.")), "models?": list("The aliases of models that it declares.", text("An alias.")), "policy?": flag("Whether it is a policy."), "rules?": nullable(integer("How many rules the policy lists; `null` where it is a block.")), "diagnostics?": list("What was found.", named("diagnostic", "One finding.")), "fixes?": list("What `--fix` mended, or with `--diff` would.", object("One fix.", { code: text("Of what was wrong."), title: text("What it did.") })), "written?": flag("Whether the file was changed."), "error?": object("Why it could not be read.", { message: text("One line."), "help?": text("What to do instead."), "problems?": list("What is wrong.", named("problem", "One problem.")) }) })),
    errors: integer("Of all documents."),
    warnings: integer("Of all documents."),
  }) }],
  fmt: [{ shape: object("What became of each document.", {
    files: list("In the order given.", object("One document.", { file: text("Its name."), outcome: words("`changed` is written, but for `--check` and `--diff`.", "same", "changed", "unread"), "text?": text("The formatted text of standard input."), "diagnostics?": list("Why it cannot be read as a whole.", named("diagnostic", "One finding.")), "error?": object("Why it was not formatted.", { message: text("One line."), "help?": text("What to do instead."), "problems?": list("What is wrong.", named("problem", "One problem.")) }) })),
    changed: integer("How many of them are not in their canonical form."),
  }) }],
  migrate: [{ shape: object("The document as it is written today.", {
    file: text("Its name."),
    forms: list("The older spellings that it had; empty where nothing was older.", words("One of them.", "headerless form", "list form", "multi-file form")),
    written: flag("Whether the file was replaced: `--write`."),
    text: text("The document."),
    left: list("What only its author can decide; the text says so, too.", object("One key.", { "node?": text("Its node."), key: text("As it is written."), message: text("What to do.") })),
    diagnostics: list("What is wrong with the document of today.", named("diagnostic", "One finding.")),
  }) }],
  diff: [{ shape: object("What the change breaks.", {
    same_program: flag("Whether both are the same program."),
    differences: list("The worst first.", object("One change that breaks something.", {
      code: text("Such as `JJ7001`."),
      slug: text("Its name."),
      level: words("What it breaks: executions under way, replays of those that ended, or who starts and reads them.", "running", "replay", "caller"),
      message: text("One line."),
      "help?": text("What to do about it."),
      old: named("part", "Where it was."),
      new: named("part", "Where it is."),
    })),
  }) }],
  compile: [
    { when: "without `--output`: the program, whose schema `jamjet schema program` prints", shape: { type: "object", required: ["format", "hash"], description: "The program." } },
    { when: "with `--output`", shape: object("What was written.", { output: text("The file."), workflow_id: text("The workflow's id."), version: text("Its version."), hash: text("The hash of the program.") }) },
  ],
  graph: [{ shape: object("The graph, and its drawing.", {
    workflow_id: text("The workflow's id."),
    version: text("Its version."),
    start: nullable(text("The first node.")),
    nodes: list("In the order of the text, and behind them what targets name and no node is called.", object("One node.", { id: text("Its id."), type: nullable(text("Its type; `null` where it could not be read.")), parallel: nullable(text("The innermost `parallel` it runs in.")), mark: { enum: ["missing", "unreached", "race", "loop", null], description: "The gravest thing that is to be said of it; `null` for nothing." } })),
    edges: list("Ways from node to node.", object("One way.", { from: text("Where it leaves."), to: text("Where it leads."), role: text("How control follows it."), label: nullable(text("When it is taken; `null` for the usual way.")), dashed: flag("Whether it is off the usual path."), loop: flag("Whether it is a part of a loop.") })),
    parallels: list("Regions of branches.", object("One region.", { fork: text("Where it begins."), join: text("Where its branches meet.") })),
    format: words("How it was drawn.", "mermaid", "dot", "svg", "ascii"),
    "picture?": text("The drawing, without `--output`."),
    "output?": text("The file it was written to."),
  }) }],
  cost: [{ shape: object("What an execution takes.", {
    workflow_id: text("The workflow's id."),
    version: text("Its version."),
    amounts: mapOf("By quantity: `calls`, `input_tokens`, `output_tokens`, `cost_usd`, `seconds`.", object("How much.", { least: nullable(number("Where nothing goes wrong; `null` where no way leads to an end.")), most: nullable(number("Never more than this; `null` where nobody knows, or there is no end.")), known: nullable(number("What is known of the most; `null` where there is no end.")) })),
    limits: mapOf("What the header allows, by quantity.", number("The limit.")),
    cheapest: list("The cheapest way, by its nodes; of a parallel, where it begins and where it goes on.", text("A node.")),
    dearest: list("The dearest way; loops stand in it once.", text("A node.")),
    unknown: list("What comes on top of `known`.", object("One reason.", { node: text("The node."), of: text("The quantity."), why: text("One line.") })),
    endless: list("Loops that nothing limits.", object("One loop.", { nodes: list("In the order of the text.", text("A node.")), of: list("What grows.", text("A quantity.")) })),
    prices_as_of: text("The day of the built-in prices."),
  }) }],
  inputs: [{ when: "a JSON Schema (2020-12) of the input", shape: { type: "object", required: ["$schema", "title", "type", "properties", "required"], description: "The schema." } }],
  run: [result, { when: "with `--no-wait`", shape: object("What was recorded.", { execution_id: id, status: words("It is not begun.", "pending"), next: text("The command that carries it out.") }) }],
  resume: [result, posted],
  approve: [result, posted],
  resolve: [result, posted],
  cancel: [result, posted],
  work: [{ shape: object("What was carried on.", { carried: list("Executions that were let go of.", object("One of them.", { execution_id: id, status: words("How it stands.", ...statuses), "failure?": named("failure", "Why it failed.") })), refused: list("Executions that could not be taken up.", object("One of them.", { execution_id: id, message: text("Why.") })) }) }],
  approvals: [{ shape: list("The oldest question first.", object("A wait, and whose it is.", { execution_id: id, workflow_id: text("The workflow's id."), version: text("Its version."), ...waitFacts })) }],
  inspect: [
    { shape: object("An execution at a glance.", { ...executionFacts, "tenant?": text("Whose it is."), "name?": text("The workflow's name for people."), ...about, "cause?": cause, attempts: list("In the order in which they began.", named("attempt", "One attempt.")), "waits?": list("What it waits for.", named("wait", "One wait.")), state }) },
    { when: "with `--node`", shape: object("All that is recorded of a node.", { execution_id: id, node: text("The node."), attempts: list("Its attempts.", named("attempt", "One attempt.")) }) },
  ],
  events: [{ shape: list("The log.", object("One entry.", { seq: integer("1..n without gaps."), at: integer("Milliseconds since the epoch."), event: { type: "object", required: ["type", "v"], description: "One of the [events](events.md)." } })) }],
  replay: [{ shape: object("What a second look at the log found.", {
    execution_id: id, workflow_id: text("The workflow's id."), version: text("Its version."),
    status: words("How the execution stands.", ...statuses),
    events: integer("How many events were folded."),
    decisions: integer("Recorded decisions that were taken again."),
    fingerprint: text("SHA-256, in hex, of all that folding made."),
    same: flag("Whether every check holds."),
    checks: list("What was held against each other.", object("One check.", { check: words("Which.", "fold", "inspect", "row", "decisions"), ok: flag("Whether it holds."), "problem?": text("The first thing that does not.") })),
    state,
  }) }],
  ls: [{ shape: list("The newest first.", object("One execution.", executionFacts)) }],
  lock: [{ shape: object("What is locked, and what changed.", {
    lock: text("The file."),
    written: flag("Whether it was written."),
    same: flag("Whether the servers say what was locked already."),
    servers: list("Those that were asked.", object("One server.", { server: text("Its name."), tools: integer("How many of its tools can be locked.") })),
    changes: list("Against what was locked.", object("One change.", {
      server: text("The server."),
      "tool?": text("The tool; absent where it is the whole server."),
      change: words("What became of it.", "added", "removed", "changed"),
      parts: list("What is different in a tool that is still there.", object("One piece.", { part: words("Of what.", "title", "description", "input schema", "output schema", "annotations"), path: text("Where in it; empty for all of it."), "before?": anything("As it was locked."), "after?": anything("As it is.") })),
    })),
    unusable: list("Tools that are left out.", object("One tool.", { server: text("The server."), tool: text("Its name."), why: text("Why nobody should use it.") })),
  }) }],
  "tools list": [{ shape: object("The servers of the project.", { servers: list("In the order of jamjet.toml.", object("One server.", { server: text("Its name."), "tools?": list("Its tools.", { type: "object", required: ["name", "description", "inputSchema"], description: "Name, description, the JSON Schema of its arguments, and annotations." }), "lock?": words("How they stand to `jamjet.lock`, where there is one.", "locked", "changed", "not locked"), "error?": { type: "object", required: ["code", "message"], description: "Why it lists none: a failure." } })) }) }],
  "tools call": [{ shape: object("What the tool answered.", { server: text("The server."), tool: text("The tool."), content: list("Items as MCP has them.", anything("One item.")), "structured?": anything("Structured content.") }) }],
  explain: [{ when: "without a code", shape: object("Every code.", { families: list("In the order of the codes.", object("Codes that begin alike.", { family: text("As they begin."), title: text("What they are about."), codes: list("In their order.", object("One code.", { code: text("The code."), slug: text("Its name."), severity: words("How bad it is.", "error", "warning", "info", "hint") })) })) }) }, { shape: object("A code.", { code: text("The code."), slug: text("Its name."), severity: words("How bad it is.", "error", "warning", "info", "hint"), doc: text("Why it matters, in Markdown."), page: text("Its page."), can_be_ignored: flag("Whether a comment or the project may take it back."), "example?": object("A document that shows it, line by line.", { "before?": list("The version before it, where what is said is said of both.", text("A line.")), wrong: list("The document.", text("A line.")), says: list("What is said of it.", text("A line.")), right: list("The document as it is right.", text("A line.")) }) }) }],
  schema: [{ when: "the JSON Schema itself, or one definition of it with those it leads to", shape: { type: "object", required: ["$schema"], description: "The schema." } }],
  doctor: [{ shape: object("What a run stands on.", { well: flag("Whether nothing is wrong."), examined: list("One after the other.", object("One thing.", { name: text("What was looked at."), well: flag("Whether nothing is wrong with it."), facts: anything("What is so, by its name."), problems: list("What is wrong.", object("One problem.", { message: text("One line."), "help?": text("How to mend it.") })) })) }) }],
  lsp: [{ when: "nothing: it speaks the language server protocol", shape: { type: "null", description: "Nothing." } }],
  mcp: [{ when: "nothing: it speaks the model context protocol", shape: { type: "null", description: "Nothing." } }],
  completion: [{ shape: object("A script.", { shell: words("For which shell.", "bash", "zsh", "fish"), script: text("The script.") }) }],
};
