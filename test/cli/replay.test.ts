import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { builtExecutable } from "../support/build.ts";

const executable = builtExecutable();
const folder = mkdtempSync(join(tmpdir(), "jamjet-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workflow = (host: string): string => `workflow:
  id: local
  version: 1.0.0
  state_schema: {names: "list[str]", page: str, note: str}
  start: fan
nodes:
  fan: {type: parallel, branches: [left, right], join: sort}
  left: {type: http, url: "http://${host}/left", output_key: page}
  right: {type: http, url: "http://${host}/right", output_key: note}
  sort:
    type: http
    method: PUT
    url: "http://${host}/{{ state.names | sort | join('-') | lower | urlencode }}"
    output_key: page
    next:
      - when: "sorted(state.names)[0].lower() < 'z'"
        to: done
      - else: fan
  done: {type: end}
`;

/** Every pair of these must give the same bytes. */
const places = ["UTC", "Asia/Kathmandu", "America/St_Johns"].flatMap((TZ) => ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"].map((LANG) => ({ TZ, LANG, LC_ALL: LANG })));

it("says the same bytes in every zone and language, without code made from strings or compiled at all, and calls nobody", async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.end(`answer to ${request.method} ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  writeFileSync(join(folder, "workflow.yaml"), workflow(host));
  writeFileSync(join(folder, "jamjet.toml"), `[network]\nallow = ["${host}"]\n`);
  const child = spawn(process.execPath, [executable, "run", "workflow.yaml", "--input", '{"names": ["İstanbul", "ISPARTA", "ırmak", "Zürich", "éa"]}', "--json"], { cwd: folder, env: { PATH: process.env["PATH"], HOME: folder, TZ: "America/St_Johns", LANG: "tr_TR.UTF-8" } });
  let out = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  server.closeAllConnections();
  server.close();
  const ran = JSON.parse(out) as { readonly execution_id: string; readonly state: unknown };
  const before = asked;

  const replay = (env: { readonly [name: string]: string }, flags: readonly string[] = []): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, executable, "replay", ran.execution_id, "--json"], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"], HOME: folder, ...env } });
    // Node itself has something to say about '--jitless'.
    expect({ status, stderr: flags.includes("--jitless") ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  };
  const told = replay({});
  expect(JSON.parse(told)).toMatchObject({ status: "completed", same: true, state: ran.state, decisions: 8, checks: [{ check: "fold", ok: true }, { check: "inspect", ok: true }, { check: "row", ok: true }, { check: "decisions", ok: true }] });
  for (const place of places) expect(replay(place), JSON.stringify(place)).toBe(told);
  expect(replay({}, ["--disallow-code-generation-from-strings"])).toBe(told);
  expect(replay({}, ["--jitless"])).toBe(told);
  expect(asked).toBe(before);
});
