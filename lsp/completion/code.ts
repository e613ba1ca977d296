import { callableOn, membersIn, writingIn, type BlockTag, type ExprEnv, type OpenCall, type TemplateWriting } from "../../compiler/index.ts";
import { functions } from "../../schemas/expr/functions.ts";
import { methods } from "../../schemas/expr/methods.ts";
import { describeSignature, type Signature } from "../../schemas/expr/signature.ts";
import { tests } from "../../schemas/expr/tests.ts";
import { filters } from "../../schemas/template/filters.ts";
import { describeType, types, type Type } from "../../schemas/type.ts";
import type { CodeCursor } from "./code-cursor.ts";
import type { Style } from "../cursor/scalar.ts";
import type { Around } from "./around.ts";
import type { Candidate, CandidateKind, DocRef } from "./candidate.ts";

/** What may be written in code, and how much of what stands before and behind the cursor it takes the place of. */
export interface CodeCompletions {
  readonly candidates: readonly Candidate[];
  readonly before: number;
  readonly behind: number;
}

/** What may be written at a cursor in a text that holds code. `style` is that of the text: its quotes cannot be used within. */
export function codeCompletions({ text, at, spot }: CodeCursor, style: Style, around: Around): CodeCompletions | undefined {
  const behind = /^[\p{L}\p{N}_]*/u.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  switch (spot.in) {
    case "text": return inText(text, at);
    case "nothing": return { candidates: [], before: 0, behind: 0 };
    case "tag": return { candidates: tagWords(spot.open), before: at - spot.start, behind };
    case "code": {
      const { candidates, start } = inCode(text.slice(spot.start, spot.end), at - spot.start, spot, style, around);
      return { candidates, before: at - spot.start - start, behind };
    }
  }
}

type CodeSpot = Extract<TemplateWriting, { in: "code" }>;

function inCode(code: string, at: number, { env }: CodeSpot, style: Style, around: Around): { readonly candidates: readonly Candidate[]; readonly start: number } {
  const writing = writingIn(code, at, env);
  const { start } = writing;
  switch (writing.what) {
    case "member": return { start, candidates: writing.root === "env" ? named(around.envNames(), "constant", 0) : members(writing.of, writing.root === "state") };
    case "filter": return { start, candidates: callableOn(filters, writing.of).map((name) => called("filter", name, signatureOf(filters, name), 1)) };
    case "test": return { start, candidates: callableOn(tests, writing.of).map((name) => called("test", name, signatureOf(tests, name), 1)) };
    case "value": return { start, candidates: values(writing, style === "double" ? "'" : style === "single" ? '"' : "'") };
    case "operator": return { start, candidates: named(["and", "or", "not in", "in", "is", "is not", "if", "else", "for"], "keyword", 1) };
    case "text": return { start, candidates: [...keysOf(writing.keysOf), ...named(literalsOf(writing.beside), "choice", 0)] };
    case "nothing": return { start, candidates: [] };
  }
}

/** The parts of a value; those of the state are read far more often than its methods. */
function members(of: Type, isState: boolean): readonly Candidate[] {
  const found = membersIn(of);
  return [
    ...fieldsFirst(found.fields),
    ...found.methods.map((name) => called("method", name, signatureOf(methods, name), isState ? 3 : 1)),
  ];
}

function fieldsFirst(fields: ReadonlyMap<string, Type>): readonly Candidate[] {
  return [...fields].map(([label, type]) => ({ label, kind: "field", rank: 0, detail: describeType(type) }));
}

function keysOf(of: Type | undefined): readonly Candidate[] {
  return of === undefined ? [] : fieldsFirst(membersIn(of).fields);
}

