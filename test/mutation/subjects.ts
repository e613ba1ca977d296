import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleProject, examples } from "../support/examples.ts";
import { fixtureProject } from "../support/fixture-project.ts";
import { filesIn, textOf } from "../support/house.ts";
import { subjectOf, type Subject } from "./subject.ts";

/** What is broken on purpose: every example, and every fixture that shows what is right. */
export const subjects: readonly Subject[] = [
  ...examples.map((example) => subjectOf(`examples/${example.name}`, readFileSync(join(example.folder, "workflow.yaml"), "utf8"), exampleProject(example))),
  ...filesIn("test/diagnostics").filter((path) => /\.(?:good|fixed)\.yaml$/.test(path) && !path.includes("/together/")).map((path) => subjectOf(path, textOf(path), fixtureProject(textOf(path)))),
];
