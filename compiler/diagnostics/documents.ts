import { diagnostic } from "./define.ts";
import { or } from "./words.ts";

export const listedTwice = diagnostic<{ name: string; key: string }>({
  code: "JJ2018",
  slug: "listed-twice",
  severity: "error",
  tag: "unnecessary",
  message: (p) => `'${p.name}' stands in '${p.key}' twice`,
  help: () => "remove one of them",
  doc: `A tool is offered to a model under its name, and a reference is one whether it stands there once or twice: the second one is a slip of
the keyboard for another name, or says nothing. Models refuse two tools of one name.

\`\`\`yaml
agent:
  tools: [library.search, library.search]     # bad
\`\`\``,
});

export const toolsConflict = diagnostic<{ tool: string; by: string }>({
  code: "JJ6020",
  slug: "agent-tools-conflict",
  severity: "error",
  message: (p) => `'${p.tool}' is given to the agent and blocked${p.by === p.tool ? "" : ` by '${p.by}'`}`,
  help: (p) => `remove it, or narrow '${p.by}' in 'blocked_tools'`,
  doc: `A block wins over everything: an agent with a tool that its own \`autonomy\` blocks never calls it, though its model is told that it may.

\`\`\`yaml
agent:
  tools: [payments.refund]
  autonomy:
    level: guided
    blocked_tools: ["payments.*"]     # bad: nothing is left of 'tools'
\`\`\``,
});

export const unknownReference = diagnostic<{ reference: string; kind: string | undefined; name: string; nearest: string | undefined; known: readonly string[] }>({
  code: "JJ2016",
  slug: "unknown-reference",
  severity: "error",
  message: (p) => (p.kind === undefined ? `'${p.reference}' is no reference` : `the fleet has no ${p.kind} '${p.name}'`),
  help: (p) => {
    if (p.nearest !== undefined) return `did you mean '${p.nearest}'?`;
    if (p.kind === undefined) return "write 'tool:', 'mcp:', 'agent:' or 'workflow:' and a name";
    return p.known.length > 0 && p.known.length <= 8 ? `use ${or(p.known)}, or declare it` : "declare it in the fleet";
  },
  doc: `The \`uses\` of a unit name what it needs of its fleet: \`tool:\`, \`mcp:\`, \`agent:\` or \`workflow:\`, and a name that the fleet declares.

\`\`\`yaml
tools:
  search: {description: Searches the library.}
agents:
  helper: {uses: ["tool:serch"]}      # bad
\`\`\``,
});

export const referenceCycle = diagnostic<{ chain: readonly string[] }>({
  code: "JJ2017",
  slug: "reference-cycle",
  severity: "error",
  message: (p) => (p.chain.length === 2 ? `'${p.chain[0]}' uses itself` : `units use each other in a circle: ${p.chain.join(" → ")}`),
  help: () => "remove one of the references",
  doc: "A unit is there when everything that it uses is. Units that use each other in a circle would wait for each other, and an agent that hands its work on in a circle never gets it done.",
});

export const brokenUnit = diagnostic<{ path: string; what: string }>({
  code: "JJ2019",
  slug: "broken-unit",
  severity: "error",
  message: (p) => `'${p.path}' ${p.what}`,
  help: (p) => `look at it: jamjet validate ${p.path}`,
  doc: "A document that another one names is checked as well. What is wrong in it is told where it is checked by itself, so here it is one finding.",
});

export const badCron = diagnostic<{ cron: string; problem: string }>({
  code: "JJ1118",
  slug: "bad-cron",
  severity: "error",
  message: (p) => `'${p.cron}' is no schedule: ${p.problem}`,
  help: () => "write minute, hour, day of the month, month and day of the week, such as '0 9 * * 1-5'",
  doc: `A schedule has five fields, as in \`crontab\`: minute, hour, day of the month, month, day of the week. Each is \`*\`, a number, a list, a
range or a step; months and days may be named.

\`\`\`yaml
cron: "0 9 * * 1-5"       # at nine, on working days
cron: "*/15 * * * *"      # each quarter of an hour
\`\`\``,
});

export const neverFires = diagnostic<{ cron: string }>({
  code: "JJ1119",
  slug: "schedule-never-fires",
  severity: "warning",
  message: (p) => `'${p.cron}' never comes`,
  help: () => "name a day that exists",
  doc: "No year has a 30th of February: a schedule for it is well written and never comes.",
});

