import type { MarkKind } from "../../compiler/index.ts";

/** Kinds of tokens, by the names that themes of editors know. Their order is part of the protocol. */
export const tokenTypes = ["namespace", "variable", "property", "parameter", "function", "method", "keyword", "operator", "number", "string", "class", "type", "enumMember"] as const;
export type TokenType = (typeof tokenTypes)[number];

/** What else is said of a token; a bit each, in this order. */
export const tokenModifiers = ["declaration", "readonly", "modification", "defaultLibrary"] as const;
type TokenModifier = (typeof tokenModifiers)[number];

/** How a token is shown. */
export interface TokenLook {
  readonly type: TokenType;
  readonly modifiers?: readonly TokenModifier[];
}

/** How each piece of code looks. Roots are named, keys of the state are what is kept, and what we bring along is of the library. */
const codeLooks: { readonly [K in MarkKind]: TokenLook } = {
  root: { type: "namespace", modifiers: ["readonly"] },
  key: { type: "variable", modifiers: ["readonly"] },
  field: { type: "property", modifiers: ["readonly"] },
  variable: { type: "parameter" },
  argument: { type: "parameter" },
  function: { type: "function", modifiers: ["defaultLibrary"] },
  method: { type: "method", modifiers: ["defaultLibrary"] },
  filter: { type: "function", modifiers: ["defaultLibrary"] },
  test: { type: "function", modifiers: ["defaultLibrary"] },
  keyword: { type: "keyword" },
  constant: { type: "keyword" },
  operator: { type: "operator" },
  number: { type: "number" },
  text: { type: "string" },
};

/** How a piece of code looks; a variable that is named for the first time says so. */
export function lookOfCode(as: MarkKind, isNew: true | undefined): TokenLook {
  return isNew === undefined ? codeLooks[as] : { ...codeLooks[as], modifiers: ["declaration"] };
}

/** The bits of the modifiers of a look. */
export function modifierBits({ modifiers = [] }: TokenLook): number {
  return modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0);
}
