import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createModels } from "../runtime/adapters/models.ts";
import { runtimeOn } from "../runtime/driver/open.ts";
import type { ExecutionResult } from "../runtime/driver/result.ts";
import type { Started } from "../runtime/driver/start.ts";
import { readProject, type Project } from "../runtime/index.ts";
import { memoryShelf } from "../runtime/store/memory.ts";
import { providerOfFamily } from "../schemas/model-name.ts";
import { oneByOne } from "./support/crash.ts";
import { compileExample, examplePorts, exampleReplies, examples, logText, startServers } from "./support/examples.ts";
import { outsideOf, stepsIn } from "./support/outside.ts";
import { openPaidApi, type PaidApi } from "./support/paid-api.ts";

let servers: Awaited<ReturnType<typeof startServers>>;
let api: PaidApi;
beforeAll(async () => {
  [servers, api] = [await startServers(), await openPaidApi()];
});
afterAll(() => {
  servers.close();
  api.close();
});

const asking = examples.filter(({ folder }) => existsSync(join(folder, "replies.yaml")));

/** The project, with the addresses of the models that its workflow and its own file name moved to ours. */
function moved(project: Project, workflow: string): Project {
  const named = [...workflow.matchAll(/\bmodel: *([\w.-]+)/g)].map(([, id = ""]) => id);
  const fallbacks = Object.values(project.settings.models ?? {}).flatMap(({ fallback = [] }) => fallback);
  const known = { ...Object.fromEntries([...named, ...fallbacks].map((id) => [id, {}])), ...project.settings.models };
  const models = Object.fromEntries(Object.entries(known).map(([name, settings]) => {
    const { model = name } = settings as { readonly model?: string };
    const provider = providerOfFamily(model) ?? expect.fail(`nobody answers '${model}'`);
    return [name, { ...settings, model, provider, base_url: `${api.url}/${provider}` } as const];
  }));
  return { ...project, settings: { ...project.settings, models } };
}

it.each(asking)("runs examples/$name over HTTP as with its replies, to the same log", async (example) => {
  const { program } = compileExample(example);
  const local = examplePorts(example, servers.env);
  const replies = exampleReplies(example);
  const env = (name: string): string | undefined => (/^(?:ANTHROPIC|OPENAI|GOOGLE)_API_KEY$/.test(name) ? "a key" : local.ports.env(name));
  const models = createModels({ project: moved(readProject(example.folder).project, readFileSync(join(example.folder, "workflow.yaml"), "utf8")), env, clock: local.ports.clock });
  let passedMs = 0;
  const clock = { ...local.ports.clock, now: () => local.ports.clock.now() + passedMs, advance: (ms: number) => void (passedMs += ms) };
  const runtime = runtimeOn({ store: memoryShelf().open(), ports: { ...local.ports, env, clock, models: api.announced(models, replies) }, behaviour: oneByOne() });
  const ended = (started: Started): Promise<ExecutionResult> => (started.ok ? started.done : Promise.reject(new Error(JSON.stringify(started.refusal))));
  const outside = outsideOf(stepsIn(example.folder));
  let result = await ended(runtime.start(program ?? expect.fail("no program"), example.input));
  while (result.status === "paused" && outside.next(runtime, result.id, clock)) result = await ended(runtime.resume(result.id));
  const events = runtime.events(result.id);
  await runtime.close();
  await local.close();
  expect(api.refused).toEqual([]);
  expect(replies?.unused()).toEqual([]);
  expect(logText(events.ok ? events.value.map(({ event }) => event) : [])).toBe(readFileSync(join(example.folder, "events.txt"), "utf8"));
});
