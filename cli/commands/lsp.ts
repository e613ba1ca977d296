import { answer } from "../answer.ts";
import { command } from "../command.ts";

export const lsp = command({
  name: "lsp",
  summary: "serve editors: the language server, over standard input and output",
  arguments: {},
  options: { stdio: { kind: "flag", doc: "speak over standard input and output, which is all there is" } },
  exits: ["fine"],
  examples: ["jamjet lsp --stdio"],
  async run() {
    const { serveStdio } = await import("../../lsp/index.ts");
    await serveStdio();
    return answer("fine", null, []);
  },
});
