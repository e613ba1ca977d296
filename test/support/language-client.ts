import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter, type PublishDiagnosticsParams } from "vscode-languageserver-protocol/node";

/** Opens each document in a language server, waits for what it says of it, and says goodbye. Gives what was said, by URI. */
export async function openAll({ stdin, stdout }: ChildProcessWithoutNullStreams, documents: readonly { readonly uri: string; readonly text: string }[]): Promise<ReadonlyMap<string, PublishDiagnosticsParams>> {
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  const said = new Map<string, PublishDiagnosticsParams>();
  const heard = new Promise<void>((done) => {
    client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      said.set(params.uri, params);
      if (said.size === documents.length) done();
    });
    client.onClose(() => done());
  });
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  for (const { uri, text } of documents) await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  await heard;
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  return said;
}
