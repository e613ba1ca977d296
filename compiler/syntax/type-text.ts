import { dictOf, listOf, literal, optional, types, unionOf, type RecordFields, type Type } from "../../schemas/type.ts";
import { forbiddenNames } from "../../schemas/text-format.ts";
import { nearest } from "../../schemas/nearest.ts";
import { formatRule } from "./formats.ts";

/** What is wrong with a type text, and where in it. */
export interface TypeProblem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly why: string;
  readonly nearest?: string;
}

export type ParsedType = { readonly ok: true; readonly type: Type } | { readonly ok: false; readonly problem: TypeProblem };

const simple: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["str", types.str], ["int", types.int], ["float", types.float], ["bool", types.bool], ["any", types.any],
  ["null", types.null], ["None", types.null], ["list", listOf(types.any)], ["dict", dictOf(types.any)],
]);

/** Names of other languages and what they are called here. */
const foreign: ReadonlyMap<string, string> = new Map([
  ["string", "str"], ["text", "str"], ["integer", "int"], ["number", "float"], ["double", "float"], ["boolean", "bool"],
  ["array", "list"], ["object", "dict"], ["map", "dict"], ["none", "null"], ["Any", "any"], ["List", "list"], ["Dict", "dict"], ["Str", "str"],
]);

const deepest = 32;

/** Reads `list[str] | None` and its kind: `T?`, `Optional[T]`, `Literal[…]`, `dict[str, T]`, `{title: str}`. */
export function parseTypeText(text: string): ParsedType {
  const known = simple.get(text);
  if (known !== undefined) return { ok: true, type: known };
  const parser = new TypeParser(text);
  try {
    return { ok: true, type: parser.whole() };
  } catch (thrown) {
    if (thrown instanceof Stop) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

/** Leaves the recursion at the first problem; never crosses `parseTypeText`. */
class Stop {
  readonly problem: TypeProblem;
  constructor(problem: TypeProblem) {
    this.problem = problem;
  }
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

class TypeParser {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w.]*|[[\]{}|,:?]|\S/g)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
  }

  whole(): Type {
    if (this.tokens.length === 0) this.stop(undefined, "a type is missing");
    const type = this.union();
    if (this.at < this.tokens.length) this.stop(this.tokens[this.at], "nothing is expected here");
    return type;
  }

  private union(): Type {
    this.depth += 1;
    if (this.depth > deepest) this.stop(this.tokens[this.at], `types nest at most ${deepest} deep`);
    const members = [this.suffixed()];
    while (this.take("|")) members.push(this.suffixed());
    this.depth -= 1;
    return unionOf(members);
  }

  private suffixed(): Type {
    let type = this.single();
    while (this.take("?")) type = optional(type);
    return type;
  }

  private single(): Type {
    const token = this.tokens[this.at];
    if (token === undefined) return this.stop(undefined, "a type is missing at the end");
    this.at += 1;
    const { text } = token;
    if (text === "{") return this.record();
    if (text === "list" || text === "dict" || text === "Optional" || text === "Literal") {
      if (this.take("[")) return this.closed(this.generic(text));
      if (text === "Optional" || text === "Literal") return this.stop(token, `'${text}' needs brackets`);
    }
    const known = simple.get(text);
    if (known !== undefined) return known;
    const near = foreign.get(text) ?? nearest(text, simple.keys()) ?? nearest(text, ["Optional", "Literal"]);
    const isDotted = /\w\.\w/.test(text);
    return this.stop(token, isDotted ? "a class of another language cannot be resolved here" : "no type has this name", near);
  }

  private generic(name: "list" | "dict" | "Optional" | "Literal"): Type {
    if (name === "Literal") return this.literals();
    if (name === "dict") {
      const key = this.tokens[this.at];
      const keyType = this.union();
      if (keyType.kind !== "str") this.stop(key, "the keys of a dict are always str", "str");
      if (!this.take(",")) this.stop(this.tokens[this.at], "a dict is written dict[str, T]");
      return dictOf(this.union());
    }
    const inner = this.union();
    return name === "list" ? listOf(inner) : optional(inner);
  }

  private record(): Type {
    const fields: { [name: string]: RecordFields[string] } = {};
    while (!this.take("}")) {
      const name = this.tokens[this.at];
      if (name === undefined) return this.stop(undefined, "a '}' is missing");
      if (!formatRule("identifier").fits(name.text) || forbiddenNames.has(name.text) || Object.hasOwn(fields, name.text)) return this.stop(name, "a record has fields with names of their own: {title: str}");
      this.at += 1;
      if (!this.take(":")) return this.stop(this.tokens[this.at], `the type of '${name.text}' is missing`);
      fields[name.text] = { type: this.union() };
      if (this.tokens[this.at]?.text !== "}" && !this.take(",")) return this.stop(this.tokens[this.at], "a ',' or '}' is missing");
    }
    return { kind: "record", fields, open: false };
  }

  private literals(): Type {
    const members: Type[] = [];
    do {
      const token = this.tokens[this.at];
      this.at += 1;
      const value = token === undefined ? undefined : literalOf(token.text);
      if (value === undefined) return this.stop(token, "Literal holds quoted texts, numbers, true and false");
      members.push(literal(value));
    } while (this.take(","));
    return unionOf(members);
  }

  private closed(type: Type): Type {
    return this.take("]") ? type : this.stop(this.tokens[this.at], "a ']' is missing");
  }

  private take(text: string): boolean {
    if (this.tokens[this.at]?.text !== text) return false;
    this.at += 1;
    return true;
  }

  private stop(token: Token | undefined, why: string, near?: string): never {
    const place = token ?? { start: this.text.length, end: this.text.length, text: this.text };
    throw new Stop({ start: place.start, end: place.end, text: place.text, why, ...(near === undefined ? {} : { nearest: near }) });
  }
}

function literalOf(text: string): string | number | boolean | undefined {
  if (/^["']/.test(text)) return text.slice(1, -1).replace(/\\(.)/g, "$1");
  if (/^-?\d/.test(text)) return Number(text);
  if (/^(?:true|True)$/.test(text)) return true;
  return /^(?:false|False)$/.test(text) ? false : undefined;
}
