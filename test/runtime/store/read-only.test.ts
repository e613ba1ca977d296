import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyToRead } from "../../../runtime/store/read-only.ts";
import { openSqliteStore } from "../../../runtime/store/sqlite.ts";
import { builtExecutable } from "../../support/build.ts";
import { halt, program } from "../../support/programs.ts";

const root = mkdtempSync(join(tmpdir(), "jamjet-read-only-"));
const id = `exec_${"0".repeat(26)}`;

const executable = builtExecutable();

/** Whom no permission of a file passes by: root needs to be somebody else for that. */
const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
/** Whoever that is may not look into the home of root, should all of this lie there. */
const sees = spawnSync(process.execPath, [executable, "--version"], { cwd: tmpdir(), ...somebody }).status === 0;

beforeAll(async () => {
  const store = await openSqliteStore(join(root, "source.db"), { use: "write" });
  if (!store.ok) throw new Error(store.failure.message);
  const subject = program({ nodes: { end: halt() } });
  const event = { type: "workflow_started", v: 1, program: subject.hash, workflow_id: "test", version: "1.0.0", tenant: "default", input: {}, env: {} } as const;
  store.value.commit([{ key: { tenant: "default", id }, lease: store.value.newLease(), events: [{ seq: 1, at: 1, event }], program: subject }]);
  // As it is when the process is killed: what was committed stands in the log beside it, and a lock that nobody holds.
  for (const name of readdirSync(root)) if (name.startsWith("source.db")) copyFileSync(join(root, name), join(root, name.replace("source", "killed")));
  store.value.close();
  chmodSync(root, 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder that may only be read, with the database and what lay beside it, but for `without`. */
function readOnly(name: string, from: "source" | "killed", without: RegExp = /$^/): string {
  const folder = mkdtempSync(join(root, `${name}-`));
  for (const file of readdirSync(root)) {
    if (!file.startsWith(`${from}.db`) || without.test(file)) continue;
    copyFileSync(join(root, file), join(folder, file.replace(from, "a")));
    chmodSync(join(folder, file.replace(from, "a")), 0o444);
  }
  chmodSync(folder, 0o555);
  return folder;
}

function jamjet(words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [executable, ...words], { cwd: root, encoding: "utf8", input: "", env: { PATH: process.env["PATH"] }, ...somebody });
  return { code: status, out: stdout, err: stderr };
}

it.runIf(sees).each([
  ["that was closed", "source", /-wal|-shm/],
  ["whose process was killed", "killed", /$^/],
  ["with a log and without its index", "killed", /-shm/],
] as const)("reads a database %s where nothing may be written", (_, from, without) => {
  const folder = readOnly("reads", from, without);
  const before = readdirSync(folder);
  const listed = jamjet(["ls", "--db", join(folder, "a.db"), "--json"]);
  expect(listed.err).toBe("");
  expect(JSON.parse(listed.out)).toMatchObject([{ execution_id: id, workflow_id: "test", live: false }]);
  expect(jamjet(["events", id, "--db", join(folder, "a.db")])).toMatchObject({ code: 0, err: "" });
  expect(readdirSync(folder)).toEqual(before);
});

it.runIf(sees)("refuses to write there, and says what keeps it from that", () => {
  const folder = readOnly("writes", "source", /-wal|-shm/);
  const resumed = jamjet(["resume", id, "--db", join(folder, "a.db")]);
  expect(resumed).toEqual({ code: 2, out: "", err: `error: the database '${join(folder, "a.db")}' cannot be opened: nothing may be written in '${folder}'\n` });
  chmodSync(folder, 0o777);
  expect(jamjet(["resume", id, "--db", join(folder, "a.db")]).err).toMatch(/cannot be opened: it may not be written\n$/);
  chmodSync(join(folder, "a.db"), 0o000);
  expect(jamjet(["ls", "--db", join(folder, "a.db")]).err).toMatch(/cannot be opened: it may not be read\n$/);
});

it("takes no copy of a database that changes meanwhile, and leaves none behind", () => {
  const path = join(root, "changing.db");
  writeFileSync(path, "one");
  const copies: string[] = [];
  const open = (copy: string): string => {
    copies.push(copy);
    return "seen";
  };
  expect(copyToRead(path, open)).toBe("seen");
  expect(copies.map((copy) => existsSync(copy))).toEqual([false]);
  expect(copyToRead(path, open, (file) => writeFileSync(file, "x".repeat(statSync(file).size + 1)))).toBe("another process writes it without pause, and here it may only be read from a copy");
  expect(copies).toHaveLength(1);
});
