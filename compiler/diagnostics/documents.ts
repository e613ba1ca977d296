import { diagnostic } from "./define.ts";

export const listedTwice = diagnostic<{ name: string; key: string }>({
  code: "JJ2018",
  slug: "listed-twice",
  severity: "error",
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
