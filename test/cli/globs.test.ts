import { expect, it } from "vitest";
import { expandGlob, isGlob, matchesPath } from "../../cli/globs.ts";
import type { Io } from "../../cli/io.ts";

const tree: { readonly [folder: string]: readonly string[] } = {
  "/here": [".hidden/", "a".repeat(255), "a.yaml", "b.yml", "flows/", "node_modules/", "z[1].yaml"],
  "/here/flows": ["c.yaml", "deep/"],
  "/here/flows/deep": ["d.yaml", "e.txt"],
  "/here/.hidden": ["f.yaml"],
  "/here/node_modules": ["g.yaml"],
};

function check(pattern: string, expected: readonly string[]): void {
  const io = { cwd: "/here", list: (folder: string) => tree[folder] ?? [] } satisfies Partial<Io>;
  expect(expandGlob(pattern, io as unknown as Io)).toEqual(expected);
}

it("matches within one name with * and ?", () => {
  check("*.yaml", ["a.yaml", "z[1].yaml"]);
  check("?.y*ml", ["a.yaml", "b.yml"]);
  check("z[1].*", ["z[1].yaml"]);
  check("flows/*.yaml", ["flows/c.yaml"]);
});

it("spans folders with **, the folder itself included", () => {
  check("**/*.yaml", ["a.yaml", "flows/c.yaml", "flows/deep/d.yaml", "z[1].yaml"]);
  check("flows/**/*.yaml", ["flows/c.yaml", "flows/deep/d.yaml"]);
  check("*/deep/*", ["flows/deep/d.yaml", "flows/deep/e.txt"]);
  check("/here/flows/**/d.yaml", ["/here/flows/deep/d.yaml"]);
});

it("enters hidden folders and node_modules only where the pattern says so", () => {
  check(".hidden/*.yaml", [".hidden/f.yaml"]);
  check("node_modules/*.yaml", ["node_modules/g.yaml"]);
  check(".*/f.yaml", [".hidden/f.yaml"]);
});

it("finds nothing where nothing matches", () => {
  check("flows/pip?.yaml", []);
  check("nowhere/*.yaml", []);
});

it("H49: answers a pattern of 200 stars as fast as any other", () => check(`${"*a".repeat(200)}b`, []));

it("tells patterns from names", () => {
  expect(["a.yaml", "*.yaml", "a?.yaml", "z[1].yaml"].map(isGlob)).toEqual([false, true, true, false]);
});

it("covers paths as it finds files", () => {
  const covers = (pattern: string): readonly string[] => ["a.yaml", "flows/c.yaml", "flows/deep/d.yaml"].filter((path) => matchesPath(pattern, path));
  expect(covers("**/*.yaml")).toEqual(["a.yaml", "flows/c.yaml", "flows/deep/d.yaml"]);
  expect(covers("flows/**")).toEqual(["flows/c.yaml", "flows/deep/d.yaml"]);
  expect(covers("./*.yaml")).toEqual(["a.yaml"]);
  expect(covers("flows/*")).toEqual(["flows/c.yaml"]);
  expect(matchesPath(`${"**/".repeat(200)}b`, "a/".repeat(200))).toBe(false);
});
