import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { DiagnosticSeverity, type CodeAction, type Diagnostic, type FullDocumentDiagnosticReport } from "vscode-languageserver-protocol/node";
import { checkFile } from "../../cli/check.ts";
import { languageHost } from "../../cli/language-host.ts";
import { nodeIo } from "../../cli/node-io.ts";
import { findingData } from "../../cli/render/diagnostics.ts";
import { placesOf, type Places } from "../../lsp/places.ts";
import { connectEditor } from "../support/editor.ts";
import { filesIn } from "../support/house.ts";

/** What `validate --json` prints of one finding, as far as an editor shows it. */
interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  readonly help?: string;
  readonly range: Place;
  readonly related: readonly { readonly message: string; readonly range: Place }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly text: string; readonly range: Place }[] }[];
}

interface Place {
  readonly file?: string;
  readonly offset: number;
  readonly endOffset: number;
}

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint } as const;

/** One line for each thing that is said, in the same words for both. */
function ofCommandLine({ code, severity, message, help, range, related, fixes }: Finding): readonly string[] {
  const elsewhere = range.file === undefined ? [] : ["related: it stands here"];
  return [
    `${code} ${severities[severity]} ${message}${help === undefined ? "" : `\n${help}`}${range.file === undefined ? ` ${range.offset}-${range.endOffset}` : ""}`,
    ...elsewhere,
    ...related.map((each) => `related: ${each.message}${each.range.file === undefined ? ` ${each.range.offset}-${each.range.endOffset}` : ""}`),
    ...fixes.flatMap(({ title, edits }) => [`fix: ${title}`, ...edits.map((edit) => `  ${edit.range.offset}-${edit.range.endOffset} ${JSON.stringify(edit.text)}`)]),
  ];
}

function ofEditor({ code, severity, message, range, relatedInformation = [] }: Diagnostic, actions: readonly CodeAction[], uri: string, places: Places): readonly string[] {
  const span = (of: Diagnostic["range"]): string => `${places.offsetAt(of.start)}-${places.offsetAt(of.end)}`;
  const isElsewhere = relatedInformation[0]?.message === "it stands here";
  return [
    `${code} ${severity} ${message}${isElsewhere ? "" : ` ${span(range)}`}`,
    ...relatedInformation.map((each) => `related: ${each.message}${each.location.uri === uri ? ` ${span(each.location.range)}` : ""}`),
    ...actions.flatMap(({ title, edit }) => [`fix: ${title}`, ...(edit?.changes?.[uri] ?? []).map((each) => `  ${span(each.range)} ${JSON.stringify(each.newText)}`)]),
  ];
}

const files = ["test/diagnostics", "examples", "test/compiler/corpus"].flatMap((folder) => filesIn(folder)).filter((file) => /\.(?:yaml|yml)$/.test(file));

it("says of every fixture and every example what 'validate --json' says: codes, words, places, other places and fixes", { timeout: 120_000 }, async () => {
  const io = nodeIo(() => {});
  const { client } = connectEditor(languageHost(io));
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  let compared = 0;
  for (const file of files) {
    const check = checkFile(file, undefined, io);
    // Who edits a text has decoded it, and a project that cannot be used keeps no editor from judging.
    if (check.kind === "unjudged" || check.compiled.diagnostics.some(({ code }) => code === "JJ1015")) continue;
    const { text } = check.compiled.source;
    const uri = pathToFileURL(resolve(file)).href;
    await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "jamjet", version: 1, text } });
    const { items }: FullDocumentDiagnosticReport = await client.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    const places = placesOf(text);
    const actions: readonly CodeAction[] = await client.sendRequest("textDocument/codeAction", { textDocument: { uri }, range: places.rangeOf({ start: 0, end: text.length }), context: { diagnostics: [], only: ["quickfix"] } });
    // What only an editor offers has a kind of its own.
    const fixesOf = (item: Diagnostic): readonly CodeAction[] => actions.filter(({ title, kind, diagnostics }) => kind === "quickfix" && title !== `ignore ${item.code} here` && JSON.stringify(diagnostics?.[0]) === JSON.stringify(item));
    // What is printed as JSON has the shape that its schema declares.
    const findings = findingData(check.compiled) as unknown as readonly Finding[];
    expect(items.flatMap((item) => ofEditor(item, fixesOf(item), uri, places)), file).toEqual(findings.flatMap(ofCommandLine));
    await client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    compared += findings.length;
  }
  expect(compared).toBeGreaterThan(300);
});
