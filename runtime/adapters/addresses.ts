import { addressRefusal, listsHost, portOf } from "../../schemas/http-request.ts";
import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * Every special-purpose range a request must not reach: loopback, private, link-local, carrier-grade NAT, benchmark,
 * documentation, multicast, reserved, and the IPv6 forms that carry an IPv4 address inside.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries.
 */
const special = new BlockList();
const ranges4 = [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
  "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
];
const ranges6 = [
  "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
  "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
];
for (const range of ranges4) special.addSubnet(...subnet(range), "ipv4");
for (const range of ranges6) special.addSubnet(...subnet(range), "ipv6");

/** Whether an address is one that only a listed host may have. A zone (`%eth0`) is set aside; what is no address is refused. */
export function isSpecialAddress(address: string): boolean {
  const [bare = ""] = address.split("%");
  if (isIP(bare) === 0) return true;
  // A block list of Node looks through IPv4-mapped IPv6 (`::ffff:10.0.0.1`) by itself.
  return special.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
}

export interface NetworkGuard {
  /** Why no request may go to this address, judged by what it says alone; names are judged once they are resolved. */
  readonly refusal: (url: URL) => string | undefined;
  /** Whether the host is listed, and its address therefore its own business. */
  readonly isListed: (host: string, port: string) => boolean;
}

/** A guard that lets through what is public and what `allow` lists as `host` or `host:port`. */
export function createGuard(allow: readonly string[]): NetworkGuard {
  const listed = new Set(allow.map((entry) => entry.toLowerCase()));
  const isListed = (host: string, port: string): boolean => listsHost(listed, host, port);
  return {
    isListed,
    refusal: (url) => {
      const refusal = addressRefusal(url);
      if (refusal?.of === "address") return refusal.why;
      if (isListed(url.hostname, portOf(url))) return undefined;
      if (refusal !== undefined) return refusal.why;
      const host = bareHost(url.hostname);
      const isSpecial = isIP(host) === 0 ? isLocalName(host) : isSpecialAddress(host);
      return isSpecial ? specialRefusal(url.hostname) : undefined;
    },
  };
}

export const specialRefusal = (host: string): string => `'${host}' is a private, local or reserved address; add it to [network] allow in jamjet.toml if requests may go there`;

const bareHost = (host: string): string => host.replace(/^\[|\]$/g, "");

/** Names that never leave this machine, its link or its network. Source: RFC 6761, RFC 6762, and ICANN's reservation of `.internal`. */
function isLocalName(host: string): boolean {
  const name = host.replace(/\.$/, "");
  return name === "localhost" || [".localhost", ".local", ".internal"].some((ending) => name.endsWith(ending));
}

function subnet(range: string): [net: string, prefix: number] {
  const [net = "", prefix = ""] = range.split("/");
  return [net, Number(prefix)];
}
