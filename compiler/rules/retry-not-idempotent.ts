import { retryFields, retryPresets } from "../../schemas/common-fields.ts";
import { hintsOf } from "../../schemas/tool-lock.ts";
import type { Around, BoundNode } from "../bind/bound.ts";
import { lockedCalls } from "../bind/locked-tools.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf, type Member, type Members, type Part } from "../syntax/part.ts";
import { insertBefore } from "./insert-before.ts";
import type { NodeRule } from "./rule.ts";

const retryNotIdempotent = diagnostic<{ call: string; attempts: number; key: string | undefined }>({
  code: "JJ6017",
  slug: "retry-not-idempotent",
  severity: "warning",
  message: (p) => `'${p.call}' may take effect ${p.attempts === 2 ? "twice" : `${p.attempts} times`}: it is retried, and nothing says that a second call changes nothing more`,
  help: (p) => `write 'effect: idempotent' if the service knows the key that every attempt carries${p.key === undefined ? "" : `, set '${p.key}'`}, or write 'effect: once'`,
  doc: `An attempt that timed out may have been carried out all the same; the next one then does it again: two orders, two letters. Every
attempt of a visit carries the same key (\`Idempotency-Key\`, or \`_meta\` of a tool), and what is behind it has to look at that key. Say so
with \`effect: idempotent\`, give a key that the service knows, or let the node run \`once\`: then a person decides about a call whose outcome
nobody knows. Of tools, only those are judged whose annotations \`jamjet.lock\` has.

\`\`\`yaml
order:
  type: http
  method: POST
  url: https://shop.example.com/orders
  retry: io_default
  idempotency_key: "order-{{ state.cart_id }}"     # without this line: up to five orders
\`\`\``,
});

/** What is retried may be done again: its kind, its author or the tool's annotations say so. */
export const retryNotIdempotentRule: NodeRule = {
  of: "node",
  reports: [retryNotIdempotent],
  check: ({ bound: node }, around) => {
    const { members } = node.ast;
    const retry = members["retry"];
    if (retry === undefined || members["effect"] !== undefined) return [];
    const attempts = riskyAttempts(around, retry.part);
    const call = attempts > 1 ? callThatAdds(around, node) : undefined;
    if (call === undefined || saysItIsAKey(members)) return [];
    const fixes = insertBefore(around.ast, node.ast, retry, "effect: idempotent", "say that it is idempotent");
    return [report(retryNotIdempotent, retry.part.span, { ...call, attempts }, { fixes })];
  },
};

/** A header or an argument that is called so tells one call from another. */
function saysItIsAKey(members: Members): boolean {
  const names = ["headers", "arguments"].flatMap((field) => memberOf(members, field, "map")?.entries.map(({ key }) => key.value) ?? []);
  return names.some((name) => /idempot|^request_?id$/i.test(name));
}

/** The call of the node, if doing it twice may do harm. */
function callThatAdds(bound: Around, node: BoundNode): { readonly call: string; readonly key: string | undefined } | undefined {
  const { twiceWhen } = node.spec?.traits.effect ?? {};
  const value = twiceWhen === undefined ? undefined : memberOf(node.ast.members, twiceWhen.field, "choice")?.value;
  if (twiceWhen !== undefined && value !== undefined && twiceWhen.in.includes(value) && node.ast.members[twiceWhen.key] === undefined) return { call: value, key: twiceWhen.key };
  const locked = lockedCalls(bound, node).find(({ own }) => own);
  if (locked === undefined) return undefined;
  const { readOnly, idempotent } = hintsOf(locked.tool);
  return readOnly === true || idempotent === true ? undefined : { call: `${locked.server}.${locked.tool.name}`, key: undefined };
}

/** Failures of which the service says that it did nothing. */
const nothingHappened: ReadonlySet<string> = new Set(["rate_limited", "429", "503"]);

/** How often a call may be made whose outcome is not known; 1 where the policy could not be read. */
function riskyAttempts({ ast }: Around, retry: Part): number {
  if (retry.shape === "object") return attemptsOf(retry.members);
  if (retry.shape !== "name") return 1;
  const own = memberOf(ast.header, "retry_policies", "map")?.entries.find(({ key }) => key.value === retry.value);
  if (own !== undefined) return own.part.shape === "object" ? attemptsOf(own.part.members) : 1;
  const preset = Object.entries(retryPresets).find(([name]) => name === retry.value)?.[1];
  return preset === undefined || preset.retry_on.every((name) => nothingHappened.has(name)) ? 1 : preset.max_attempts;
}

function attemptsOf({ max_attempts: attempts, retry_on: on }: { readonly [name: string]: Member | undefined }): number {
  const classes = on?.part.shape === "list" ? on.part.items : undefined;
  if (classes?.every((item) => item.shape === "name" && nothingHappened.has(item.value)) === true) return 1;
  if (attempts === undefined) return retryFields.max_attempts.default;
  return attempts.part.shape === "integer" ? attempts.part.value : 1;
}
