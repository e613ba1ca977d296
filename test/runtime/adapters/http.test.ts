import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { failure } from "../../../schemas/failure.ts";
import { isSpecialAddress } from "../../../runtime/adapters/addresses.ts";
import { createHttp } from "../../../runtime/adapters/http.ts";
import type { Resolve } from "../../../runtime/adapters/guarded-agent.ts";
import type { HttpRequest } from "../../../runtime/ports.ts";
import { patience } from "../../support/signals.ts";

let server: Server;
let other: Server;
let port = 0;
let otherPort = 0;
let connections = 0;

const pages: { readonly [path: string]: (request: IncomingMessage, response: ServerResponse) => void } = {
  "/text": (_, response) => response.setHeader("x-many", ["a", "b"]).end("grüße"),
  "/latin1": (_, response) => response.setHeader("content-type", "text/plain; charset=iso-8859-1").end(Buffer.from("gr\xfc\xdfe", "latin1")),
  "/gzip": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("zipped")),
  "/brotli": (_, response) => response.setHeader("content-encoding", "br").end(brotliCompressSync("squeezed")),
  "/bomb": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(64 * 1_048_576))),
  "/half": (_, response) => response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy()),
  "/silent": () => {},
  "/echo": (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => response.end(`${request.method} ${request.headers.authorization ?? "-"} ${request.headers["x-own"] ?? "-"} ${request.headers["content-type"] ?? "-"} ${Buffer.concat(chunks).toString()}`));
  },
  "/away": (request, response) => response.writeHead(Number(new URL(request.url ?? "", "http://x").searchParams.get("status") ?? 302), { location: `http://localhost:${otherPort}/echo` }).end(),
  "/on": (_, response) => response.writeHead(307, { location: "/echo" }).end(),
  "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
  "/inside": (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${otherPort}/echo` }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
};

function listen(made: Server): Promise<number> {
  return new Promise((resolve) => made.listen(0, "127.0.0.1", () => resolve((made.address() as AddressInfo).port)));
}

beforeAll(async () => {
  const answer = (request: IncomingMessage, response: ServerResponse): void => pages[new URL(request.url ?? "", "http://x").pathname]?.(request, response);
  server = createServer(answer).on("connection", () => (connections += 1));
  other = createServer(answer).on("connection", () => (connections += 1));
  [port, otherPort] = await Promise.all([listen(server), listen(other)]);
});

afterAll(() => {
  for (const each of [server, other]) {
    each.closeAllConnections();
    each.close();
  }
});

/** A resolver that knows no name: tests look up nothing. */
const nowhere: Resolve = (host, done) => done(Object.assign(new Error(host), { code: "ENOTFOUND" }), []);

/** `~` stands for the test's own server. */
async function check(path: string, more: Partial<HttpRequest> = {}, allow: readonly string[] = [`localhost:${port}`, `localhost:${otherPort}`]): Promise<string> {
  const url = path.replace("~", `http://localhost:${port}`);
  const answer = await createHttp(allow, { resolve: nowhere }).send({ method: "GET", url, headers: {}, ...more }, patience());
  return answer.ok ? `${answer.value.status} ${answer.value.text}` : `${answer.failure.code}: ${answer.failure.message.replaceAll(String(otherPort), "OTHER").replaceAll(String(port), "PORT")}`;
}

it("brings a body as text, whatever its charset and encoding", async () => {
  expect(await check("~/text")).toBe("200 grüße");
  expect(await check("~/latin1")).toBe("200 grüße");
  expect(await check("~/gzip")).toBe("200 zipped");
  expect(await check("~/brotli")).toBe("200 squeezed");
});

it("gives headers in lower case, and takes any status for an answer", async () => {
  const answer = await createHttp(["localhost"]).send({ method: "GET", url: `http://localhost:${port}/text`, headers: {} }, patience());
  expect(answer).toMatchObject({ ok: true, value: { status: 200, headers: { "x-many": "a, b" } } });
});

it("stops at the size limit, counted after decompression", async () => {
  expect(await check("~/bomb")).toBe("output_limit: localhost:PORT answered with more than 32 MiB");
});

