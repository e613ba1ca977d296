import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleProject, examples } from "../support/examples.ts";
import { fixtureProject } from "../support/fixture-project.ts";
import { corpus, corpusProject } from "../support/corpus.ts";
import { filesIn, textOf } from "../support/house.ts";
import { subjectOf, type Subject } from "./subject.ts";

/** So many nodes say no more than a few, and take long. */
const many = 30;

/** What is broken on purpose: every example, every fixture that shows what is right, and what is right and awkward. */
export const subjects: readonly Subject[] = [
  ...examples.map((example) => subjectOf(`examples/${example.name}`, readFileSync(join(example.folder, "workflow.yaml"), "utf8"), exampleProject(example))),
  ...filesIn("test/diagnostics").filter((path) => /\.(?:good|fixed)\.yaml$/.test(path) && !path.includes("/together/")).map((path) => subjectOf(path, textOf(path), fixtureProject(textOf(path)))),
  ...corpus.map(({ name, text }) => subjectOf(`corpus/${name}`, text, corpusProject(text))).filter(({ nodes }) => nodes.length < many),
];
