import { answer } from "../answer.ts";
import { command } from "../command.ts";
import { languageHost } from "../language-host.ts";
import { keepHeapSmall } from "../small-heap.ts";

export const lsp = command({
  name: "lsp",
  summary: "serve editors: the language server, over standard input and output",
  arguments: {},
  options: { stdio: { kind: "flag", doc: "speak over standard input and output, which is all there is" } },
  exits: ["fine"],
  examples: ["jamjet lsp --stdio"],
  async run(_, io) {
    const { startLanguageServer } = await import("../../lsp/index.ts");
    // Standard output belongs to the protocol: what any code of any package prints goes where people read.
    globalThis.console = new globalThis.console.Console(process.stderr);
    const served = startLanguageServer({ input: process.stdin, output: process.stdout, ...languageHost(io) });
    io.keepStart();
    keepHeapSmall();
    const { saidGoodbye } = await served;
    // The watch over the editor's process would keep ours alive.
    io.quit(saidGoodbye ? 0 : 1);
    return answer("fine", null, []);
  },
});
