import { catalogue, type DiagnosticSpec } from "../compiler/index.ts";

/** What each two digits after `JJ` are about. */
const titles: { readonly [family: string]: string } = {
  10: "Text and YAML", 11: "Shape of the document", 20: "Names and references", 30: "Expressions", 31: "Templates", 40: "Graph", 50: "Types", 51: "Data flow", 60: "Security and effects", 61: "Cost and time", 80: "Style and comments", 90: "Environment",
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

/** How a finding is taken back, or is asked for where it is said to nobody else; line by line, under a title. */
export function weighing({ code, slug, severity, quiet }: DiagnosticSpec): { readonly title: string; readonly lines: readonly string[] } {
  if (quiet === true) return { title: "to have it said", lines: ["[lint.severities]                  in jamjet.toml: nobody is told who does not ask", `${slug} = "${severity}"`] };
  const title = "to silence it";
  if (severity === "error") return { title, lines: [] };
  return { title, lines: [`# jamjet-ignore ${code}: why        in the document: on the line, or on the one above`, "[lint.severities]                  in jamjet.toml: for the whole project", `${slug} = "off"`] };
}
