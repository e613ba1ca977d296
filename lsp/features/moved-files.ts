import type { FileOperationRegistrationOptions, RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { editsOfMoves } from "../moves.ts";
import { workspaceEdit } from "./rename.ts";

/** Whatever a document may name by a path, and folders of it. */
const moving: FileOperationRegistrationOptions = { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] };

/** Lets paths in documents follow files and folders that are renamed in the editor. */
export const movedFiles: Feature = {
  capabilities: ({ capabilities }) => (capabilities.workspace?.fileOperations?.willRename === true ? { workspace: { fileOperations: { willRename: moving } } } : {}),
  serve: ({ connection, attempting, library, client }) => {
    connection.workspace.onWillRenameFiles(({ files }: RenameFilesParams): WorkspaceEdit | null => attempting(null, () => {
      const edit = workspaceEdit({ edits: editsOfMoves(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })), library) }, client(), library);
      return "value" in edit ? edit.value : null;
    }));
  },
};
