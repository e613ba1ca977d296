import { Uri, ViewColumn, commands, languages, window, workspace, type ExtensionContext } from "vscode";
import type { Json } from "../../schemas/json.ts";
import type { Executable } from "./executable.ts";
import { codesIn, explanationOf } from "./explanation.ts";
import { askJamjet } from "./ask-jamjet.ts";

const scheme = "jamjet-explain";

/** The address of the page of a code; whoever opens it sees it rendered, which `package.json` says. */
export function pageOf(code: string): Uri {
  return Uri.from({ scheme, path: `/${code}.md` });
}

/** `jamjet.explain` shows the page of a code: one of those at the cursor, or one of all. */
export function registerExplanations(context: ExtensionContext, executable: () => Executable): void {
  const ask = (...words: readonly string[]): Promise<Json | undefined> => askJamjet(executable(), ["explain", ...words], context.extensionPath);
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => explanationOf(await ask(path.replace(/^\/|\.md$/g, ""))),
    }),
    commands.registerCommand("jamjet.explain", async () => {
      const code = await chosenCode(() => ask());
      if (code !== undefined) await commands.executeCommand("vscode.open", pageOf(code), ViewColumn.Beside);
    }),
  );
}

/** The code that is reported at the cursor; a choice where there are several, and of all codes where there is none. */
async function chosenCode(all: () => Promise<Json | undefined>): Promise<string | undefined> {
  const here = codesAtCursor();
  if (here.length === 1) return here[0];
  const choices = codesIn(await all()).filter(({ code }) => here.length === 0 || here.includes(code));
  const chosen = await window.showQuickPick(choices.map(({ code, slug, severity }) => ({ label: code, description: slug, detail: severity })), { title: "Explain a Diagnostic", matchOnDescription: true });
  return chosen?.label;
}

function codesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  const found = languages.getDiagnostics(editor.document.uri).filter(({ source, range }) => source === "jamjet" && range.intersection(editor.selection) !== undefined);
  return [...new Set(found.map(({ code }) => String(typeof code === "object" ? code.value : code)))];
}
