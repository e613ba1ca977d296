import { compile, parseYamlData, type Compiled, type ProjectView } from "../../compiler/index.ts";
import { runtimeOn } from "../../runtime/driver/open.ts";
import type { ExecutionResult } from "../../runtime/driver/result.ts";
import { memoryShelf } from "../../runtime/store/memory.ts";
import { Bug } from "../../schemas/bug.ts";
import type { FailureCode } from "../../schemas/failure.ts";
import type { Json, JsonObject } from "../../schemas/json.ts";
import type { Program } from "../../schemas/program.ts";
import { ended } from "./executions.ts";
import { fails, fakePorts, gives, manualClock, scores, world, type Answer } from "./fake-ports.ts";
import { fixtureProject } from "./fixture-project.ts";
import { filesIn, textOf } from "./house.ts";
import { outsideOf, type OutsideStep } from "./outside.ts";

/** How a document of the corpus comes to its end. */
export interface CorpusRun {
  readonly input?: JsonObject;
  readonly answers?: { readonly [node: string]: readonly Json[] };
  readonly env?: { readonly [name: string]: string };
  readonly outside?: readonly OutsideStep[];
  /** Features for whose sake this version runs it not at all, and says so. */
  readonly refused?: readonly string[];
  /** `completed`, if nothing else is said. */
  readonly ends?: string;
}

export interface CorpusDocument {
  readonly name: string;
  readonly text: string;
}

/** Valid workflows that were written to be awkward. */
export const corpus: readonly CorpusDocument[] = filesIn("test/compiler/corpus").map((path) => ({ name: path.replace(/^.*\/|\.yaml$/g, ""), text: textOf(path) }));

/** How they run, by their names. */
export function corpusRuns(): ReadonlyMap<string, CorpusRun> {
  // The file is ours, and what is wrong in it fails the test of its document.
  const runs = parseYamlData({ uri: "runs.yaml", text: textOf("test/compiler/corpus-runs.yaml") }).value.value as unknown as { readonly [name: string]: CorpusRun };
  return new Map(Object.entries(runs));
}

export function compileCorpus({ name, text }: CorpusDocument): Compiled {
  return compile({ uri: `${name}.yaml`, text }, { project: corpusProject(text) });
}

const projects = new Map<ProjectView, ProjectView>();

/** The project of the fixtures, with the files that documents name: one object for all that ask for the same. */
export function corpusProject(text: string): ProjectView {
  const fixtures = fixtureProject(text);
  const project = projects.get(fixtures) ?? { ...fixtures, fileExists: (path) => path === "prompts/ask.md" || path === "add.mjs" };
  projects.set(fixtures, project);
  return project;
}

/** Runs a program in a world that answers as the script says, until it ends. */
export async function runCorpus(program: Program, { input = {}, answers = {}, env = {}, outside = [] }: CorpusRun): Promise<ExecutionResult> {
  const clock = manualClock();
  const scripted = Object.fromEntries(Object.entries(answers).map(([node, script]) => [node, scriptOf(script)] as const));
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: fakePorts({ clock, env }), behaviour: world(scripted).behaviour, listeners: [] });
  const steps = outsideOf(outside);
  let result = await ended(clock, runtime.start(program, input));
  while (result.status === "paused" && steps.next(runtime, result.id, clock)) result = await ended(clock, runtime.resume(result.id));
  if (!steps.isOver()) throw new Bug("nothing waited for the rest of what happens outside");
  return result;
}

function scriptOf(answers: readonly Json[]): Answer {
  let call = 0;
  return () => {
    const answer = answers[Math.min(call, answers.length - 1)] as Json;
    call += 1;
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return gives(answer);
    // A script of ours names codes and messages as they are.
    if ("fails" in answer) return fails(answer["fails"] as FailureCode);
    return "scores" in answer ? scores(...(answer["scores"] as readonly (string | null)[])) : gives(answer);
  };
}
