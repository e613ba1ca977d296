import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isIPv6 } from "node:net";
import type { Agent } from "undici";
import type { NetworkGuard } from "./addresses.ts";
import { isSpecialAddress, specialRefusal } from "./addresses.ts";

/** Every address of a host name, as the resolver of this machine gives them. */
export type Resolve = (host: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void;

// With an error Node gives no list at all, whatever its types say.
export const systemResolve: Resolve = (host, done) => lookup(host, { all: true }, (error, addresses) => done(error, error === null ? addresses : []));

/** Thrown inside a connection attempt, where an error is the only way to refuse. */
class AddressRefused extends Error {}

/** Why the guard refused, if that is what an error means. */
export function refusalIn(error: unknown): string | undefined {
  if (error instanceof AddressRefused) return error.message;
  return error instanceof Error && error.cause !== undefined ? refusalIn(error.cause) : undefined;
}

/**
 * An agent whose sockets go only where the guard lets them. A name is resolved once and the socket gets exactly the
 * addresses that were judged, so a name that resolves differently a moment later gains nothing.
 */
export function createGuardedAgent(undici: typeof import("undici"), guard: NetworkGuard, resolve: Resolve): Agent {
  // Said outright, so that NODE_TLS_REJECT_UNAUTHORIZED does not say otherwise.
  const strict = { rejectUnauthorized: true, minVersion: "TLSv1.2" } as const;
  const open = undici.buildConnector(strict);
  const guarded = undici.buildConnector({ ...strict, lookup: guardedLookup(resolve) });
  return new undici.Agent({
    connect: (options, callback) => {
      const host = isIPv6(options.hostname) ? `[${options.hostname}]` : options.hostname;
      const port = options.port !== "" ? options.port : options.protocol === "https:" ? "443" : "80";
      const refusal = guard.refusal(new URL(`${options.protocol}//${host}:${port}`));
      if (refusal !== undefined) return callback(new AddressRefused(refusal), null);
      return (guard.isListed(host, port) ? open : guarded)(options, callback);
    },
  });
}

function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) =>
    resolve(host, (error, addresses) => {
      const [first] = addresses;
      if (error !== null || first === undefined) return callback(error ?? new Error(`'${host}' has no address`), []);
      if (addresses.some(({ address }) => isSpecialAddress(address))) return callback(new AddressRefused(specialRefusal(host)), []);
      return options.all === true ? callback(null, [...addresses]) : callback(null, first.address, first.family);
    });
}
