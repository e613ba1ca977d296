import { expect, it, vi } from "vitest";
import { fixtureDocuments, soundDocuments, tokenBoundaries } from "../support/authored.ts";
import { directServer } from "../support/every-request.ts";

/** So many prefixes are tried here; `npm run test:long` tries all of them. */
const sample = 700;

it("every request is answered at the end of a document that is being written, at any moment", () => {
  // What is published after a while is published here when we say so.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const prefixes = [...soundDocuments, ...fixtureDocuments].flatMap((document) => tokenBoundaries(document.text).map((end) => ({ document, end })));
  const stride = Math.max(1, Math.floor(prefixes.length / sample));
  let project = soundDocuments[0]?.project;
  const server = directServer({ projectOf: () => project ?? { servers: undefined, fileExists: () => false }, envNames: () => ["KEY"], filesAround: () => ["a.md"] });
  expect(server.requests.length).toBeGreaterThan(15);
  for (let index = 0; index < prefixes.length; index += stride) {
    const { document, end } = prefixes[index] as (typeof prefixes)[number];
    project = document.project;
    const uri = `file:///${document.name}.yaml`;
    server.open(uri, document.text.slice(0, end));
    const answers = server.askAll(end);
    vi.runOnlyPendingTimers();
    expect(server.logged, `${document.name} up to ${end}`).toEqual([]);
    // What an answer says is in proportion to what there is to say.
    expect(answers.filter(({ json }) => json.length > 400_000).map(({ request }) => request), `${document.name} up to ${end}`).toEqual([]);
  }
  vi.useRealTimers();
}, 180_000);
