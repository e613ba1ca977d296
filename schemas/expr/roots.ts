/** The names an expression may begin with, and where each one has a value. */
export const roots = {
  state: { doc: "The typed state of the execution: one field per declared key; a declared key that is unset is `None`.", where: "everywhere" },
  env: { doc: "Environment variables of the runtime. A name that is unset when a run starts refuses the run.", where: "everywhere" },
  output: { doc: "The result of this node (in `next` and `on_error`) or of the evaluated node (in an `eval`).", where: "next-and-eval" },
  execution: { doc: "The execution: `id`, `workflow_id`, `version`, `tenant`, `started_at`.", where: "everywhere" },
  node: { doc: "The current node: `id` and `attempt` (1-based).", where: "everywhere" },
  event: { doc: "The payload of the event that ended this wait.", where: "next-of-wait" },
  error: { doc: "The failure that led here by `on_error`: `code`, `message`, `node`, `attempt`; `None` elsewhere.", where: "everywhere" },
  feedback: { doc: "What the scorers said, in a node that an `eval` re-runs; `None` otherwise.", where: "everywhere" },
} as const satisfies { readonly [name: string]: { readonly doc: string; readonly where: "everywhere" | "next-and-eval" | "next-of-wait" } };

export type RootName = keyof typeof roots;
export const rootNames = Object.keys(roots) as readonly RootName[];

const byName: ReadonlyMap<string, RootName> = new Map(rootNames.map((name) => [name, name]));

/** The root called `name`, as we write it: names cut out of texts are slow to compare, and roots are compared often. */
export function rootCalled(name: string): RootName | undefined {
  return byName.get(name);
}
