import { secretsIn } from "../../schemas/secret-format.ts";
import { hardcodedSecret } from "../diagnostics/decode.ts";
import { report } from "../diagnostics/define.ts";
import type { TextRule } from "./rule.ts";

/** No key of a service stands anywhere in a document, comments included. */
export const hardcodedKeyRule: TextRule = {
  of: "text",
  reports: [],
  check: (text, spanOf) => secretsIn(text).map(({ of, ...range }) => report(hardcodedSecret, spanOf(range), { service: of })),
};
