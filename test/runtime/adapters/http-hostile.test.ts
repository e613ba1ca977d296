import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Resolve } from "../../../runtime/adapters/guarded-agent.ts";
import { createHttp } from "../../../runtime/adapters/http.ts";
import { http } from "../../../runtime/activities/http.ts";
import { contextOf } from "../../support/activity.ts";

/** A server on this machine that nobody may reach: it counts who does, and answers with what a test gives it. */
let tripwire: Server;
let port = 0;
let connections = 0;
let answer: (socket: Socket) => void = (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
const sockets = new Set<Socket>();

beforeAll(async () => {
  tripwire = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket)).once("data", () => answer(socket));
  });
  await new Promise<void>((listening) => tripwire.listen(0, "127.0.0.1", listening));
  port = (tripwire.address() as AddressInfo).port;
});
afterEach(() => {
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) delete process.env[name];
});
afterAll(() => {
  sockets.forEach((socket) => socket.destroy());
  tripwire.close();
});

/** Every name is at the tripwire; a look-up that the guard has no say in would lead there. */
const everywhere: Resolve = (_, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);

/** What an http node comes to, through the guard, with nothing listed. */
async function node(url: string, allow: readonly string[] = [], longestMs = 5_000): Promise<string> {
  const result = await http({ method: "GET", url, max_visits: 1 }, contextOf({ http: createHttp(allow, { resolve: everywhere, longestMs }) }));
  return result.ok ? `ok ${JSON.stringify(result.value)?.slice(0, 40)}` : `${result.failure.code}${result.failure.retryable ? "" : "!"}: ${result.failure.message.replaceAll(String(port), "PORT")}`;
}

/** What came of a raw answer. */
function check(raw: string | Buffer | ((socket: Socket) => void), longestMs?: number): Promise<string> {
  answer = typeof raw === "function" ? raw : (socket) => socket.write(raw);
  return node(`http://127.0.0.1:${port}/`, ["127.0.0.1"], longestMs);
}

const refusedAddresses = [
  "http://169.254.169.254/latest/meta-data", "http://[fd00:ec2::254]/", "http://metadata.google.internal/", "http://100.100.100.200/", "http://metadata/",
  "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://foo.localhost/", "http://ⓛocalhost/",
  "http://127.1/", "http://0x7f.1/", "http://2130706433/", "http://0177.0.0.1/", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://0/", "http://0.0.0.0/",
  "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1%25eth0]/", "http://[fe80::1]/",
  "http://evil.example/", "http://evil.com\\@127.0.0.1/", "http://127.0.0.1\\@evil.com/", "http://a@127.0.0.1/", "http://a:b@example.com/", "http://evil.com#@127.0.0.1/", "http://127.0.\n0.1/", "http://127.0.0.\t1/",
  "http://example.com:0/", "http://example.com:65536/", "http://example.com:25/", "http://example.com:6379/",
  "ftp://example.com/", "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:1", "//127.0.0.1/", "http://", "",
];

