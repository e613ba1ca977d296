import { stateKeys } from "../bind/keys.ts";
import { gathered } from "../check/gathered.ts";
import { perRead } from "../check/node-reads.ts";
import type { TypedNode, TypedWorkflow } from "../check/typed.ts";
import { diagnostic, report } from "../diagnostics/define.ts";
import { memberOf } from "../syntax/part.ts";
import { keyTraces } from "./key-traces.ts";
import { removeField } from "./remove-item.ts";
import type { WorkflowRule } from "./rule.ts";

const declaredUnused = diagnostic<{ key: string }>({
  code: "JJ5105",
  slug: "declared-unused",
  severity: "warning",
  tag: "unnecessary",
  message: (p) => `'${p.key}' is declared, and no node reads or writes it`,
  help: (p) => `remove '${p.key}' from 'state_schema', or use it`,
  doc: `A key that nothing reads and nothing writes is left over, or a node that should use it uses another one. A key that is written
and never read is no mistake, since the state is the result; nor is one that the header lists in \`inputs\`, one that has a default, one
that \`data\` of an event declares, or one that a path of \`pii_fields\` names. Nothing is said where any key may be used: where an
event without \`data\` brings what it likes, where code reads the state whole, and where a function of the project sees it.`,
});

/** What is declared is used. */
export const declaredUnusedRule: WorkflowRule = {
  of: "workflow",
  reports: [declaredUnused],
  check: (typed) => {
    const { ast, state } = typed.bound;
    const type = memberOf(ast.header, "state_schema", "type")?.type;
    if (type === undefined) return [];
    const { numbers } = stateKeys(typed.bound);
    const isUsed = usedKeys(typed);
    const isListed = namesIn(type.schema?.["required"]);
    const unused: { readonly key: (typeof type.fields)[number]["key"]; readonly index: number }[] = [];
    for (const [index, { key }] of type.fields.entries()) {
      const number = numbers.get(key.value);
      if (number === undefined || isUsed[number] === 1) continue;
      const symbol = state.get(key.value);
      // Of a key whose type is none, that was told.
      if (symbol?.default === undefined && symbol?.type.kind !== "hole" && !isListed.has(key.value)) unused.push({ key, index });
    }
    const mayMean = unused.length === 0 ? undefined : keyTraces(typed);
    if (mayMean === undefined) return [];
    const told = unused.filter(({ key }) => !mayMean(key.value));
    const stay = type.fields.length - told.length;
    return told.map(({ key, index }) => report(declaredUnused, key.span, { key: key.value }, { fixes: removeField(ast, type, index, stay) }));
  },
};

/** By number: 1 for a key that a node reads or writes. */
function usedKeys(typed: TypedWorkflow): Uint8Array {
  const isUsed = new Uint8Array(typed.bound.state.size);
  for (const key of gathered(typed, keysIn)) isUsed[key] = 1;
  return isUsed;
}

/** The keys that a node reads or writes, each as often as it does. */
function keysIn({ bound: { wiring: { result, event } }, reads: { keys } }: TypedNode): readonly number[] {
  const used: number[] = [];
  for (let read = 0; read < keys.length; read += perRead) used.push(keys[read] as number);
  for (const written of [result, event]) {
    if (written === undefined) continue;
    used.push(...written.surely);
    if (written.perhaps !== "any") used.push(...written.perhaps);
  }
  return used;
}

function namesIn(list: unknown): ReadonlySet<unknown> {
  return new Set(Array.isArray(list) ? list : []);
}
