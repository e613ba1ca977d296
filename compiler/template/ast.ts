import type { Clause, ExprAst, Range, Word } from "../expr/ast.ts";

/** An expression inside a template. The offsets in its tree count from `offset` of the template's text. */
export interface Code<Ast = ExprAst> extends Range {
  readonly ast: Ast;
  readonly offset: number;
}

export interface Arm extends Range {
  readonly when: Code;
  readonly body: readonly TemplatePart[];
}

/** What a template consists of; ranges count in the template's own text. */
export type TemplatePart =
  /** Text to render as it stands: what whitespace control removes is no part of it. */
  | ({ readonly part: "text"; readonly text: string } & Range)
  | ({ readonly part: "out"; readonly of: Code } & Range)
  | ({ readonly part: "if"; readonly arms: readonly Arm[]; readonly else: readonly TemplatePart[] } & Range)
  | ({ readonly part: "for"; readonly loop: Code<Clause>; readonly body: readonly TemplatePart[]; readonly else: readonly TemplatePart[] } & Range)
  | ({ readonly part: "set"; readonly name: Word; readonly to: Code } & Range);
