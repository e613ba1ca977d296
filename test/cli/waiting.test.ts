import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cliProcesses } from "../support/cli-process.ts";

const { folder: emptyFolder, start, jamjet } = cliProcesses();

function newFolder(nodes: string): string {
  const folder = emptyFolder();
  const state = "{paid_at: str, amount: int, decision: any}";
  writeFileSync(join(folder, "w.yaml"), `workflow:\n  id: waits\n  version: 1.0.0\n  state_schema: ${state}\n  start: begin\nnodes:\n${nodes}  done:\n    type: end\n  late:\n    type: end\n    status: failed\n`);
  return folder;
}

const timer = (duration: string): string => `  begin:\n    type: wait\n    timer: ${duration}\n    next: done\n`;
const event = "  begin:\n    type: wait\n    event: paid\n    data: {paid_at: str}\n    timeout: 48h\n    on_timeout: late\n    next: done\n";
const approval = "  begin:\n    type: human_approval\n    message: Pay {{ state.amount }}?\n    output_key: decision\n    timeout: 48h\n    on_approved: done\n    on_timeout: late\n";

const idIn = (text: string): string => /exec_[0-9A-Z]{26}/.exec(text)?.[0] ?? expect.fail(`no execution in '${text}'`);

it("exits with 4 where only the outside can go on, and goes on by exactly the command that it prints", async () => {
  const folder = newFolder(event);
  const ran = await jamjet(folder, "run", "w.yaml");
  expect(ran.code).toBe(4);
  const id = idIn(ran.out);
  expect(ran.out).toContain(`send it with:\n  jamjet resume ${id} --event paid --data '{"paid_at":"…"}'\n`);
  const wrong = await jamjet(folder, "resume", id, "--event", "paid", "--data", '{"paid_at": 7}');
  expect(wrong).toMatchObject({ code: 2, err: "error: 'begin' does not take this 'paid': data.paid_at takes str, not int\n" });
  const resumed = await jamjet(folder, "resume", id, "--event", "paid", "--data", '{"paid_at": "noon", "by": "card"}', "--event-id", "p-1", "--json");
  expect(resumed.code).toBe(0);
  expect(resumed.err).toContain("note: 'by' is no key of the state, and stays in the event\n");
  expect(JSON.parse(resumed.out)).toMatchObject({ status: "completed", state: { paid_at: "noon" }, signal: { id: "p-1", effect: "now", unmerged: ["by"], carrier: "nobody" } });
});

it("says what is wrong with what was said, and what to do instead", async () => {
  const folder = newFolder(event);
  const id = idIn((await jamjet(folder, "run", "w.yaml")).out);
  const wrong = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await jamjet(folder, ...words);
    expect([code, out], words.join(" ")).toEqual([2, ""]);
    return err;
  };
  expect(await wrong("resume", id, "--event", "payed")).toBe("error: no node waits for an event 'payed'\nhelp: did you mean 'paid'?\n");
  expect(await wrong("resume", id, "--event", "paid", "--data", "{")).toMatch(/^error: the data is no JSON: .*\nhelp: quote it/);
  expect(await wrong("resume", id, "--data", "{}")).toBe("error: --data belongs to an event\nhelp: name it with --event\n");
  expect(await wrong("resume", id, "--event", "paid", "--raise-budget", "cost_usd=1")).toContain("error: --event and --raise-budget do not go together\n");
  expect(await wrong("resume", id, "--retry", "--raise-budget", "cost_usd=1")).toContain("error: --retry and --raise-budget do not go together\n");
  expect(await wrong("resume", id, "--raise-budget", "cost_usd=1", "--data", "{}")).toContain("error: --data belongs to an event\n");
  expect(await wrong("resume", id, "--no-wait")).toContain("error: --no-wait leaves nothing to do\n");
  expect(await wrong("resume", id, "--event", "paid", "--no-wait", "--stream")).toBe("error: --stream and --no-wait do not go together\nhelp: leave one of them out\n");
  expect(await wrong("run", "w.yaml", "--no-wait", "--replies", "r.yaml")).toBe("error: --replies and --no-wait do not go together\nhelp: give the answers to who carries it on: jamjet work --replies\n");
  expect(await wrong("resume", "exec_7", "--event", "paid")).toBe("error: no execution begins with 'exec_7'\nhelp: list them with 'jamjet ls'\n");
  expect(await wrong("resume", id, "--retry")).toBe(`error: '${id}' is paused: only what has failed can be tried again\n`);
  expect(await wrong("approve", id, "--decision", "approved")).toBe(`error: nobody is asked for a decision in '${id}'\n`);
  expect(await wrong("approve", id)).toBe("error: the decision is missing\nhelp: add --decision approved or --decision rejected\n");
  expect(JSON.parse((await jamjet(folder, "cancel", "exec_7", "--json")).out)).toEqual({ error: { message: "no execution begins with 'exec_7'", help: "list them with 'jamjet ls'" } });
});

