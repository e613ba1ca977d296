import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cliProcesses } from "../support/cli-process.ts";

const { folder: emptyFolder, start, jamjet } = cliProcesses();

interface Bank {
  readonly url: string;
  /** The idempotency keys of the charges that came in. */
  readonly charges: readonly string[];
  readonly close: () => void;
}

/** Takes charges, and answers the first of them never. */
async function openBank(): Promise<Bank> {
  const charges: string[] = [];
  const server = createServer((request, response) => {
    charges.push(String(request.headers["idempotency-key"]));
    if (charges.length > 1) response.writeHead(201, { "content-type": "application/json" }).end('{"id": "c-2"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, charges, close: () => server.closeAllConnections() };
}

function chargeIn(url: string): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "jamjet.toml"), '[network]\nallow = ["127.0.0.1"]\n');
  writeFileSync(join(folder, "w.yaml"), [
    "workflow: {id: charges, version: 1.0.0, name: Charges, labels: {team: blue}, start: charge, state_schema: {charge: {id: str}}}",
    "nodes:",
    `  charge: {type: http, method: POST, url: "${url}/charges", body: {amount: 5}, effect: once, output_key: charge, next: end}`,
    "  end: {type: end}",
  ].join("\n"));
  return folder;
}

/** An execution whose process was killed while its charge was under way. */
async function killedWhileCharging(bank: Bank): Promise<{ readonly folder: string; readonly id: string }> {
  const folder = chargeIn(bank.url);
  const running = start(folder, "run", "w.yaml");
  await running.says("→ charge");
  while (bank.charges.length === 0) await new Promise((resolve) => setImmediate(resolve));
  running.child.kill("SIGKILL");
  await running.ended;
  const [row] = JSON.parse((await jamjet(folder, "ls", "--json")).out) as readonly { readonly execution_id: string }[];
  const id = row?.execution_id ?? "";
  const resumed = await jamjet(folder, "resume", id);
  expect(resumed.code).toBe(4);
  expect(resumed.out).toContain("waits at 'charge': nobody knows whether its call took effect");
  expect(resumed.out).toContain(`jamjet resolve ${id} charge --retry`);
  expect(bank.charges).toHaveLength(1);
  return { folder, id };
}

it("does not charge again after 'kill -9', and goes on with what a person found in the books", async () => {
  const bank = await openBank();
  const { folder, id } = await killedWhileCharging(bank);
  expect(await jamjet(folder, "resolve", id, "charge")).toMatchObject({ code: 2, err: "error: what became of the call is not said\nhelp: add --done with its result, --retry, or --fail\n" });
  expect((await jamjet(folder, "resolve", id, "charge", "--done", '{"id": 7}')).err).toContain("state.charge.id takes str, not int");
  const resolved = await jamjet(folder, "resolve", id, "charge", "--done", '{"id": "c-1"}', "--user", "ana", "--json");
  expect(resolved.code).toBe(0);
  expect(JSON.parse(resolved.out)).toMatchObject({ status: "completed", state: { charge: { id: "c-1" } } });
  expect((await jamjet(folder, "inspect", id)).out).toMatch(/charge +\d+ms +completed +was uncertain, resolved: done by ana\n/);
  expect((await jamjet(folder, "inspect", id)).out).toContain("  completed\nCharges\nteam=blue\nstarted ");
  expect(JSON.parse((await jamjet(folder, "inspect", id, "--json")).out)).toMatchObject({ name: "Charges", labels: { team: "blue" } });
  expect((await jamjet(folder, "inspect", id, "--node", "charge")).out).toContain("  resolved\n    done by ana\n");
  expect(JSON.parse((await jamjet(folder, "inspect", id, "--node", "charge", "--json")).out)).toMatchObject({ attempts: [{ resolved: { resolution: "done", user: "ana", comment: null } }] });
  expect(bank.charges).toHaveLength(1);
  bank.close();
});

it("charges again under the same key where a person says that nothing was charged", async () => {
  const bank = await openBank();
  const { folder, id } = await killedWhileCharging(bank);
  const resolved = await jamjet(folder, "resolve", id, "charge", "--retry", "--json");
  expect(JSON.parse(resolved.out)).toMatchObject({ status: "completed", state: { charge: { id: "c-2" } } });
  expect(bank.charges).toHaveLength(2);
  expect(new Set(bank.charges).size).toBe(1);
  bank.close();
});

it("pauses at a budget, says what is missing, and goes on by exactly the command that it prints", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "r.yaml"), "- {node: ask, text: yes, usage: {input_tokens: 9, output_tokens: 2}}\n");
  writeFileSync(join(folder, "w.yaml"), [
    "workflow: {id: asks, version: 1.0.0, start: ask, state_schema: {answer: str}, token_budget: {output_tokens: 100}, on_budget_exceeded: pause}",
    "nodes:",
    "  ask: {type: model, model: claude-haiku-4-5-20251001, prompt: Yes or no?, max_tokens: 250, output_key: answer, next: end}",
    "  end: {type: end}",
  ].join("\n"));
  const ran = await jamjet(folder, "run", "w.yaml", "--replies", "r.yaml");
  expect(ran.code).toBe(4);
  const command = /jamjet (resume exec_\w+ --raise-budget output_tokens=150)/.exec(ran.out)?.[1] ?? expect.fail(ran.out);
  expect((await jamjet(folder, "resume", command.split(" ")[1] ?? "", "--raise-budget", "lots")).err).toContain("'lots' is no budget and amount");
  const resumed = await jamjet(folder, ...command.split(" "), "--replies", "r.yaml", "--json");
  expect(JSON.parse(resumed.out)).toMatchObject({ status: "completed", state: { answer: "yes" } });
});
