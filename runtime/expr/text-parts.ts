import type { Json } from "../../schemas/json.ts";
import { unreachable } from "../../schemas/bug.ts";
import type { ExprIr, TextPart } from "../../schemas/expr/ir.ts";
import { walkExpr } from "../../schemas/expr/walk.ts";
import type { Names } from "./names.ts";
import { declare, inner, newSlot, ownScope, slotOf } from "./names.ts";
import type { Closure, Frame } from "./scope.ts";
import { admitText, newDict, step } from "./scope.ts";
import { iterate, textOf, truthy } from "./values.ts";

type Render = (frame: Frame) => string;
type Compile = (ir: ExprIr, names: Names) => Closure;

/** A template as a closure that gives its text. Scoping is Jinja2's: what a loop sets is gone after each turn. */
export function textClosure(parts: readonly TextPart[], names: Names, compile: Compile): Closure {
  const scope = ownScope(names);
  for (const name of assigned(parts)) newSlot(scope, name);
  const render = sequence(parts, scope, compile);
  return (frame) => {
    const text = render(frame);
    admitText(frame, text.length);
    return text;
  };
}

function sequence(parts: readonly TextPart[], names: Names, compile: Compile): Render {
  const [only, ...others] = parts.map((part) => renderOf(part, names, compile));
  if (only === undefined) return () => "";
  if (others.length === 0) return only;
  const all = [only, ...others];
  return (frame) => {
    let text = "";
    for (const render of all) text += render(frame);
    // Each part is bounded, so this keeps the whole bounded too.
    if (text.length > frame.limits.text) admitText(frame, text.length);
    return text;
  };
}

function renderOf(part: TextPart, names: Names, compile: Compile): Render {
  switch (part.part) {
    case "text": {
      const { text } = part;
      return () => text;
    }
    case "out": {
      const of = compile(part.of, inner(names));
      return (frame) => textOf(frame, of(frame));
    }
    case "if": return choice(part, names, compile);
    case "for": return loop(part, names, compile);
    case "set": {
      const to = compile(part.to, inner(names));
      const slot = slotOf(names, part.name);
      return (frame) => {
        frame.locals[slot] = to(frame);
        return "";
      };
    }
    default: return unreachable(part, "renderOf");
  }
}

function choice(part: Extract<TextPart, { part: "if" }>, names: Names, compile: Compile): Render {
  const at = inner(names);
  const arms = part.arms.map((arm) => ({ when: compile(arm.when, at), body: sequence(arm.body, at, compile) }));
  const otherwise = sequence(part.else, at, compile);
  return (frame) => {
    for (const arm of arms) {
      if (truthy(arm.when(frame))) return arm.body(frame);
    }
    return otherwise(frame);
  };
}

function loop(part: Extract<TextPart, { part: "for" }>, names: Names, compile: Compile): Render {
  const source = compile(part.in, inner(names));
  const scope = ownScope(names);
  const bind = declare(scope, part.names);
  const test = part.if === undefined ? undefined : compile(part.if, scope);
  const loopSlot = newSlot(scope, "loop");
  const fresh = assigned(part.body).map((name) => ({ outer: scope.slots.get(name), slot: newSlot(scope, name) }));
  const body = sequence(part.body, scope, compile);
  const elseScope = ownScope(names);
  for (const name of assigned(part.else)) newSlot(elseScope, name);
  const otherwise = sequence(part.else, elseScope, compile);
  const admits = (frame: Frame, item: Json): boolean => {
    step(frame);
    bind(frame, item);
    return test === undefined || truthy(test(frame));
  };
  const reads = mentionsLoop(part.body);
  return (frame) => {
    const all = iterate(frame, source(frame));
    const items = test === undefined ? all : all.filter((item) => admits(frame, item));
    if (items.length === 0) return otherwise(frame);
    let text = "";
    for (const [index, item] of items.entries()) {
      step(frame);
      bind(frame, item);
      if (reads) frame.locals[loopSlot] = position(index, items.length);
      for (const { outer, slot } of fresh) frame.locals[slot] = outer === undefined ? null : (frame.locals[outer] ?? null);
      text += body(frame);
      if (text.length > frame.limits.text) admitText(frame, text.length);
    }
    return text;
  };
}

/** `loop` as one turn sees it. */
function position(index: number, length: number): Json {
  const loop = newDict();
  loop.index = index + 1;
  loop.index0 = index;
  loop.first = index === 0;
  loop.last = index === length - 1;
  loop.length = length;
  return loop;
}

/** The variables that `parts` set for the scope they stand in: through `if`, but not out of an inner loop. */
function assigned(parts: readonly TextPart[]): readonly string[] {
  const names = parts.flatMap((part) => {
    if (part.part === "set") return [part.name];
    return part.part === "if" ? [...part.arms.flatMap((arm) => assigned(arm.body)), ...assigned(part.else)] : [];
  });
  return [...new Set(names)];
}

/** Whether `loop` may be read in `parts`; if not, no turn has to make one. */
function mentionsLoop(parts: readonly TextPart[]): boolean {
  let found = false;
  walkExpr({ op: "text", parts }, (part) => {
    found ||= part.op === "local" && part.name === "loop";
  });
  return found;
}
