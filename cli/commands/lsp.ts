import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { languageHost } from "../language-host.ts";

export const lsp = command({
  name: "lsp",
  summary: "serve editors: the language server, over standard input and output",
  arguments: {},
  options: { stdio: { kind: "flag", doc: "speak over standard input and output, which is all there is" } },
  exits: ["fine"],
  examples: ["jamjet lsp --stdio"],
  async run(_, io) {
    const { startLanguageServer } = await import("../../lsp/index.ts");
    startLanguageServer({ input: process.stdin, output: process.stdout, ...languageHost(io) });
    await new Promise((resolve) => process.stdin.once("close", resolve));
    return answer("fine", null, []);
  },
});
