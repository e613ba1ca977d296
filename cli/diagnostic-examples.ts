import examples from "./generated/diagnostic-examples.json" with { type: "json" };

/** Lines of a document that is wrong, of what is said of it, and of the document as it is right. */
export interface DiagnosticExample {
  /** Of the version before it, where what is said is said of both. */
  readonly before?: readonly string[];
  readonly wrong: readonly string[];
  readonly says: readonly string[];
  readonly right: readonly string[];
}

/** The example of a code; the tests hold each of them against the compiler. */
export function exampleOf(code: string): DiagnosticExample | undefined {
  const known: { readonly [code: string]: DiagnosticExample } = examples;
  return known[code];
}
