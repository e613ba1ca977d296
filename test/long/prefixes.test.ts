import { expect, it, vi } from "vitest";
import { answerTimes } from "../support/answer-times.ts";
import { stretchesOfPrefixes, sweepingServer } from "../support/sweeping.ts";

it("every request is answered at the end of every document while it is written, byte by byte", () => {
  const { editor, enter } = sweepingServer();
  const times = answerTimes();
  for (const { document: { name, text, project }, from, to } of stretchesOfPrefixes()) {
    enter(project);
    editor.open(`file:///${from}/${name}.yaml`, text.slice(0, from));
    for (let end = from; ; end += 1) {
      times.note(editor.askAll(end));
      vi.runOnlyPendingTimers();
      expect(editor.logged, `${name} up to ${end}`).toEqual([]);
      if (end === to) break;
      editor.write(text.charAt(end));
    }
  }
  vi.useRealTimers();
  console.log(times.lines().join("\n"));
}, 6 * 3_600_000);
