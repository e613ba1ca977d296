import { PassThrough } from "node:stream";
import { createConnection } from "vscode-languageserver/node";
import { expect, it } from "vitest";
import { openTexts } from "../../lsp/documents.ts";
import { createSession } from "../../lsp/session.ts";
import { defaultProject } from "../support/editor.ts";

it("tells nothing to a client that is gone, and does not fall over it", async () => {
  const connection = createConnection(new PassThrough(), new PassThrough());
  connection.listen();
  const session = createSession(connection, { version: "0.0.0", projectOf: () => defaultProject }, openTexts(() => "utf-16"));
  connection.dispose();
  const told: string[] = [];
  session.asking(() => (told.push("asked"), connection.sendDiagnostics({ uri: "file:///a.yaml", diagnostics: [] })));
  expect(session.attempting("empty", () => JSON.parse("{") as string)).toBe("empty");
  await expect(session.attempting<Promise<string> | string>("empty", () => Promise.reject(new Error("later")))).resolves.toBe("empty");
  // A rejection that nobody takes ends the run of the tests.
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(["asked"]);
});
