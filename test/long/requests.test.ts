import { expect, it, vi } from "vitest";
import { answerTimes } from "../support/answer-times.ts";
import { fixtureDocuments, soundDocuments } from "../support/authored.ts";
import { mutated, pick } from "../support/mutate.ts";
import { randomFrom, runsOf, seedOfRun } from "../support/random.ts";
import { stretches, sweepingServer } from "../support/sweeping.ts";

it("every request about a place is answered at every byte of every document", () => {
  const { editor, enter } = sweepingServer();
  const times = answerTimes();
  for (const { document: { name, text, project }, from, to } of stretches()) {
    enter(project);
    editor.open(`file:///${name}.yaml`, text);
    times.note(editor.askAll(from));
    for (let at = from + 1; at < to; at += 1) times.note(editor.askAt(at));
    vi.runOnlyPendingTimers();
    expect(editor.logged, `${name} from ${from} to ${to}`).toEqual([]);
  }
  vi.useRealTimers();
  console.log(times.lines().join("\n"));
}, 6 * 3_600_000);

it("every request is answered after a hundred thousand edits of all kinds", () => {
  const seed = seedOfRun();
  const random = randomFrom(seed);
  const documents = [...soundDocuments, ...fixtureDocuments];
  const others = documents.map(({ text }) => text);
  const { editor, enter } = sweepingServer();
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
