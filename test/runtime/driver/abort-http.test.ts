import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { localPorts } from "../../../runtime/adapters/local.ts";
import { readProject } from "../../../runtime/adapters/project.ts";
import { openRuntime } from "../../../runtime/index.ts";
import { memoryShelf } from "../../../runtime/store/memory.ts";
import { eventsOf, lineOf } from "../../support/executions.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** A server that never answers `/slow`, and answers everything else once somebody waits there. */
async function slowServer(): Promise<{ readonly url: string; readonly hungUp: Promise<void> }> {
  const waiting = signal();
  const hungUp = signal();
  const server = createServer((request, response) => {
    if (request.url === "/slow") {
      response.on("close", () => hungUp.give());
      return waiting.give();
    }
    void waiting.given.then(() => response.writeHead(request.url === "/wrong" ? 400 : 200, { "content-type": "text/plain" }).end("quick"));
  });
  closing.push(() => server.close().closeAllConnections());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, hungUp: hungUp.given };
}

/** The last events of a run of two requests in branches, of which one gets no answer, once the server has seen it hang up. */
async function check(path: string, merge: string): Promise<readonly string[]> {
  const { url, hungUp } = await slowServer();
  const folder = mkdtempSync(join(tmpdir(), "jamjet-abort-"));
  writeFileSync(join(folder, "jamjet.toml"), '[network]\nallow = ["127.0.0.1"]\n');
  const text = `
workflow: {id: t, version: 0.1.0, start: both, state_schema: {a: str}}
nodes:
  both: {type: parallel, branches: [slow, quick], join: meet}
  slow: {type: http, url: "{{ env.URL }}/slow", output_key: a}
  quick: {type: http, url: "{{ env.URL }}${path}", output_key: a}
  meet: {type: join, wait_for: [slow, quick], merge: ${merge}, next: end}
  end: {type: end}
`;
  const { program } = compile({ uri: "abort.yaml", text });
  const opened = localPorts({ project: readProject(folder).project });
  if (!opened.ok) throw new Error(opened.failure.message);
  const local = opened.value;
  const runtime = openRuntime({ store: memoryShelf().open(), ports: { ...local.ports, env: (name) => (name === "URL" ? url : undefined) } });
  const started = runtime.start(program ?? expect.fail("no program"), {});
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const { id } = await started.done;
  await hungUp;
  await local.close();
  return eventsOf(runtime, id).slice(-3).map(({ event }) => lineOf(event));
}

it("hangs up on a request in flight whose branch has lost", async () => {
  expect(await check("/quick", "first")).toEqual(["both#1 branch quick ended", "both#1 joined at meet: quick, cancelled slow", "workflow completed at end past meet#1->end"]);
});

it("hangs up on a request in flight when a sibling fails", async () => {
  expect((await check("/wrong", "last_writer")).at(-1)).toBe("workflow failed http_status at quick");
});
