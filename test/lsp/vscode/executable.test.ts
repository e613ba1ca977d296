import { expect, it } from "vitest";
import { executableOf, type Choices } from "../../../lsp/vscode/executable.ts";

/** What is started in two folders, of which the second has a JamJet of its own. */
function check(choices: Partial<Choices>): string {
  const { command, words, origin } = executableOf({ path: "", folders: ["/a", "/b"], isTrusted: true, own: "/own.cjs", isFile: (path) => path.startsWith("/b/"), node: "node", ...choices });
  return [origin, command, ...words].join(" ");
}

it("prefers what the settings say to what the project brings, and that to what the extension brings", () => {
  expect(check({ path: "/opt/jamjet" })).toBe("settings /opt/jamjet");
  expect(check({})).toBe("project node /b/node_modules/jamjet/dist/bin/jamjet.cjs");
  expect(check({ folders: ["/a"] })).toBe("extension node /own.cjs");
});

it("gives scripts to Node", () => {
  expect(check({ path: "/opt/jamjet.cjs" })).toBe("settings node /opt/jamjet.cjs");
});

it("starts nothing that a folder names whose authors are not trusted", () => {
  expect(check({ isTrusted: false })).toBe("extension node /own.cjs");
  expect(check({ isTrusted: false, path: "/b/evil" })).toBe("extension node /own.cjs");
});
