import * as fs from "node:fs";
import * as path from "node:path";
import { readInside } from "../runtime/index.ts";
import { codeOf, kindOf, reasonFor, reasonOf } from "./files.ts";
import type { Io, Read, Sink } from "./io.ts";
import { makeFolder, writeFile } from "./writing.ts";

/** Ctrl-C, whoever ends services and containers, and a terminal that closes. */
const ending = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A file that takes longer to work on than to prepare for it, in bytes. */
const large = 16_384;

/**
 * The real process: files, streams and signals of this machine. Writes are synchronous, so nothing is lost at the end.
 * `beforeLarge` is called when a large file was read, `keepStart` as `Io` says.
 */
export function nodeIo(beforeLarge: () => void, keepStart: () => void = () => {}): Io {
  return {
    cwd: currentFolder(),
    env: (name) => process.env[name],
    out: sink(1),
    err: sink(2),
    read(file, limit) {
      const read = readFile(file, limit);
      if (read.ok && read.bytes.length > large) beforeLarge();
      return read;
    },
    readInside,
    async atRevision(revision) {
      const { readRevision } = await import("./revisions.ts");
      return (file, limit) => readRevision(revision, file, limit);
    },
    readStdin: (limit) => readAll(0, limit),
    write: (file, text, mode) => writeFile(file, text, mode),
    makeFolder: (folder) => makeFolder(folder),
    list,
    kindOf,
    freeBytes,
    isProgram,
    now: () => Date.now(),
    onInterrupt(listener) {
      for (const signal of ending) process.on(signal, listener);
      return () => ending.forEach((signal) => process.off(signal, listener));
    },
    keepStart,
    quit: (code) => process.exit(code),
  };
}

/** Somebody may have removed the folder that we were started in; then nothing is found there. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env["PWD"] || path.parse(process.execPath).root;
  }
}

function sink(fd: 1 | 2): Sink {
  let open = true;
  return {
    get isTty() {
      return isTerminal(fd);
    },
    get columns() {
      const told = Number(process.env["COLUMNS"]);
      if (Number.isInteger(told) && told > 0) return told;
      // A terminal that nobody gave a size, such as one of a container or a script, says 0.
      return isTerminal(fd) ? streamOf(fd).columns || undefined : undefined;
    },
    write(text) {
      const failure = open ? writeAll(fd, Buffer.from(text)) : undefined;
      if (failure !== undefined) open = false;
      return failure === undefined || failure === "EPIPE" ? { ok: true } : { ok: false, reason: reasonFor(failure) };
    },
  };
}

/** Node's own streams tell, but making one costs milliseconds: only a device that could be a terminal is worth them. */
function isTerminal(fd: 1 | 2): boolean {
  try {
    const stat = fs.fstatSync(fd);
    return stat.isCharacterDevice() && stat.rdev !== fs.statSync("/dev/null", { throwIfNoEntry: false })?.rdev && streamOf(fd).isTTY;
  } catch {
    return false;
  }
}

function streamOf(fd: 1 | 2): NodeJS.WriteStream {
  return fd === 1 ? process.stdout : process.stderr;
}

/** The code of what went wrong. */
function writeAll(fd: number, bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += fs.writeSync(fd, bytes, at);
    } catch (error) {
      const code = codeOf(error);
      if (code !== "EAGAIN") return code;
      pause();
    }
  }
  return undefined;
}

function readFile(file: string, limit: number): Read {
  let fd: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO without a writer would hang the open itself.
    fd = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const stat = fs.fstatSync(fd);
    if (stat.isDirectory()) return { ok: false, reason: "is a folder" };
    if (!stat.isFile()) return { ok: false, reason: "is not a regular file" };
    return readAll(fd, limit);
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

function readAll(fd: number, limit: number): Read {
  const chunks: Uint8Array[] = [];
  let total = 0;
  while (total < limit) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, limit - total));
    const count = readChunk(fd, chunk);
    if (typeof count === "string") return { ok: false, reason: count };
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    total += count;
  }
  const [only] = chunks;
  return { ok: true, bytes: only && chunks.length === 1 ? only : Buffer.concat(chunks, total) };
}

function readChunk(fd: number, chunk: Uint8Array): number | string {
  for (;;) {
    try {
      return fs.readSync(fd, chunk);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") return reasonOf(error);
      pause();
    }
  }
}

function list(folder: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    return [];
  }
}

function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return kindOf(file) === "file";
  } catch {
    return false;
  }
}

/** The descriptor is shared with somebody who made it non-blocking: give the other end a moment. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
