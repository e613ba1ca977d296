import { catalogue, type DiagnosticSpec } from "../compiler/index.ts";

/** What each two digits after `JJ` are about. */
const titles: { readonly [family: string]: string } = {
  10: "Text and YAML", 11: "Shape of the document", 20: "Names and references", 30: "Expressions", 31: "Templates", 40: "Graph", 50: "Types", 51: "Data flow", 60: "Security and effects", 61: "Policy and budgets", 80: "Style and comments", 90: "Environment",
};

/** Codes that begin alike, and what they are about. */
export interface Family {
  readonly family: string;
  readonly title: string;
  /** In their order. */
  readonly specs: readonly DiagnosticSpec[];
}

/** Everything the compiler can say, by family, in the order of the codes. */
export function families(): readonly Family[] {
  const names = [...new Set(catalogue.map(({ code }) => code.slice(2, 4)))].sort();
  return names.map((family) => ({ family: `JJ${family}`, title: titles[family] ?? "Other", specs: catalogue.filter(({ code }) => code.slice(2, 4) === family) }));
}

/** How a finding is taken back, line by line; nothing where nothing may do so. */
export function silencing({ code, slug, severity }: DiagnosticSpec): readonly string[] {
  return severity === "error" ? [] : [`# jamjet-ignore ${code}: why        in the document: on the line, or on the one above`, `[lint.severities]                  in jamjet.toml: for the whole project`, `${slug} = "off"`];
}
