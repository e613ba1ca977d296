import type { CstNode, IParserErrorMessageProvider, IRecognitionException, IToken, ParserMethod } from "chevrotain";
import { CstParser } from "chevrotain";
import { tokenTypes, vocabulary } from "./tokens.ts";

const t = tokenTypes;

/**
 * The grammar, flat on purpose: a chain of operators is one rule, its precedence is settled in `build.ts`. A cascade
 * of one rule per precedence level costs five times as much per parse.
 *
 * Labels keep source order where it matters: `item` alternates operands and operators, `trailer` lists what follows a
 * head, `part` the sides of the colons of a slice.
 */
class Grammar extends CstParser {
  /** `then if test else other`, any number of times to the right. */
  readonly expression = this.RULE("expression", () => {
    this.SUBRULE(this.chain);
    this.MANY(() => {
      this.CONSUME(t.If);
      this.SUBRULE2(this.chain, { LABEL: "test" });
      this.CONSUME(t.Else);
      this.SUBRULE3(this.chain, { LABEL: "other" });
    });
  });

  readonly chain: ParserMethod<[], CstNode> = this.RULE("chain", () => {
    this.SUBRULE(this.unit, { LABEL: "item" });
    this.MANY(() => {
      this.OR([
        { ALT: () => { this.CONSUME(t.Binary, { LABEL: "item" }); this.SUBRULE2(this.unit, { LABEL: "item" }); } },
        { ALT: () => { this.CONSUME(t.Minus, { LABEL: "item" }); this.SUBRULE3(this.unit, { LABEL: "item" }); } },
        { ALT: () => { this.CONSUME(t.In, { LABEL: "item" }); this.SUBRULE4(this.unit, { LABEL: "item" }); } },
        { ALT: () => { this.CONSUME(t.Not, { LABEL: "item" }); this.CONSUME2(t.In); this.SUBRULE5(this.unit, { LABEL: "item" }); } },
        { ALT: () => { this.CONSUME(t.Is, { LABEL: "item" }); this.SUBRULE(this.test, { LABEL: "item" }); } },
        { ALT: () => { this.CONSUME(t.Pipe, { LABEL: "item" }); this.SUBRULE(this.filter, { LABEL: "item" }); } },
      ]);
    });
  });

