import { expect, it, vi } from "vitest";
import { fixtureDocuments, soundDocuments } from "../support/authored.ts";
import { directServer } from "../support/every-request.ts";

/** The whole of it is typed, and so often all is asked of it, and of a server that never saw another text. */
const documents = [...soundDocuments, ...fixtureDocuments].filter(({ text }) => text.startsWith("workflow:") && text.length < 3_000);
const [everyDocument, everyCharacter] = [29, 67];

/** Versions are counted, and what has changed since the last answer is no answer about the text. */
function told({ request, json }: { readonly request: string; readonly json: string }): string {
  return `${request} ${json.replace(/"(?:version|resultId)":(?:"\d+"|\d+|null),?/g, "")}`;
}

it("says of a text that was typed character by character what it says of one that was opened", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let project = documents[0]?.project;
  const host = { projectOf: () => project ?? { servers: undefined, fileExists: () => false }, envNames: () => ["KEY"], filesAround: () => ["a.md"] };
  const [typed, opened] = [directServer(host), directServer(host)];
  const compared = (server: typeof typed, at: number): readonly string[] => server.askAll(at).filter(({ request }) => !request.endsWith("onDelta")).map(told);
  let [count, mended] = [0, 0];
  for (let index = 0; index < documents.length; index += everyDocument) {
    const { name, text, project: own } = documents[index] as (typeof documents)[number];
    project = own;
    typed.open(`file:///${name}.yaml`, text.slice(0, 10));
    for (let end = 11; end <= text.length; end += 1) {
      typed.write(text.charAt(end - 1));
      typed.ask("languages.diagnostics.on", end);
      if (end % everyCharacter !== 0) continue;
      opened.open("file:///another.yaml", "");
      opened.open(`file:///${name}.yaml`, text.slice(0, end));
      const answers = compared(typed, end);
      expect(answers, `${name} up to ${end}`).toEqual(compared(opened, end));
      mended += answers.filter((answer) => answer.startsWith("onCodeActionResolve") && answer.includes("newText")).length;
      count += 1;
    }
  }
  vi.useRealTimers();
  expect(count).toBeGreaterThan(50);
  expect(mended).toBeGreaterThan(0);
}, 180_000);
