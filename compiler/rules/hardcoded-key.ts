import { secretsIn } from "../../schemas/secret-format.ts";
import { hardcodedSecret } from "../diagnostics/decode.ts";
import { report } from "../diagnostics/define.ts";
import type { TextRule, WorkflowRule } from "./rule.ts";

/** No key of a service stands anywhere in a document, comments included. */
export const hardcodedKeyRule: TextRule = {
  of: "text",
  reports: [],
  check: (text, spanOf) => secretsIn(text).map(({ of, ...range }) => report(hardcodedSecret, spanOf(range), { service: of })),
};

/** Nor does one in the files that it includes: what they say is sent to models. */
export const includedKeyRule: WorkflowRule = {
  of: "workflow",
  reports: [],
  check: ({ bound: { ast: { blocks } } }) => blocks.files.flatMap(({ id, source }) => secretsIn(source.text).map(({ of, start, end }) => report(hardcodedSecret, { block: id, start, end }, { service: of }))),
};
