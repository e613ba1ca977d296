import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./house.ts";

/** The extension, built anew and packed; the path of its archive. */
export function packedExtension(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "cli/dev/vsix.mjs")], { cwd: root, encoding: "utf8" });
  const [file] = /^\S+\.vsix/.exec(stdout) ?? [];
  if (status !== 0 || file === undefined) throw new Error(stdout + stderr);
  return join(root, file);
}
