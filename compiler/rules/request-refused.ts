import { addressRefusal, foreignToHeaders, hasUsualHost, listsHost, portOf } from "../../schemas/http-request.ts";
import type { Span } from "../../schemas/span.ts";
import type { Around } from "../bind/bound.ts";
import type { TypedSite } from "../check/typed.ts";
import { diagnostic, report, type Diagnostic } from "../diagnostics/define.ts";
import { findAll } from "../source/find-all.ts";
import type { TemplatePart } from "../template/ast.ts";
import type { NodeRule } from "./rule.ts";

const requestRefused = diagnostic<{ why: string; help: string }>({
  code: "JJ6031",
  slug: "request-refused",
  severity: "error",
  message: (p) => `this request is never sent: ${p.why}`,
  help: (p) => p.help,
  doc: `A request is refused before it is sent where its address is none of \`http\` or \`https\`, holds a user name or a password, or goes to a
port that another protocol has; and where a header holds what no header may have, such as a line break. What is written out is looked at
when the document is checked, what templates come to when the node runs (\`guard_refused\`).

\`\`\`yaml
url: "https://api.example.com:25/orders"      # bad: mail servers listen there
headers: {x-note: "first line\\nsecond line"}   # bad
\`\`\``,
});

/** No request is written so that it is refused each time. */
export const requestRefusedRule: NodeRule = {
  of: "node",
  reports: [requestRefused],
  check: ({ sites }, around) => findAll(sites, (typed) => judged(around, typed)),
};

function judged(around: Around, { site: { part, text }, code }: TypedSite): readonly Diagnostic[] {
  if (part.shape !== "template" || code.as !== "template") return [];
  if (part.field.address === true) return addressFindings(around, code.parsed.parts, text.locate);
  return part.field.header === true ? headerFindings(code.parsed.parts, text.locate) : [];
}

type Locate = (start: number, end: number) => Span;

function headerFindings(parts: readonly TemplatePart[], locate: Locate): readonly Diagnostic[] {
  // What stands in a branch or a loop is not sent each time.
  const wrong = findAll(parts, (part) => {
    const at = part.part === "text" ? foreignToHeaders.exec(part.text) : null;
    return at === null || part.part !== "text" ? [] : [{ character: at[0], part, at: at.index }];
  })[0];
  if (wrong === undefined) return [];
  const { part, at, character } = wrong;
  // Where whitespace was taken away nobody knows any more which character it is.
  const span = part.text.length === part.end - part.start ? locate(part.start + at, part.start + at + 1) : locate(part.start, part.end);
  const isLine = /[\r\n]/.test(character);
  return [report(requestRefused, span, { why: `no value of a header may hold ${isLine ? "a line break" : "this character"}`, help: isLine ? "write it in one line; a block of YAML ends without a line break as '|-' or '>-'" : "write it in the letters of Latin-1, or encode it" })];
}

function addressFindings({ hosts }: Around, [first, ...more]: readonly TemplatePart[], locate: Locate): readonly Diagnostic[] {
  if (first?.part !== "text" || first.start !== 0 || first.text.length !== first.end) return [];
  const { text } = first;
  if (hasUsualHost(text)) return [];
  const say = (start: number, end: number, why: string, help: string): readonly Diagnostic[] => [report(requestRefused, locate(start, end), { why, help })];
  const scheme = /^[^:/?#]*:?/.exec(text)?.[0] ?? "";
  if (!mayBeHttp(text)) return say(0, Math.max(scheme.endsWith(":") ? scheme.length : text.length, 1), "its address does not begin with 'http://' or 'https://'", "write the whole address, such as 'https://api.example.com/orders'");
  const [, lead = "", authority = ""] = /^(https?:[/\\]*)([^/?#\\]*)(?=[/?#\\])/i.exec(more.length === 0 ? `${text}/` : text) ?? [];
  if (authority === "") return [];
  const at = (offset: number, part: string): readonly [number, number] => [lead.length + offset, lead.length + offset + part.length];
  const [, user, port = ""] = /^(?:(.*)@)?.*?(?::(\d+))?$/s.exec(authority) ?? [];
  if (!URL.canParse(`${lead}${authority}/`)) return say(...(port === "" ? at(0, authority) : at(authority.length - port.length, port)), `'${authority}' is no host, with or without a port`, "write a host, and a port below 65536 where it needs one");
  const url = new URL(`${lead}${authority}/`);
  const refusal = addressRefusal(url);
  if (refusal === undefined) return [];
  if (refusal.of === "address") return say(...at(0, user ?? authority), refusal.why, "send who you are in a header, with a value of the environment");
  if (hosts === undefined || listsHost(new Set(hosts.map((host) => host.toLowerCase())), url.hostname, portOf(url))) return [];
  return say(...at(authority.length - port.length, port), refusal.why, `use another port, or list '${url.hostname}:${url.port}' under [network] allow in jamjet.toml if it is yours`);
}

/** Whether an address that begins so may be one of `http` or `https`. */
function mayBeHttp(beginning: string): boolean {
  // Parsers of addresses set spaces around them aside.
  const text = beginning.trimStart().toLowerCase();
  return /^https?:/.test(text) || ["http:", "https:"].some((scheme) => scheme.startsWith(text));
}
