import type { ParameterInformation, SignatureHelp, SignatureHelpParams, SignatureInformation } from "vscode-languageserver";
import { openCallIn, type OpenCall } from "../../compiler/index.ts";
import { describeParameter, describeSignature, type Signature, type SubjectSignature } from "../../schemas/expr/signature.ts";
import { nothingAround } from "../completion/around.ts";
import { codeCursors } from "../completion/code-cursor.ts";
import { cursorIn } from "../cursor/near.ts";
import type { Feature } from "../feature.ts";
import { callParagraphs } from "../hover/code.ts";
import { markdown, pageOf, plainText, type Markup } from "../markup.ts";
import { envsOf } from "../prompt-readings.ts";
import type { Snapshot } from "../snapshot.ts";

/** The call around an offset, its signatures and the argument that is being written; undefined where none is open. */
export function signaturesAt(snapshot: Snapshot, offset: number, markup: Markup, readers = nothingAround.readers): SignatureHelp | undefined {
  for (const { text, at, spot } of codeCursors(snapshot, offset, cursorIn(snapshot.source, offset).cursor, readers)) {
    const call = spot.in === "code" ? openCallIn(text.slice(spot.start, spot.end), at - spot.start, spot.env) : undefined;
    if (call !== undefined) return helpOf(call, markup);
  }
  return undefined;
}

function helpOf(call: OpenCall, markup: Markup): SignatureHelp {
  const [, words] = callParagraphs(call.kind, call.name, markup) ?? [];
  const documentation = pageOf(markup, [words]);
  const active = fitting(call);
  const signatures = call.signatures.map((signature): SignatureInformation => ({
    label: describeSignature(call.name, signature),
    ...(documentation === undefined ? {} : { documentation }),
    parameters: parametersOf(call.name, signature),
    activeParameter: activeIn(signature, call) ?? signature.params.length,
  }));
  return { signatures, activeSignature: active, activeParameter: signatures[active]?.activeParameter ?? 0 };
}

/** The signature that has a place for the argument, of those that the subject fits. */
function fitting(call: OpenCall): number {
  const found = call.signatures.findIndex((signature, index) => index >= call.active && activeIn(signature, call) !== undefined);
  return found < 0 ? call.active : found;
}

/** Which parameter the argument goes to, by its name or its place; undefined where there is none for it. */
function activeIn({ params }: Signature | SubjectSignature, { argument, keyword }: OpenCall): number | undefined {
  const found = keyword === undefined
    ? params.findIndex(({ given }, index) => given !== "keyword" && (index === argument || (given === "rest" && index <= argument)))
    : params.findIndex(({ name }) => name === keyword);
  return found < 0 ? undefined : found;
}

/** The parameters of a signature, each as the place of its label that speaks of it. */
function parametersOf(name: string, { params }: Signature): ParameterInformation[] {
  let start = `${name}(`.length;
  return params.map((parameter) => {
    const end = start + describeParameter(parameter).length;
    const label: [number, number] = [start, end];
    start = end + ", ".length;
    return { label };
  });
}

export const signatureHelp: Feature = {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [",", "="] } }),
  serve: ({ connection, answering, client, library }) => {
    connection.onSignatureHelp(answering<SignatureHelpParams, SignatureHelp | undefined>(undefined, (snapshot, { position }) => {
      const formats = client().capabilities.textDocument?.signatureHelp?.signatureInformation?.documentationFormat ?? [];
      return signaturesAt(snapshot, snapshot.places.offsetAt(position), formats.includes("markdown") ? markdown : plainText, () => envsOf(snapshot, library));
    }));
  },
};
