import { looksSecret } from "../../schemas/secret-name.ts";
import type { Span } from "../../schemas/span.ts";
import type { Around } from "../bind/bound.ts";
import type { TypedNode } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic, type Related } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import { memberOf, type Members } from "../syntax/part.ts";
import type { NodeRule } from "./rule.ts";

const plainHttp = diagnostic<{ host: string }>({
  code: "JJ6018",
  slug: "plain-http",
  severity: "warning",
  message: (p) => `credentials go to '${p.host}' unencrypted: the address begins with 'http:'`,
  help: () => "write 'https:'",
  doc: `Whoever carries a plain request, reads it: the password of a café's wireless network is enough. A token or a key has to travel by
\`https\`. Addresses of this machine and names without a dot, which only a network of one's own can resolve, are left alone.

\`\`\`yaml
url: http://api.example.com/orders                       # bad, with the next line
headers: {authorization: "Bearer {{ env.SHOP_TOKEN }}"}
\`\`\``,
});

/** Credentials travel encrypted. */
export const plainHttpRule: NodeRule = {
  of: "node",
  reports: [plainHttp],
  check: request,
  checkAround: (around) => [around.ast.header, around.ast.file].flatMap((header) => {
    const oauth = memberOf(header, "oauth", "object");
    return oauth === undefined ? [] : tokenEndpoint(around, oauth.members);
  }),
};

/** A client proves who it is there. */
function tokenEndpoint({ ast: { source, blocks } }: Around, members: Members): readonly Diagnostic[] {
  const endpoint = memberOf(members, "token_endpoint", "text");
  if (endpoint === undefined) return [];
  const written = blocks.absolute(endpoint.span);
  // No escape is needed for an address, so that it stands as it is read, behind a quote or not.
  const quote = /^["']?/.exec(source.text.slice(written.start, written.end))?.[0].length ?? 0;
  const locate = (start: number, end: number): Span => ({ ...endpoint.span, start: endpoint.span.start + quote + start, end: endpoint.span.start + quote + end });
  return plainAddress(endpoint.value, endpoint.span, locate, []);
}

function request(node: TypedNode): readonly Diagnostic[] {
  return findAll(node.sites, ({ site }) => {
    const { part, text } = site;
    if (part.shape !== "template" || part.field.address !== true || text.value.slice(0, 7).toLowerCase() !== "http://") return [];
    const credentials = credentialIn(node);
    return credentials === undefined ? [] : plainAddress(text.value, text.locate(0, "http://".length), text.locate, [{ span: credentials, message: "the credentials" }]);
  });
}

const credentialHeaders: ReadonlySet<string> = new Set(["authorization", "cookie", "x-api-key", "api-key", "x-auth-token", "x-access-token"]);

/** Where a request of this node holds credentials: in a header that is there for them, or wherever a secret is read. */
function credentialIn({ bound: { ast }, sites }: TypedNode): Span | undefined {
  const header = memberOf(ast.members, "headers", "map")?.entries.find(({ key }) => credentialHeaders.has(key.value.toLowerCase()));
  const readsSecret = sites.find(({ reads }) => reads.some(({ root, path: [name = ""] }) => root === "env" && looksSecret(name)));
  return header?.key.span ?? readsSecret?.site.text.span;
}

function plainAddress(address: string, span: Span, locate: (start: number, end: number) => Span, related: readonly Related[]): readonly Diagnostic[] {
  const [, host = "", port] = /^http:\/\/(?:[^/?#@{]*@)?(\[[^\]]*\]|[^/?#:{\s]+)(:\d+)?(?=[/?#:]|$)/i.exec(address) ?? [];
  if (host === "" || isNear(host.toLowerCase())) return [];
  const title = "send it by https";
  // A port that was chosen for one protocol does not speak the other.
  const fixes = [{ title, safety: port === undefined ? ("safe" as const) : ("unsafe" as const), edits: [{ span: locate("http".length, "http".length), text: "s" }] }];
  return [report(plainHttp, span, { host }, { related, fixes })];
}

/** Hosts on this machine, or in a network of one's own. */
function isNear(host: string): boolean {
  if (host.startsWith("[") || !host.includes(".")) return true;
  return /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]*$|\.(?:localhost|local|internal|lan|home|test|svc|svc\.cluster\.local)\.?$/.test(host);
}
