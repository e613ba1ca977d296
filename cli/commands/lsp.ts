import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };
import { readProject } from "../../runtime/index.ts";
import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { projectOptions, viewOf } from "../documents.ts";

export const lsp = command({
  name: "lsp",
  summary: "serve editors: the language server, over standard input and output",
  arguments: {},
  options: { stdio: { kind: "flag", doc: "speak over standard input and output, which is all there is" } },
  exits: ["fine"],
  examples: ["jamjet lsp --stdio"],
  async run(_, io) {
    const { startLanguageServer } = await import("../../lsp/index.ts");
    const projectOf = (uri: string): ReturnType<typeof viewOf> => {
      const path = pathOf(uri) ?? join(io.cwd, "untitled.yaml");
      const folder = dirname(path);
      return viewOf(readProject(folder, projectOptions(io)).project, { folder, path }, io);
    };
    startLanguageServer({ input: process.stdin, output: process.stdout, version: packageJson.version, projectOf });
    await new Promise((resolve) => process.stdin.once("close", resolve));
    return answer("fine", null, []);
  },
});

/** The path of a document that is, or may become, a file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes("\0") ? undefined : path;
  } catch {
    // An unsaved document, one of another machine, or no address at all: all are texts that editors may hold.
    return undefined;
  }
}
