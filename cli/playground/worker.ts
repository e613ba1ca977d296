import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { FileText, ProjectView } from "../../compiler/index.ts";
import { serve } from "../../lsp/index.ts";
import { folderOf, type Example, type Greeting } from "./examples.ts";

/* The language server of every editor, in a worker of the page: what it knows of files are the examples that came with it. */

// The library of types for pages knows no workers from within; they post and hear messages as a `Worker` does.
const page = self as unknown as Worker;

page.addEventListener("message", ({ data: { examples, version } }: MessageEvent<Greeting>) => {
  serve(createConnection(new BrowserMessageReader(page), new BrowserMessageWriter(page)), { version, projectOf: projectsOf(examples) });
}, { once: true });

function projectsOf(examples: readonly Example[]): (uri: string) => ProjectView {
  return (uri) => {
    const example = examples.find(({ name }) => uri.startsWith(folderOf(name)));
    const textOf = (path: string): FileText => {
      const text = example?.files[path.replace(/^\.\//, "")];
      return text === undefined ? { ok: false } : { ok: true, text };
    };
    const { servers, models } = example ?? {};
    return { servers, ...(models === undefined ? {} : { models }), isWithoutFile: servers === undefined, textOf, fileExists: (path) => textOf(path).ok };
  };
}