it("tells a connection that broke from one that never was", async () => {
  expect(await check("~/half")).toBe("connection_reset: localhost:PORT: the connection was closed in the middle");
  expect(await check("http://localhost:1/", {}, ["localhost"])).toBe("io_error: localhost:1: nothing listens there (connection refused)");
});

it("answers with the failure its signal was aborted with", async () => {
  const controller = new AbortController();
  const pending = createHttp(["localhost"]).send({ method: "GET", url: `http://localhost:${port}/silent`, headers: {} }, controller.signal);
  server.once("request", () => controller.abort(failure("timeout", "too slow")));
  expect(await pending).toEqual({ ok: false, failure: failure("timeout", "too slow") });
});

it("follows redirects, keeps what belongs to one origin, and drops who we are at another", async () => {
  const headers = { authorization: "Bearer secret", "x-own": "mine", "content-type": "text/plain" };
  expect(await check("~/on", { method: "POST", body: "hi", headers })).toBe("200 POST Bearer secret mine text/plain hi");
  expect(await check("~/away?status=307", { method: "POST", body: "hi", headers })).toBe("200 POST - - text/plain hi");
  expect(await check("~/away?status=302", { method: "POST", body: "hi", headers })).toBe("200 GET - - - ");
  expect(await check("~/away?status=303", { method: "PUT", body: "hi", headers })).toBe("200 GET - - - ");
});

it("refuses a redirect that goes where a request may not, or that never ends", async () => {
  expect(await check("~/inside")).toBe("guard_refused: '127.0.0.1' is a private, local or reserved address; add it to [network] allow in jamjet.toml if requests may go there");
  expect(await check("~/file")).toBe("guard_refused: 'file:' is not an address requests may go to");
  expect(await check("~/round")).toBe("guard_refused: localhost:PORT redirects more than 5 times");
});

it("reaches no private, local or reserved address, however it is written", async () => {
  const before = connections;
  const hosts = [
    "169.254.169.254", "[fd00:ec2::254]", "100.100.100.200", "localhost", "LOCALHOST", "localhost.", "foo.localhost", "printer.local", "ⓛocalhost", "127.1", "0x7f.1", "2130706433", "0177.0.0.1",
    "①②⑦.⓪.⓪.①", "127。0。0。1", "0", "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.1", "192.168.1.1",
  ];
  for (const host of hosts) expect(await check(`http://${host}:${port}/`, {}, [])).toMatch(/^guard_refused: .* is a private, local or reserved address/);
  expect(await check("http://evil.example\\@127.0.0.1/", {}, [])).toBe("io_error: evil.example: no such host");
  expect(await check("http://user:pass@example.com/", {}, [])).toBe("guard_refused: an address must not hold a user name or a password; send them in a header");
  expect(await check(`http://127.0.0.1:${port}/`, {}, ["localhost"])).toMatch(/^guard_refused/);
  expect(await check("http://example.com:6379/", {}, [])).toBe("guard_refused: port 6379 of 'example.com' belongs to another protocol");
  expect(connections).toBe(before);
});

it("judges the addresses a name resolves to, all of them, once", async () => {
  const before = connections;
  const answers = [["93.184.216.34", "127.0.0.1"], ["127.0.0.1"], ["::1"], ["fe80::1%eth0"]];
  for (const addresses of answers) {
    const http = createHttp([], { resolve: (_, done) => done(null, addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))) });
    const answer = await http.send({ method: "GET", url: `http://rebinding.example:${port}/text`, headers: {} }, patience());
    expect(answer).toMatchObject({ ok: false, failure: { code: "guard_refused" } });
  }
  expect(connections).toBe(before);
});

it("lets public addresses through", () => {
  expect(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"].filter(isSpecialAddress)).toEqual([]);
  expect(["224.0.0.1", "255.255.255.255", "198.18.0.1", "ff02::1", "fc00::1", "::ffff:10.0.0.1", "not an address"].filter((each) => !isSpecialAddress(each))).toEqual([]);
});