function values({ env, beside, call }: { readonly env: ExprEnv; readonly beside: Type | undefined; readonly call: OpenCall | undefined }, quote: string): readonly Candidate[] {
  return [
    ...literalsOf(beside).map((text): Candidate => ({ label: `${quote}${text}${quote}`, kind: "choice", rank: 0, filter: text })),
    ...argumentNames(call),
    ...[...env.locals].map(([label, type]): Candidate => ({ label, kind: "variable", rank: 1, detail: describeType(type) })),
    ...[...env.roots].filter(([label]) => !env.locals.has(label)).map(([label, type]): Candidate => ({ label, kind: "variable", rank: 2, detail: short(type), doc: { of: "root", name: label } })),
    ...Object.keys(functions).map((name) => called("function", name, signatureOf(functions, name), 3)),
    ...named(["True", "False", "None", "not"], "keyword", 4),
  ];
}

/** Arguments that may be given by their names, and have none yet. Methods take no names. */
function argumentNames(call: OpenCall | undefined): readonly Candidate[] {
  if (call === undefined || call.kind === "method" || call.keyword !== undefined) return [];
  const all = new Map(call.signatures.flatMap(({ params }) => params.filter(({ given }) => given !== "rest").map((param) => [param.name, param] as const)));
  return [...all.values()].filter(({ name, given }) => !call.named.includes(name) && given !== "required").map(({ name }) => ({ label: `${name}=`, kind: "field", rank: 1, detail: "an argument" }));
}

function literalsOf(type: Type | undefined): readonly string[] {
  const all = type === undefined ? [] : type.kind === "union" ? type.of : [type];
  return all.flatMap((member) => (member.kind === "literal" && typeof member.value === "string" ? [member.value] : []));
}

type CallKind = Extract<DocRef["of"], "function" | "method" | "filter" | "test">;
type Rows = { readonly [name: string]: { readonly signatures: readonly Signature[] } };

function signatureOf(rows: Rows, name: string): Signature | undefined {
  return rows[name]?.signatures[0];
}

/** A name that is called: with brackets, where arguments may be wanted. */
function called(kind: CallKind, name: string, signature: Signature | undefined, rank: number): Candidate {
  const params = signature?.params ?? [];
  const wanted = params.filter(({ given }) => given === "required" || given === "rest");
  const always = kind === "function" || kind === "method";
  const stops = wanted.map((param, index) => `\${${index + 1}:${param.name}}`).join(", ");
  const snippet = wanted.length > 0 ? `${name}(${stops})` : always ? (params.length > 0 ? `${name}(\${1})` : `${name}()`) : undefined;
  return { label: name, kind, rank, doc: { of: kind, name }, ...(signature === undefined ? {} : { detail: describeSignature(name, signature) }), ...(snippet === undefined ? {} : { snippet }) };
}

function named(labels: readonly string[], kind: CandidateKind, rank: number): readonly Candidate[] {
  return labels.map((label) => ({ label, kind, rank }));
}

/** Records of many fields are too long to stand beside a name. */
function short(type: Type): string {
  return type.kind === "record" ? "dict" : type === types.hole ? "" : describeType(type);
}

/** The words of tags: those that end or divide the block around the cursor first. */
function tagWords(open: readonly BlockTag[]): readonly Candidate[] {
  const inner = open.at(-1);
  const ends = inner === undefined ? [] : inner === "if" ? ["endif", "else", "elif"] : ["endfor", "else"];
  return [...named(ends, "keyword", 0), ...named(["if", "for", "set", "raw"], "keyword", 1)];
}

/** Code to begin with, where its first brace is written; in plain text nothing is offered. */
function inText(text: string, at: number): CodeCompletions | undefined {
  if (text[at - 1] !== "{" || text[at - 2] === "{") return undefined;
  const behind = text[at] === "}" ? 1 : 0;
  const snippets: readonly (readonly [string, string])[] = [
    ["{{ }}", "{{ ${1} \\}\\}"],
    ["{% if %}", "{% if ${1:condition} %\\}${2}{% endif %\\}"],
    ["{% for %}", "{% for ${1:item} in ${2:items} %\\}${3}{% endfor %\\}"],
    ["{% set %}", "{% set ${1:name} = ${2:value} %\\}"],
  ];
  const candidates = snippets.map(([label, snippet]): Candidate => ({ label, kind: "snippet", rank: 0, snippet, filter: `{${label}` }));
  return { candidates, before: 1, behind };
}
