import { afterAll, expect, it, vi } from "vitest";
import { directServer } from "../support/every-request.ts";
import { workCounter } from "../support/work.ts";

vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
const counter = await workCounter();
afterAll(counter.stop);

/** A document in canonical form with so many nodes in a row. */
function chain(nodes: number): string {
  const next = (index: number): string => (index + 1 < nodes ? `n${index + 1}` : "end");
  const all = Array.from({ length: nodes }, (_, index) => `  n${index}:\n    type: model\n    model: claude-haiku-4-5\n    prompt: "{{ state.q | upper }} and {{ state.r }}"\n    output_key: r\n    next: ${next(index)}\n\n`);
  return `workflow:\n  id: chain\n  version: 0.1.0\n  start: n0\n  state_schema:\n    q: str\n    r: str\n\nnodes:\n${all.join("")}  end:\n    type: end\n`;
}

const [few, many] = [200, 800];

/** Places at which much is known: code, a key, a target. */
const places = ["state.q", "output_key", "next: "];

/** What each request takes about a document of so many nodes, once what it remembers is known. */
async function workOf(nodes: number): Promise<ReadonlyMap<string, number>> {
  const server = directServer();
  const text = chain(nodes);
  server.open("file:///chain.yaml", text);
  const taken = new Map<string, number>();
  for (const place of places) {
    const offset = text.lastIndexOf(place) + place.length;
    server.askAll(offset);
    for (const request of server.requests) taken.set(`${request} at '${place}'`, await counter.during(() => server.ask(request, offset)));
  }
  return taken;
}

it("no request takes more than its share where a document is four times as long", async () => {
  const [less, more] = [await workOf(few), await workOf(many)];
  const steep = [...more].filter(([request, work]) => work > 6 * (less.get(request) ?? 0) + 1_000);
  expect(steep.map(([request, work]) => `${request}: ${less.get(request) ?? 0} blocks for ${few} nodes, ${work} for ${many}`)).toEqual([]);
  // Formatting lays a document out anew, and reads what came of it; nothing else takes a tenth of that.
  const heavy = [...more].filter(([request, work]) => work > (request.includes("Formatting") ? 20_000 : 2_000) * many);
  expect(heavy).toEqual([]);
}, 120_000);
