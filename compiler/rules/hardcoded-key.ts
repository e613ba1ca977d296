import { secretsIn } from "../../schemas/secret-format.ts";
import { hardcodedSecret } from "../diagnostics/decode.ts";
import { report } from "../diagnostics/define.ts";
import type { Rule } from "./rule.ts";

/** No key of a service stands anywhere in a document, comments included. */
export const hardcodedKeyRule: Rule = {
  reports: [],
  check: ({ bound: { ast } }) =>
    secretsIn(ast.source.text).map(({ of, start, end }) => report(hardcodedSecret, ast.blocks.relative({ start, end }), { service: of })),
};
