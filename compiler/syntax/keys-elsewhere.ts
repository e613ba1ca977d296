/*
 * What keys are called in other tools, and which of ours they may mean there. Asked for only where a key is unknown and
 * none of ours is spelled like it.
 */
const meant: ReadonlyMap<string, readonly string[]> = new Map([
  ["when", ["if"]], ["if", ["when"]], ["condition", ["if", "when"]], ["test", ["if", "when"]],
  ["to", ["next"]], ["goto", ["next", "to"]], ["then", ["next", "to", "join"]], ["target", ["to"]], ["next", ["to", "join"]],
  ["otherwise", ["default", "else"]], ["else", ["default"]], ["default", ["else"]], ["cases", ["conditions"]], ["steps", ["branches"]],
  ["output", ["output_key"]], ["save_to", ["output_key"]], ["save_as", ["output_key"]], ["store_in", ["output_key"]], ["result_key", ["output_key"]],
  ["params", ["arguments", "query"]], ["args", ["arguments"]], ["parameters", ["arguments"]], ["input", ["arguments"]], ["inputs", ["arguments"]],
  ["json", ["body"]], ["data", ["body"]], ["payload", ["body"]], ["uri", ["url"]], ["endpoint", ["url"]], ["verb", ["method"]],
  ["system_message", ["system"]], ["instructions", ["system"]], ["content", ["prompt"]], ["messages", ["prompt"]], ["template", ["prompt"]], ["llm", ["model"]],
  ["response_format", ["output_schema"]], ["response_schema", ["output_schema"]], ["schema", ["output_schema", "state_schema"]],
  ["question", ["message"]], ["text", ["message", "prompt"]], ["signal", ["event"]], ["sleep", ["timer"]], ["delay", ["timer"]], ["duration", ["timer"]],
  ["checks", ["scorers"]], ["metrics", ["scorers"]], ["evaluators", ["scorers"]], ["attempts", ["max_attempts"]], ["retries", ["max_attempts", "retry"]], ["max_retries", ["max_attempts", "retry"]],
  ["state", ["state_schema"]], ["variables", ["state_schema"]], ["entry", ["start"]], ["entrypoint", ["start"]], ["entry_point", ["start"]], ["initial", ["start"]],
]);

/** The first key among `keys` that one called `word` may mean. */
export function keyElsewhere(word: string, keys: readonly string[]): string | undefined {
  return meant.get(word)?.find((key) => keys.includes(key));
}

/* What kinds of node are called in other tools. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    model: "llm chat completion prompt ai gpt generate inference",
    tool: "mcp tool_call action task step",
    http: "request fetch api rest webhook curl http_request",
    branch: "switch if choice router route decision conditional case",
    parallel: "fork split fan_out concurrent",
    join: "merge gather sync fan_in",
    wait: "sleep delay timer event signal pause",
    human_approval: "approval human review manual approve human_input interrupt",
    eval: "judge evaluate evaluation score guardrail",
    subgraph: "workflow call_workflow sub_workflow subworkflow child",
    end: "stop finish done return exit terminate succeed success final",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

/** The kind of node that one called `word` may mean. */
export function kindElsewhere(word: string): string | undefined {
  return kinds.get(word.toLowerCase());
}
