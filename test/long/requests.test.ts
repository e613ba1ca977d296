import { expect, it, vi } from "vitest";
import type { ProjectView } from "../../compiler/index.ts";
import { answerTimes } from "../support/answer-times.ts";
import { fixtureDocuments, soundDocuments } from "../support/authored.ts";
import { directServer, type DirectServer } from "../support/every-request.ts";
import { mutated, pick } from "../support/mutate.ts";
import { randomFrom, runsOf, seedOfRun } from "../support/random.ts";

const documents = [...soundDocuments, ...fixtureDocuments];

/** A server of one project after another. */
function server(): { readonly editor: DirectServer; readonly enter: (project: ProjectView) => void } {
  let project: ProjectView = { servers: undefined, fileExists: () => false };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const editor = directServer({ projectOf: () => project, envNames: () => ["KEY"], filesAround: () => ["a.md"] });
  return { editor, enter: (entered) => void (project = entered) };
}

it("every request is answered at every byte of every document, where it ends there and where it goes on", () => {
  const { editor, enter } = server();
  const times = answerTimes();
  for (const { name, text, project } of documents) {
    enter(project);
    for (let end = 0; end <= text.length; end += 1) {
      editor.open(`file:///${name}.yaml`, text.slice(0, end));
      times.note(editor.askAll(end));
      vi.runOnlyPendingTimers();
      expect(editor.logged, `${name} up to ${end}`).toEqual([]);
    }
    editor.open(`file:///whole/${name}.yaml`, text);
    for (let at = 0; at < text.length; at += 1) times.note(editor.askAll(at));
    expect(editor.logged, name).toEqual([]);
  }
  vi.useRealTimers();
  console.log(times.lines().join("\n"));
}, 6 * 3_600_000);

it("every request is answered after a hundred thousand edits of all kinds", () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const others = documents.map(({ text }) => text);
  const { editor, enter } = server();
  const times = answerTimes();
  for (let run = 0; run < runsOf(100_000); run += 1) {
    const { name, text, project } = pick(documents, random);
    enter(project);
    const edited = mutated(text, random, others);
    editor.open(`file:///${name}.yaml`, edited);
    times.note(editor.askAll(Math.floor(random() * (edited.length + 1))));
    vi.runOnlyPendingTimers();
    expect(editor.logged, `JAMJET_SEED=${seed}, run ${run}: ${JSON.stringify(edited)}`).toEqual([]);
  }
  vi.useRealTimers();
  console.log(times.lines().join("\n"));
}, 6 * 3_600_000);
