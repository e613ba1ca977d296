import { LSPPlugin } from "@codemirror/lsp-client";
import { RangeSetBuilder, StateEffect, StateField, type Extension } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { SemanticTokens } from "vscode-languageserver-protocol";

/** Milliseconds without an edit after which colours are asked for anew. */
const quietMs = 120;

const coloured = StateEffect.define<DecorationSet>();

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (old, { changes, effects }) => effects.reduce((set, effect) => (effect.is(coloured) ? effect.value : set), old.map(changes)),
  provide: (field) => EditorView.decorations.from(field),
});

/** Colours what the server knows of the text, such as the expressions in it, by classes `jj-<type of token>`. */
export function semanticTokens(): Extension {
  return [colours, ViewPlugin.define((view) => new Colouring(view))];
}

class Colouring {
  readonly #view: EditorView;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView) {
    this.#view = view;
    this.#soon();
  }

  update({ docChanged }: ViewUpdate): void {
    if (docChanged) this.#soon();
  }

  destroy(): void {
    clearTimeout(this.#waiting);
  }

  #soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#ask(), quietMs);
  }

  async #ask(): Promise<void> {
    const plugin = LSPPlugin.get(this.#view);
    if (plugin === null) return;
    await plugin.client.initializing;
    const legend = plugin.client.serverCapabilities?.semanticTokensProvider?.legend.tokenTypes;
    if (legend === undefined) return;
    plugin.client.sync();
    const { doc } = this.#view.state;
    const answer = await plugin.client.request<object, SemanticTokens | null>("textDocument/semanticTokens/full", { textDocument: { uri: plugin.uri } });
    // What was typed since asks for colours of its own.
    if (answer === null || this.#view.state.doc !== doc) return;
    this.#view.dispatch({ effects: coloured.of(decorationsOf(answer.data, legend, (line, character) => doc.line(line + 1).from + character)) });
  }
}

/** Five numbers for each token, relative to the one before it: lines, characters, length, type, modifiers. */
function decorationsOf(data: readonly number[], legend: readonly string[], offsetAt: (line: number, character: number) => number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const start = offsetAt(line, character);
    builder.add(start, start + length, Decoration.mark({ class: `jj-${legend[type] ?? "unknown"}` }));
  }
  return builder.finish();
}
