import type { ProjectView } from "../../compiler/index.ts";
import { corpus, corpusProject } from "./corpus.ts";
import { exampleProject, examples } from "./examples.ts";
import { fixtureProject } from "./fixture-project.ts";
import { filesIn, textOf } from "./house.ts";

/** A document of ours, good or bad, with the project that it stands in. */
export interface AuthoredDocument {
  readonly name: string;
  readonly text: string;
  readonly project: ProjectView;
}

/** The workflows of the examples and those that were written to be awkward: nothing is wrong with them. */
export const soundDocuments: readonly AuthoredDocument[] = [
  ...examples.map((example) => ({ name: example.name, text: textOf(`examples/${example.name}/workflow.yaml`), project: exampleProject(example) })),
  ...corpus.map(({ name, text }) => ({ name, text, project: corpusProject(text) })),
];

/** The documents of all fixtures of diagnostics. */
export const fixtureDocuments: readonly AuthoredDocument[] = filesIn("test/diagnostics")
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ name: path, text: textOf(path), project: fixtureProject(textOf(path)) }));

/** Where tokens begin and end, roughly: at every change between words, signs, blanks and line ends. */
export function tokenBoundaries(text: string): readonly number[] {
  return [...text.matchAll(/[\p{L}\p{N}_-]+|[ \t]+|\r?\n|./gsu)].map(({ index, 0: token }) => index + token.length);
}
