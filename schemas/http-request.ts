/*
 * What no request may hold, whoever sends it: the compiler looks at what is written out, the runtime at what was rendered.
 */

/** Headers that belong to the connection, not to the author: writing them is how requests are smuggled. */
export const connectionHeaders: ReadonlySet<string> = new Set(["host", "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "te", "trailer", "expect", "proxy-authorization", "proxy-connection"]);

/** The characters of a header's name. Source: RFC 9110, `token`. */
const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

/** The pattern of a name that an author may give a header: a token, and none of the connection's own in any case of its letters. */
export function headerNamePattern(): string {
  return `^(?!(?:${[...connectionHeaders].map(inAnyCase).join("|")})$)${token}$`;
}

/** The pattern of any name of a header, the connection's own included. */
export const anyHeaderName = new RegExp(`^${token}$`);

/** A character that no value of a header may have: it goes out as Latin-1 in one line. */
export const foreignToHeaders = /[^\t\x20-\x7e\x80-\xff]/;

function inAnyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Ports of services that are spoken to by other protocols: a request there is an attack on them. Source: Fetch, "bad port", and common stores. */
const foreignPorts: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143,
  161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3306, 3659, 4045,
  4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211, 27017,
]);

/** The port that a request to `url` goes to. */
export const portOf = (url: URL): string => (url.port !== "" ? url.port : url.protocol === "https:" ? "443" : "80");

/** Whether `allow` lists a host, alone or with its port. */
export function listsHost(allow: ReadonlySet<string>, host: string, port: string): boolean {
  return allow.has(host.toLowerCase()) || allow.has(`${host.toLowerCase()}:${port}`);
}

/** Why no request goes to an address with such a beginning, wherever its host may be; a port may be allowed by the project. */
export function addressRefusal(url: URL): { readonly why: string; readonly of: "address" | "port" } | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") return { of: "address", why: `'${url.protocol}' is not an address requests may go to` };
  if (url.username !== "" || url.password !== "") return { of: "address", why: "an address must not hold a user name or a password; send them in a header" };
  const port = portOf(url);
  return foreignPorts.has(Number(port)) ? { of: "port", why: `port ${port} of '${url.hostname}' belongs to another protocol` } : undefined;
}

/** Whether an address begins with a scheme, a name of small letters as nearly all hosts have, and a path: that is never refused. */
export function hasUsualHost(address: string): boolean {
  const start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : undefined;
  const end = start === undefined ? -1 : address.indexOf("/", start);
  if (start === undefined || end <= start || address.includes("--")) return false;
  let at = start;
  while (at < end && isOfNames(address.charCodeAt(at))) at += 1;
  // A name whose last word begins with a digit may be meant as four numbers.
  return at === end && isLetter(address.charCodeAt(Math.max(start, address.lastIndexOf(".", end) + 1)));
}

function isOfNames(unit: number): boolean {
  return isLetter(unit) || unit === 0x2d || unit === 0x2e || (unit >= 0x30 && unit <= 0x39);
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}
