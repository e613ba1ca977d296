import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { FileText, ProjectView } from "../../compiler/index.ts";
import { serve } from "../../lsp/index.ts";
import { mermaidOf } from "../graph/mermaid.ts";
import { svgOf } from "../graph/svg.ts";
import { page as textOf } from "../render/page.ts";
import { folderOf, type Example, type Greeting } from "./examples.ts";

/* The language server of every editor, in a worker of the page: what it knows of files are the examples that came with it. */

// The library of types for pages knows no workers from within; they post and hear messages as a `Worker` does.
const page = self as unknown as Worker;

page.addEventListener("message", ({ data: { examples, version } }: MessageEvent<Greeting>) => {
  const exampleOf = (uri: string): Example | undefined => examples.find(({ name }) => uri.startsWith(folderOf(name)));
  serve(createConnection(new BrowserMessageReader(page), new BrowserMessageWriter(page)), {
    version,
    projectOf: (uri) => projectOf(exampleOf(uri)),
    filesAround: (uri) => Object.keys(exampleOf(uri)?.files ?? {}),
    draw: async (outline, format) => (outline.nodes.length + outline.edges.length > mostDrawn ? undefined : textOf(format === "svg" ? await svgOf(outline) : mermaidOf(outline), "never")),
  });
}, { once: true });

/** Laying out more takes longer than anybody waits while typing. */
const mostDrawn = 400;

function projectOf(example: Example | undefined): ProjectView {
  const { files = {}, servers, models } = example ?? {};
  const fileAt = (path: string): FileText => {
    const text = files[path.replace(/^\.\//, "")];
    return text === undefined ? { ok: false } : { ok: true, text };
  };
  return { servers, ...(models === undefined ? {} : { models }), isWithoutFile: servers === undefined, textOf: fileAt, fileExists: (path) => fileAt(path).ok };
}