it("fires a timer that came due while nobody ran once, late, after 'kill -9'", async () => {
  const folder = newFolder(timer("400ms"));
  const killed = start(folder, "run", "w.yaml");
  await killed.says("begin  waits until");
  killed.child.kill("SIGKILL");
  await killed.ended;
  const [row] = JSON.parse((await jamjet(folder, "ls", "--json")).out) as readonly { readonly execution_id: string; readonly status: string }[];
  expect(row?.status).toBe("running");
  const resumed = await jamjet(folder, "resume", row?.execution_id ?? "");
  expect(resumed.code).toBe(0);
  const log = (await jamjet(folder, "events", row?.execution_id ?? "")).out;
  expect(log.match(/timer_fired/g)).toHaveLength(1);
});

it("cancels what another process runs, and what nobody does", async () => {
  const folder = newFolder(timer("30d"));
  const running = start(folder, "run", "w.yaml");
  await running.says("begin  waits until");
  const [row] = JSON.parse((await jamjet(folder, "ls", "--json")).out) as readonly { readonly execution_id: string }[];
  const cancelled = await jamjet(folder, "cancel", row?.execution_id ?? "", "--reason", "no longer wanted");
  expect(cancelled).toMatchObject({ code: 0, out: "the cancellation is recorded\nthe process that runs it ends it\n" });
  const ended = await running.ended;
  expect(ended.code).toBe(1);
  expect(ended.out).toContain("cancelled: no longer wanted");

  const interrupted = start(folder, "run", "w.yaml");
  await interrupted.says("begin  waits until");
  interrupted.child.kill("SIGINT");
  const { code, out } = await interrupted.ended;
  expect(code).toBe(130);
  const id = idIn(out);
  expect((await jamjet(folder, "ls")).out).toMatch(new RegExp(`${id} .* waiting `));
  const looked = (await jamjet(folder, "inspect", id)).out;
  expect(looked).toMatch(/→ step: begin +waiting\n/);
  expect(looked).toMatch(new RegExp(`\\nit waits until \\d{4}-\\S+Z, and nobody carries it\\. stay with it, or go on once that has come, with: jamjet resume ${id}\n$`));
  for (const [told] of [JSON.parse((await jamjet(folder, "ls", "--json")).out), [JSON.parse((await jamjet(folder, "inspect", id, "--json")).out)]]) expect(told).toMatchObject({ status: "running", live: false, waits_until: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect((await jamjet(folder, "cancel", idIn(out))).code).toBe(0);
  expect(await jamjet(folder, "cancel", idIn(out))).toMatchObject({ code: 2, err: `error: '${idIn(out)}' has ended: it is cancelled\n` });
});

it("lets a worker carry what others start and answer, and accepts one of many decisions", async () => {
  const folder = newFolder(approval);
  const worker = start(folder, "work");
  const id = idIn((await jamjet(folder, "run", "w.yaml", "--input", '{"amount": 12}', "--no-wait")).out);
  await worker.says(`paused  waits 1.0.0  ${id}`);
  const pending = await jamjet(folder, "approvals");
  expect(pending.out).toContain("  Pay 12?\n");
  expect(pending.out).toContain(`  jamjet approve ${id} --decision approved\n`);

  const people = ["ana", "ben", "cleo", "dan", "eve", "fay"];
  const said = await Promise.all(people.map((user) => jamjet(folder, "approve", id, "-d", "approved", "--user", user, "--no-wait")));
  expect(said.map(({ code }) => code).toSorted()).toEqual([0, 2, 2, 2, 2, 2]);
  for (const { code, err } of said) if (code !== 0) expect(err).toMatch(/decided already|has ended|nobody is asked/);
  await worker.says(`completed  waits 1.0.0  ${id}`);
  worker.child.kill("SIGINT");
  expect((await worker.ended).code).toBe(130);
  const winner = people[said.findIndex(({ code }) => code === 0)];
  expect(JSON.parse((await jamjet(folder, "inspect", id, "--json")).out)).toMatchObject({ status: "completed", state: { decision: { decision: "approved", user: winner } } });
});

it("ends a worker that was asked for one round when nothing is due", async () => {
  const folder = newFolder(timer("30d"));
  expect(await jamjet(folder, "work", "--once")).toMatchObject({ code: 0, out: "0 carried on\n" });
  const id = idIn((await jamjet(folder, "run", "w.yaml", "--no-wait")).out);
  expect(JSON.parse((await jamjet(folder, "work", "--once", "--json")).out)).toEqual({ carried: [{ execution_id: id, status: "running" }], refused: [] });
  expect(await jamjet(folder, "work", "--once")).toMatchObject({ code: 0, out: "0 carried on\n" });
});

it("tells once of an execution that comes back with each of its timers", async () => {
  // The first one outlasts the process that begins, however slow that is; what is due while it runs it carries on itself.
  const folder = newFolder(["begin", "second", "third", "fourth"].map((node, index, all) => `  ${node}: {type: wait, timer: ${index === 0 ? "2s" : "20ms"}, next: ${all[index + 1] ?? "done"}}\n`).join(""));
  const id = idIn((await jamjet(folder, "run", "w.yaml", "--no-wait")).out);
  const worker = start(folder, "work", "--json");
  await worker.says(`completed  waits 1.0.0  ${id}`);
  worker.child.kill("SIGINT");
  const { out, err } = await worker.ended;
  expect(JSON.parse(out)).toEqual({ carried: [{ execution_id: id, status: "completed" }], refused: [] });
  expect(err.match(/^running /gm)?.length ?? 0).toBeLessThanOrEqual(1);
});
