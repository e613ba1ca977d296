import { type Maybe, found, refused } from "../answer.ts";
import { nearest } from "../../schemas/nearest.ts";

/** Something people ask agents for again and again, as the client lists it. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly required: boolean }[];
}

interface Written extends Prompt {
  readonly textFor: (given: { readonly [name: string]: string }) => string;
}

const prompts: readonly Written[] = [
  {
    name: "write-workflow",
    title: "Write a workflow",
    description: "Has the agent write a JamJet workflow and hold it against the compiler until nothing is found",
    arguments: [
      { name: "task", description: "what the workflow should do", required: true },
      { name: "path", description: "where to save it; workflow.yaml if nothing is said", required: false },
    ],
    textFor: ({ task = "", path = "workflow.yaml" }) => `Write a JamJet workflow and save it as '${path}'. It should do this:

${task}

1. Read jamjet:///docs/guide/writing-a-workflow.md, and what it links to for the node types that you need. jamjet:///examples/README.md lists whole examples.
2. Draft the document, and check it with the tool 'validate' before you save it: give it as 'text', with '${path}' as 'uri'.
3. Mend every finding, warnings included. What 'fix' does not mend, 'explain' tells how to. Silence a warning only with a reason in the document.
4. When nothing is found, save it, and say what 'inputs' wants for a run.

Use no key, function or filter that the reference does not name.`,
  },
  {
    name: "fix-workflow",
    title: "Mend a workflow",
    description: "Has the agent mend what the compiler finds in a document without changing what it means",
    arguments: [{ name: "path", description: "the document", required: true }],
    textFor: ({ path = "" }) => `Mend the JamJet document '${path}' without changing what it is for.

1. Check it with the tool 'validate'.
2. Apply what has a safe fix: 'fix' with 'write'.
3. Mend the rest by hand. 'explain' says of each code why it matters and what is right; guess at nothing it leaves open, ask.
4. If it ran before, compare with the tool 'diff' what the change breaks for executions under way.
5. Check again until nothing is found.`,
  },
];

/** Every prompt, as it is listed. */
export const promptList: readonly Prompt[] = prompts.map(({ name, title, description, arguments: args }) => ({ name, title, description, arguments: args }));

/** The text of a prompt for what was given. */
export function promptText(name: string, given: { readonly [name: string]: string }): Maybe<string> {
  const prompt = prompts.find((each) => each.name === name);
  if (prompt === undefined) {
    const near = nearest(name, prompts.map((each) => each.name));
    return refused(`no prompt is called '${name}'${near === undefined ? "" : `; did you mean '${near}'?`}`);
  }
  const missing = prompt.arguments.find((each) => each.required && given[each.name] === undefined);
  return missing === undefined ? found(prompt.textFor(given)) : refused(`'${name}' wants '${missing.name}': ${missing.description}`);
}
