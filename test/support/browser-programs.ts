import { join } from "node:path";
import { build } from "esbuild";
import { root, textOf } from "./house.ts";

const page = "docs/guide/the-compiler-in-programs.md";

/** A program of the guide, and what the page says that it prints. */
export interface PageProgram {
  readonly place: string;
  readonly code: string;
  readonly prints: string;
}

/** The programs of the page about the compiler, in their order. */
export function pagePrograms(): readonly PageProgram[] {
  const text = textOf(page);
  return [...text.matchAll(/^```ts\n([^]*?)^```\n[^`]*?^```text\n([^]*?)^```/gm)].map((match) => ({
    place: `${page}:${text.slice(0, match.index).split("\n").length}`,
    code: match[1] as string,
    prints: match[2] as string,
  }));
}

/**
 * A program as a script for browsers: with all that it imports, and nothing of Node. Rejects where something of it is
 * only to be had in Node.
 */
export async function browserScript(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "ts", resolveDir: root },
    alias: { "jamjet/compiler": join(root, "compiler/index.ts") },
    bundle: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