export const unknownTimeZone = diagnostic<{ zone: string; nearest: string | undefined }>({
  code: "JJ1120",
  slug: "unknown-time-zone",
  severity: "error",
  message: (p) => `no time zone is called '${p.zone}'`,
  help: (p) => (p.nearest === undefined ? "write a name of the IANA database, such as 'Europe/Berlin' or 'UTC'" : `did you mean '${p.nearest}'?`),
  doc: "Time zones are called by their names in the IANA database. Abbreviations such as `CEST` mean several zones, or different hours in summer and winter.",
});

export const missingInput = diagnostic<{ input: string; unit: string; under: string }>({
  code: "JJ5103",
  slug: "missing-input",
  severity: "error",
  message: (p) => `'${p.unit}' is started without its input '${p.input}'`,
  help: (p) => `give '${p.input}' under '${p.under}'`,
  doc: "A workflow reads this key of the state before anything writes it, so who starts it must give it: without it no run begins. `jamjet inputs` lists what a workflow wants.",
});

export const unknownInput = diagnostic<{ input: string; unit: string; nearest: string | undefined }>({
  code: "JJ5104",
  slug: "unknown-input",
  severity: "warning",
  message: (p) => `'${p.unit}' has no key '${p.input}' in its state: the value is left out`,
  help: (p) => (p.nearest === undefined ? "remove it, or declare it in 'state_schema'" : `did you mean '${p.nearest}'?`),
  doc: "What a run begins with goes into its state, and only declared keys are in there. A value under another key would be dropped.",
});

export const inputType = diagnostic<{ input: string; expected: string }>({
  code: "JJ5016",
  slug: "input-type",
  severity: "error",
  message: (p) => `input '${p.input}' must be ${p.expected}`,
  help: () => "write a value of that type",
  doc: "Each key of the state has a type, and a run that begins with something else in it is refused.",
});

export const subworkflowCycle = diagnostic<{ chain: readonly string[] }>({
  code: "JJ2013",
  slug: "subworkflow-cycle",
  severity: "error",
  message: (p) => (p.chain.length === 2 ? "the workflow starts itself" : `the workflows start each other without end: ${p.chain.join(" → ")}`),
  help: () => "call another workflow, or make a loop of nodes within this one",
  doc: "Each execution of a `subgraph` node starts another workflow and waits for its end. Workflows that start each other in a circle never come to one.",
});

export const versionMismatch = diagnostic<{ range: string; path?: string; version?: string }>({
  code: "JJ2021",
  slug: "version-mismatch",
  severity: "error",
  message: (p) => (p.version === undefined ? `'${p.range}' is no range of versions` : `'${p.path}' has version ${p.version}, and '${p.range}' wants another`),
  help: (p) => (p.version === undefined ? "write a version, or a range such as '^1.2' or '>=1 <3'" : `write a range that holds ${p.version}, or name another document`),
  doc: "A `workflow_version` says which versions of the other workflow its caller was written for, in the words of npm. Another one may want other inputs and say something else at its end.",
});

export const delegationWidening = diagnostic<{ path: string; scope: string }>({
  code: "JJ6003",
  slug: "delegation-widening",
  severity: "error",
  message: (p) => `'${p.path}' asks for the scope '${p.scope}', and this workflow, which starts it, does not`,
  help: (p) => `have '${p.path}' do without it, or ask for it in 'requested_scopes' here, too`,
  doc: `A workflow that another one starts works for the same person, and may do no more than that one may: its \`requested_scopes\` are among
those of whoever starts it. Workflows that get their tokens from different endpoints ask different authorities, and one without \`oauth\` hands nothing on.

\`\`\`yaml
# outer.yaml asks for less than what it starts
oauth: {token_endpoint: "https://id.example.com/token", client_id: outer, requested_scopes: ["mail:read"]}
# inner.yaml
oauth: {token_endpoint: "https://id.example.com/token", client_id: inner, requested_scopes: ["mail:read", "mail:send"]}   # bad
\`\`\``,
});

export const unknownOutput = diagnostic<{ output: string; unit: string; nearest: string | undefined }>({
  code: "JJ5017",
  slug: "unknown-output",
  severity: "error",
  message: (p) => `the workflow of '${p.unit}' has no key '${p.output}' in its state`,
  help: (p) => (p.nearest === undefined ? "take another key, or declare it in the 'state_schema' of that workflow" : `did you mean '${p.nearest}'?`),
  doc: "What is taken from another workflow at its end is a key of its state. One that it does not declare is never there.",
});
