import { randomBytes } from "node:crypto";
import type { Ids } from "../ports.ts";

/** New ids: 48 bits of time and 80 random bits, so that they sort by the moment they were made. */
export function createIds(now: () => number): Ids {
  return { execution: () => `exec_${ulid(now(), randomBytes(10))}`, event: () => `evt_${ulid(now(), randomBytes(10))}` };
}

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 26 characters of Crockford's base 32. Source: github.com/ulid/spec. */
export function ulid(time: number, random: Uint8Array): string {
  let bits = BigInt(time);
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let place = 0; place < 26; place += 1) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}
