import { createHash } from "node:crypto";
import type { Sha256 } from "../compiler/index.ts";

/** The hash that Node has. */
export function sha256(): Sha256 {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
}