it.each(refusedAddresses)("refuses %j, and connects to nobody", async (url) => {
  const before = connections;
  const own = url.replace(/^(http:\/\/(?:\[[^\]]*\]|[^/:#\\@]+))(?=\/|$)/, `$1:${port}`);
  for (const each of [url, own]) expect(await node(each)).toMatch(/^guard_refused!: /);
  expect(connections).toBe(before);
});

it("uses no proxy that the environment names", async () => {
  let proxied = 0;
  const proxy = createServer(() => void (proxied += 1));
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"]) process.env[name] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  expect(await check("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")).toBe('ok "ok"');
  expect(proxied).toBe(0);
  proxy.close();
});

it("follows no redirect to where no request may go", async () => {
  const to = (location: string): string => `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;
  for (const location of ["http://localhost/", "http://[::1]/", "http://169.254.169.254/", "file:///etc/passwd", "gopher://127.0.0.1:70/", "http://user:pass@example.com/", "http://evil.example/", "http://:0/"]) {
    expect(await check(to(location)), location).toMatch(/^guard_refused!: /);
  }
  const before = connections;
  expect(await check((socket) => socket.end(to(`http://127.0.0.1:${port}/`)))).toBe("guard_refused!: 127.0.0.1:PORT redirects more than 5 times");
  expect(connections - before).toBe(6);
});

it("bounds what an answer may take: time, size, headers, and what it unfolds to", async () => {
  const zeros = Buffer.alloc(40 * 1_048_576);
  const body = (encoding: string, bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`), bytes]);
  const tooLarge = "output_limit!: 127.0.0.1:PORT answered with more than 32 MiB";
  expect(await check(body("gzip", gzipSync(zeros, { level: 1 })))).toBe(tooLarge);
  expect(await check(body("br", brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })))).toBe(tooLarge);
  expect(await check(body("zstd", Buffer.from("x")))).toBe("output_invalid: 127.0.0.1:PORT answered in an encoding that was not asked for");
  expect(await check(body("gzip", Buffer.from("not gzip")))).toMatch(/^io_error: 127.0.0.1:PORT: the answer is garbled/);
  const endless = (socket: Socket): void => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n");
    const more = (): void => void (socket.writable && socket.write(zeros.subarray(0, 1_048_576), more));
    more();
  };
  expect(await check(endless)).toBe(tooLarge);
  const drip = (socket: Socket): void => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    const timer = setInterval(() => socket.write("x"), 20);
    socket.once("close", () => clearInterval(timer));
  };
  expect(await check(drip, 200)).toBe("timeout: the call took too long");
  expect(await check(() => {}, 200)).toBe("timeout: the call took too long");
  const headers = Array.from({ length: 10_000 }, (_, index) => `x-${index}: y\r\n`).join("");
  expect(await check(`HTTP/1.1 200 OK\r\n${headers}\r\n`)).toBe("output_limit!: 127.0.0.1:PORT: the answer's headers are too large");
  expect(await check("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n")).toMatch(/^io_error: 127.0.0.1:PORT: the answer is garbled/);
  expect(await check("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nabc")).toMatch(/^io_error: 127.0.0.1:PORT: the answer is garbled/);
  expect(await check("SSH-2.0-OpenSSH_9.2\r\n")).toMatch(/^io_error: 127.0.0.1:PORT: the answer is garbled/);
});

it("keeps memory within what an answer may take", async () => {
  const before = process.memoryUsage().rss;
  const bomb = gzipSync(Buffer.alloc(256 * 1_048_576), { level: 1 });
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
  const raw = Buffer.concat([Buffer.from(head), bomb]);
  const made = process.memoryUsage().rss;
  for (let time = 0; time < 2; time += 1) expect(await check(raw)).toMatch(/^output_limit/);
  expect(process.memoryUsage().rss - Math.max(before, made)).toBeLessThan(160 * 1_048_576);
});

it("reads JSON for what it is and no more", async () => {
  const json = (text: string): string => `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  expect(await check(json('{"__proto__": {"x": 1}, "a": 1, "a": 2}'))).toBe('ok {"__proto__":{"x":1},"a":2}');
  expect(({} as { readonly x?: number }).x).toBeUndefined();
  for (const text of ["[".repeat(200_000), `${"[".repeat(200_000)}${"]".repeat(200_000)}`, '{"a": NaN}', "{'a': 1}", "Infinity"]) {
    expect(await check(json(text))).toMatch(/^output_invalid: GET http:\/\/127.0.0.1:PORT\/ answered with a body that is not the JSON its content type says/);
  }
});

it("waits no longer than an hour, whatever Retry-After says", async () => {
  const waits = async (header: string): Promise<number | undefined> => {
    answer = (socket) => socket.end(`HTTP/1.1 429 Slow\r\nretry-after: ${header}\r\ncontent-length: 0\r\n\r\n`);
    const result = await http({ method: "GET", url: `http://127.0.0.1:${port}/`, max_visits: 1 }, contextOf({ http: createHttp(["127.0.0.1"]) }));
    return result.ok ? undefined : result.failure.retryAfterMs;
  };
  expect(await waits("1000000000000000000")).toBe(3_600_000);
  expect(await waits("Fri, 31 Dec 9999 23:59:59 GMT")).toBe(3_600_000);
  expect(await waits("Thu, 01 Jan 1970 00:00:00 GMT")).toBe(0);
  for (const header of ["1e18", "-5", "soon", "0x10"]) expect(await waits(header), header).toBeUndefined();
  expect(await waits("30")).toBe(30_000);
});

it("H94: reaches a host that data decided on only where the project lists it", async () => {
  const steered = (host: string): Promise<unknown> =>
    http({ method: "GET", url: `http://${host}:${port}/`, max_visits: 1 }, contextOf({ http: createHttp(["127.0.0.1"], { resolve: everywhere }) }, { isSteered: true }));
  const before = connections;
  expect(await steered("chosen.example.com")).toMatchObject({
    failure: { code: "guard_refused", message: "'chosen.example.com' was not written in the document but came from data; add it to [network] allow in jamjet.toml if requests may go there" },
  });
  expect(connections).toBe(before);
  answer = (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
  expect(await steered("127.0.0.1")).toMatchObject({ ok: true });
});
