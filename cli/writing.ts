import * as fs from "node:fs";
import * as path from "node:path";
import { kindOf, reasonOf } from "./files.ts";
import type { Written } from "./io.ts";

/** Makes a folder and those above it; one by one, since Node 20 never comes back from making all of them where one takes no others, as in `/proc`. */
export function makeFolder(folder: string): Written {
  const kind = kindOf(folder);
  if (kind !== "nothing") return kind === "folder" ? { ok: true } : { ok: false, reason: `'${folder}' is no folder` };
  const above = path.dirname(folder) === folder ? undefined : makeFolder(path.dirname(folder));
  if (above?.ok === false) return above;
  try {
    fs.mkdirSync(folder);
    return { ok: true };
  } catch (error) {
    // Another process may have been faster.
    return kindOf(folder) === "folder" ? { ok: true } : { ok: false, reason: reasonOf(error) };
  }
}

/** Writes the file as a whole, or says why not; makes the folders above it. */
export function writeFile(file: string, text: string, mode: "replace" | "new"): Written {
  const made = makeFolder(path.dirname(file));
  if (!made.ok) return made;
  try {
    if (mode === "new") fs.writeFileSync(file, text, { flag: "wx" });
    else replaceFile(file, text);
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** Whoever reads the file finds the old text or the new one. A link goes on to lead there, and a device is written to. */
function replaceFile(file: string, text: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) {
    fs.writeFileSync(file, text);
    return;
  }
  const target = fs.realpathSync(file);
  fs.accessSync(target, fs.constants.W_OK);
  const draft = `${target}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(draft, text, { mode: stat.mode });
    fs.chmodSync(draft, stat.mode);
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}
