/** The files of a new project: it validates as it is, and runs with `--replies`. */
export const projectFiles: { readonly [path: string]: string } = {
  "workflow.yaml": `# A model answers a question, the answer is checked, and a second try is told what was wrong with the first.
workflow:
  id: hello-agent
  version: 0.1.0
  state_schema:
    question: str
    answer: str
  start: answer

nodes:
  answer:
    type: model
    model: claude-haiku-4-5-20251001
    system: You are concise and precise.
    prompt: |
      Answer in one sentence: {{ state.question }}
    output_key: answer
    retry: llm_default
    next: check

  check:
    type: eval
    scorers:
      - type: assertion
        check: "len(output.answer) > 10"
    on_fail: retry_with_feedback
    max_retries: 2
    next: done

  done:
    type: end
`,
  "replies.yaml": `# What the model answers when you run with --replies: no key, no network, no cost.
- node: answer
  visit: 1
  text: Yes.
  usage: {input_tokens: 28, output_tokens: 2}

- node: answer
  visit: 2
  text: A durable execution goes on behind its last recorded step, whatever happens to the process.
  usage: {input_tokens: 61, output_tokens: 19}
`,
  "jamjet.toml": `# What the workflows of this folder share. Every section is optional.

# [[mcp.servers]]
# name = "files"
# command = "npx"
# args = ["-y", "@modelcontextprotocol/server-filesystem", "."]

# A model of your own under a name of your own: 'model: local' in a workflow.
# [models.local]
# base_url = "http://127.0.0.1:11434/v1"
# model = "llama3.2"
#
# [network]
# allow = ["127.0.0.1:11434"]
`,
  "README.md": `# hello-agent

    jamjet validate workflow.yaml
    jamjet run workflow.yaml --input '{"question": "What is durable execution?"}' --replies replies.yaml

The second command prints the execution's id; look into it with \`jamjet inspect <id>\`.

To ask a real model, set ANTHROPIC_API_KEY and leave \`--replies\` out. Executions are kept in \`.jamjet/jamjet.db\`.
`,
  ".gitignore": ".jamjet/\n",
};
