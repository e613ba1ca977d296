/** An example as the page and its worker hold it: the files of its folder, and what its project declares. */
export interface Example {
  readonly name: string;
  /** Text by path within the folder; the workflow among them. */
  readonly files: { readonly [path: string]: string };
  /** MCP servers and aliases of models, where there is a `jamjet.toml`. */
  readonly servers?: readonly string[];
  readonly models?: readonly string[];
}

export const workflowPath = "workflow.yaml";

/** Where the page says that an example's file is. */
export function uriOf(example: string, path: string): string {
  return `${folderOf(example)}${path}`;
}

export function folderOf(example: string): string {
  return `file:///${example}/`;
}

/** The first message to the worker; after it, messages of the protocol go both ways. */
export interface Greeting {
  readonly examples: readonly Example[];
  readonly version: string;
}
