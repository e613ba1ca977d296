import { compile, decodeUtf8 } from "../compiler/index.ts";
import type { ProjectOptions } from "../runtime/index.ts";

/** Reads the policies of projects by the compiler's judgement; the one at `judged`, which is the document in question, is left to that. */
export function policyReader(judged: string | undefined): NonNullable<ProjectOptions["readPolicy"]> {
  return (bytes, file) => {
    if (file === judged) return undefined;
    const { value: text, diagnostics: encoding } = decodeUtf8(bytes);
    const { policy, diagnostics, blocks } = compile({ uri: file, text });
    const errors = [...encoding, ...diagnostics].filter(({ severity }) => severity === "error");
    if (errors.length === 0 && policy !== undefined) return { ok: true, policy };
    const problems = errors.map(({ message, help, span }) => ({ message, place: blocks.absolute(span), ...(help === undefined ? {} : { help }) }));
    return { ok: false, text, problems: problems.length > 0 ? problems : [notAPolicy] };
  };
}

const notAPolicy = { message: "this is no policy", place: { start: 0, end: 0 }, help: "write 'version: 1' and 'rules:', or a 'policy:' block" };
