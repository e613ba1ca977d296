/** A document that an address carries: whoever opens it sees the same text, in the project of the same example. */
export interface SharedDocument {
  readonly example: string;
  readonly text: string;
}

export function linkTo(example: string, text: string): string {
  return `#${new URLSearchParams({ example, text }).toString()}`;
}

/** Undefined for an address without a document. */
export function documentIn(hash: string): SharedDocument | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const text = parameters.get("text");
  return text === null ? undefined : { example: parameters.get("example") ?? "", text };
}