  readonly unit: ParserMethod<[], CstNode> = this.RULE("unit", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Not, { LABEL: "prefix" }) },
        { ALT: () => this.CONSUME(t.Minus, { LABEL: "prefix" }) },
      ]);
    });
    this.OR2([
      { ALT: () => this.CONSUME(t.Name, { LABEL: "head" }) },
      { ALT: () => this.CONSUME(t.Number, { LABEL: "head" }) },
      { ALT: () => this.CONSUME(t.Text, { LABEL: "head" }) },
      { ALT: () => this.CONSUME(t.Constant, { LABEL: "head" }) },
      { ALT: () => this.SUBRULE(this.group, { LABEL: "head" }) },
      { ALT: () => this.SUBRULE(this.list, { LABEL: "head" }) },
      { ALT: () => this.SUBRULE(this.dict, { LABEL: "head" }) },
    ]);
    this.MANY2(() => {
      this.OR3([
        { ALT: () => { this.CONSUME(t.Dot); this.CONSUME2(t.Name, { LABEL: "trailer" }); } },
        { ALT: () => this.SUBRULE(this.call, { LABEL: "trailer" }) },
        { ALT: () => this.SUBRULE(this.subscript, { LABEL: "trailer" }) },
      ]);
    });
  });

  /** Several expressions are a tuple, which `build.ts` refuses with a word of advice. */
  readonly group: ParserMethod<[], CstNode> = this.RULE("group", () => {
    this.CONSUME(t.LParen);
    this.SUBRULE(this.expression);
    this.MANY(() => this.SUBRULE(this.clause));
    this.MANY2({ GATE: () => this.LA(2).tokenType !== t.RParen, DEF: () => { this.CONSUME(t.Comma); this.SUBRULE2(this.expression); } });
    this.OPTION(() => this.CONSUME2(t.Comma));
    this.CONSUME(t.RParen);
  });

  readonly list: ParserMethod<[], CstNode> = this.RULE("list", () => {
    this.CONSUME(t.LSquare);
    this.OPTION(() => {
      this.SUBRULE(this.expression);
      this.MANY(() => this.SUBRULE(this.clause));
      this.MANY2({ GATE: () => this.LA(2).tokenType !== t.RSquare, DEF: () => { this.CONSUME(t.Comma); this.SUBRULE2(this.expression); } });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    this.CONSUME(t.RSquare);
  });

  readonly dict: ParserMethod<[], CstNode> = this.RULE("dict", () => {
    this.CONSUME(t.LCurly);
    this.OPTION(() => {
      this.SUBRULE(this.entry);
      this.MANY({ GATE: () => this.LA(2).tokenType !== t.RCurly, DEF: () => { this.CONSUME(t.Comma); this.SUBRULE2(this.entry); } });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    this.CONSUME(t.RCurly);
  });

  readonly entry: ParserMethod<[], CstNode> = this.RULE("entry", () => {
    this.SUBRULE(this.expression);
    this.CONSUME(t.Colon);
    this.SUBRULE2(this.expression);
  });

  readonly clause: ParserMethod<[], CstNode> = this.RULE("clause", () => {
    this.CONSUME(t.For);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.CONSUME(t.Name) });
    this.CONSUME(t.In);
    this.SUBRULE(this.chain);
    this.MANY(() => { this.CONSUME(t.If); this.SUBRULE2(this.chain, { LABEL: "test" }); });
  });

  readonly call: ParserMethod<[], CstNode> = this.RULE("call", () => {
    this.CONSUME(t.LParen);
    this.OPTION(() => {
      this.SUBRULE(this.argument);
      this.MANY({ GATE: () => this.LA(2).tokenType !== t.RParen, DEF: () => { this.CONSUME(t.Comma); this.SUBRULE2(this.argument); } });
      this.OPTION2(() => this.CONSUME2(t.Comma));
    });
    this.CONSUME(t.RParen);
  });

  readonly argument: ParserMethod<[], CstNode> = this.RULE("argument", () => {
    this.OPTION(() => { this.CONSUME(t.Argument); this.CONSUME(t.Assign); });
    this.SUBRULE(this.expression);
    this.MANY(() => this.SUBRULE(this.clause));
  });

  readonly subscript: ParserMethod<[], CstNode> = this.RULE("subscript", () => {
    this.CONSUME(t.LSquare);
    this.OPTION(() => this.SUBRULE(this.expression, { LABEL: "part" }));
    this.MANY(() => {
      this.CONSUME(t.Colon, { LABEL: "part" });
      this.OPTION2(() => this.SUBRULE2(this.expression, { LABEL: "part" }));
    });
    this.CONSUME(t.RSquare);
  });

  readonly filter: ParserMethod<[], CstNode> = this.RULE("filter", () => {
    this.CONSUME(t.Name, { LABEL: "name" });
    this.OPTION(() => this.SUBRULE(this.call));
  });

  /** The argument of a test may stand without parentheses, as in Jinja2: `x is divisibleby 3`. */
  readonly test: ParserMethod<[], CstNode> = this.RULE("test", () => {
    this.OPTION(() => this.CONSUME(t.Not));
    this.OR([
      { ALT: () => this.CONSUME(t.Name, { LABEL: "name" }) },
      { ALT: () => this.CONSUME(t.Constant, { LABEL: "name" }) },
      { ALT: () => this.CONSUME(t.In, { LABEL: "name" }) },
    ]);
    this.OPTION2({
      DEF: () => this.OR2({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.SUBRULE(this.call) },
          { GATE: () => startsArgument(this.LA(1)), ALT: () => this.SUBRULE(this.unit, { LABEL: "bare" }) },
        ],
      }),
      GATE: () => this.LA(1).tokenType === t.LParen || startsArgument(this.LA(1)),
    });
  });

  constructor(rules: "validate" | "trust") {
    super(vocabulary, { recoveryEnabled: true, maxLookahead: 1, nodeLocationTracking: "none", errorMessageProvider, skipValidations: rules === "trust" });
    this.performSelfAnalysis();
  }
}

/** The parser's messages are for `explain.ts` alone: the name of the token type that was missing, if it is one. */
const errorMessageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};

function startsArgument({ tokenType }: IToken): boolean {
  return tokenType === t.Name || tokenType === t.Number || tokenType === t.Text || tokenType === t.Constant || tokenType === t.LSquare || tokenType === t.LCurly;
}

let grammar: Grammar | undefined;

/** Throws if two ways through the grammar could not be told apart. Costs start-up time, so only a test asks. */
export function validateGrammar(): void {
  new Grammar("validate");
}

export interface Cst {
  readonly root: CstNode;
  /** Their `message` is the name of the token type that was missing, or empty. */
  readonly errors: readonly IRecognitionException[];
}

/** Parses one whole expression, or the head of one loop; what could not be understood is missing in the tree and told in `errors`. */
export function parseTokens(tokens: IToken[], rule: "expression" | "clause"): Cst {
  grammar ??= new Grammar("trust");
  grammar.input = tokens;
  const root = rule === "expression" ? grammar.expression() : grammar.clause();
  return { root, errors: grammar.errors };
}
