import { Bug } from "../../schemas/bug.ts";
import type { ExprIr } from "../../schemas/expr/ir.ts";
import type { Json } from "../../schemas/json.ts";
import { isJsonObject } from "../../schemas/json.ts";
import type { TypeIr } from "../../schemas/field.ts";
import { specOf } from "../../schemas/nodes/index.ts";
import type { Op, OpOf } from "../../schemas/op.ts";
import type { Code, Slot } from "../../schemas/program-refs.ts";
import type { Program } from "../../schemas/program.ts";
import { isHostWritten } from "./address.ts";
import type { Evaluate } from "../expr/evaluate.ts";
import { compileExpr } from "../expr/evaluate.ts";

/** What one piece of code is, beyond how to evaluate it. */
export interface CompiledCode {
  readonly evaluate: Evaluate;
  /** As the author wrote it; for messages. */
  readonly source: string;
  readonly readsEnv: boolean;
  /** For an address: whether the author or the operator decides on its host, and no data. */
  readonly isHostWritten: boolean;
  /** Whether its value may be the state itself, which later events change. */
  readonly sharesState: boolean;
}

/** What holds of every attempt of a call. */
export interface CallFacts {
  /** The declared type of the state key that takes the result whole. */
  readonly wanted: TypeIr | undefined;
  /** Whether data decides on the host of an address among the fields. */
  readonly isSteered: boolean;
}

/** A program made ready to run: names found, code compiled when it is first needed. Holds nothing of any execution. */
export interface Plan {
  readonly program: Program;
  readonly op: (slot: Slot) => Op;
  readonly slotOf: (node: string) => Slot;
  readonly code: (code: Code) => CompiledCode;
  readonly call: (op: OpOf<"call">) => CallFacts;
}

/** The plan of a program that `loadProgram` or the compiler vouches for. */
export function planOf(program: Program): Plan {
  const slots = new Map(program.ops.map((op, index) => [op.node, index as Slot]));
  const compiled: CompiledCode[] = [];
  const code = (number: Code): CompiledCode => (compiled[number] ??= compileCode(program, number));
  const calls = new WeakMap<OpOf<"call">, CallFacts>();
  return {
    program,
    op: (slot) => program.ops[slot] ?? misfits(`it has no op ${slot}`),
    slotOf: (node) => slots.get(node) ?? misfits(`it has no node '${node}'`),
    code,
    call: (op) => {
      const known = calls.get(op);
      if (known !== undefined) return known;
      const facts = { wanted: wantedBy(program, op), isSteered: isSteered(op, code) };
      calls.set(op, facts);
      return facts;
    },
  };
}

function wantedBy(program: Program, { writes }: OpOf<"call">): TypeIr | undefined {
  const whole = writes.find((write) => write.part === undefined);
  return whole === undefined ? undefined : program.state[whole.key];
}

function isSteered({ kind, fields }: OpOf<"call">, codeOf: Plan["code"]): boolean {
  return Object.entries(specOf(kind).fields).some(([name, field]) => {
    const code = fields[name];
    // The field's shape says what the number is.
    return field.shape === "template" && field.address === true && typeof code === "number" && !codeOf(code as Code).isHostWritten;
  });
}

/** The log and the program do not belong together: one of them was changed behind our back. */
export function misfits(why: string): never {
  throw new Bug(`the log does not fit the program: ${why}`);
}

function compileCode(program: Program, code: Code): CompiledCode {
  const ir = program.code[code] ?? misfits(`it has no code ${code}`);
  return {
    evaluate: compileExpr(ir),
    source: program.debug.code[code]?.[0] ?? "",
    isHostWritten: isHostWritten(ir),
    readsEnv: mentions(ir, "env", "anywhere"),
    sharesState: mentions(ir, "state", "whole"),
  };
}

/** Whether `ir` reads a root: at all, or other than by one of its fields. */
function mentions(ir: ExprIr, root: "env" | "state", how: "anywhere" | "whole"): boolean {
  const visit = (part: Json): boolean => {
    if (Array.isArray(part)) return part.some(visit);
    if (!isJsonObject(part) || part["op"] === "lit") return false;
    if (isRoot(part, root)) return true;
    if (how === "whole" && part["op"] === "get" && isRoot(part["of"], root)) return false;
    return Object.values(part).some(visit);
  };
  // An expression is plain data; only its interface type has no index signature.
  return visit(ir as unknown as Json);
}

function isRoot(part: Json | undefined, root: string): boolean {
  return isJsonObject(part) && part["op"] === "root" && part["name"] === root;
}
