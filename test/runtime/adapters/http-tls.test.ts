import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { Server, ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { filesIn, textOf } from "../../support/house.ts";

const folder = mkdtempSync(join(tmpdir(), "jamjet-tls-"));
const servers: Server[] = [];
afterAll(() => {
  servers.forEach((server) => server.closeAllConnections());
  servers.forEach((server) => server.close());
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const openssl = (...words: readonly string[]): void => void execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });

/** A certificate for `host`, signed by the authority `by`, valid from and to so many days from now. */
function certificate(name: string, host: string, by: string, [from, to]: readonly [number, number]): void {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, "");
  openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${host}`);
  writeFileSync(at(`${by}.conf`), `[ca]\ndefault_ca=d\n[d]\ndatabase=${by}.index\nserial=${by}.serial\nnew_certs_dir=.\ncertificate=${by}.crt\nprivate_key=${by}.key\ndefault_md=sha256\npolicy=p\nunique_subject=no\nx509_extensions=x\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=DNS:${host}\n`);
  openssl("ca", "-batch", "-config", `${by}.conf`, "-in", `${name}.csr`, "-out", `${name}.crt`, "-startdate", day(from), "-enddate", day(to));
}

function authority(name: string): void {
  openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", `${name}.key`, "-out", `${name}.crt`, "-days", "30", "-subj", `/CN=${name}`);
  writeFileSync(at(`${name}.index`), "");
  writeFileSync(at(`${name}.serial`), "01\n");
}

async function serve(name: string, options: ServerOptions = {}): Promise<string> {
  const server = createServer({ key: readFileSync(at(`${name}.key`)), cert: readFileSync(at(`${name}.crt`)), ...options }, (request, response) => {
    if (request.url === "/down") response.writeHead(302, { location: "http://localhost:1/" }).end();
    else response.end("reached");
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `https://localhost:${(server.address() as AddressInfo).port}/`;
}

/** What a process of ours gets from each address, with the first authority trusted. */
async function check(urls: readonly string[], env: { readonly [name: string]: string } = {}): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)("node", ["cli/dev/run.mjs", "test/support/tls-client.ts", ...urls], { env: { PATH: process.env["PATH"], NODE_EXTRA_CA_CERTS: at("trusted.crt"), ...env } });
  return stdout.trim().split("\n").map((line) => line.replace(/:\d+:/, ":PORT:"));
}

it("speaks to nobody whose certificate or TLS does not hold", { timeout: 60_000 }, async () => {
  authority("trusted");
  authority("stranger");
  certificate("good", "localhost", "trusted", [-1, 2]);
  certificate("expired", "localhost", "trusted", [-3, -1]);
  certificate("early", "localhost", "trusted", [1, 2]);
  certificate("elsewhere", "example.com", "trusted", [-1, 2]);
  certificate("unknown", "localhost", "stranger", [-1, 2]);
  const urls = [
    await serve("good"), `${await serve("good")}down`, await serve("expired"), await serve("early"), await serve("elsewhere"), await serve("unknown"), await serve("stranger"),
    await serve("good", { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }), await serve("good", { requestCert: true, rejectUnauthorized: true, ca: readFileSync(at("trusted.crt")), maxVersion: "TLSv1.2" }),
  ];
  const refused = (why: string): string => `io_error!: localhost:PORT: its certificate or TLS is refused (${why})`;
  const expected = [
    "200 reached", "guard_refused!: localhost:PORT redirects from https to http", refused("CERT_HAS_EXPIRED"), refused("CERT_NOT_YET_VALID"), refused("ERR_TLS_CERT_ALTNAME_INVALID"),
    refused("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), refused("DEPTH_ZERO_SELF_SIGNED_CERT"), expect.stringMatching(/^io_error!: .*ERR_SSL_/), expect.stringMatching(/^io_error!: .*ERR_SSL_|^connection_reset/),
  ];
  expect((await check(urls)).map((line) => line.replace("localhost:PORT redirects", "localhost:PORT redirects").replace(/localhost:\d+ /, "localhost:PORT "))).toEqual(expected);
  // Nor does the environment talk us into it.
  expect((await check(urls.slice(2, 7), { NODE_TLS_REJECT_UNAUTHORIZED: "0" })).every((line) => line.startsWith("io_error!"))).toBe(true);
});

it("nothing of ours turns the check of certificates off", () => {
  const files = ["schemas", "compiler", "runtime", "lsp", "cli"].flatMap((part) => [...filesIn(part)]);
  expect(files.filter((file) => /rejectUnauthorized: *false|NODE_TLS_REJECT_UNAUTHORIZED"\]? *=/.test(textOf(file)))).toEqual([]);
});
