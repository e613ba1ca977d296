import type { Json, JsonObject } from "../../schemas/json.ts";
import type { PartChange } from "../../schemas/tool-changes.ts";
import type { LockChange } from "../locking.ts";
import type { Line, Tone } from "./page.ts";
import { wrap } from "./wrap.ts";

/** Every change below its server: `+` what is new, `-` what is gone, `~` what is different, with its pieces. */
export function changeLines(changes: readonly LockChange[], columns: number): readonly Line[] {
  const servers = [...new Set(changes.map(({ server }) => server))];
  return servers.flatMap((name): readonly Line[] => {
    const own = changes.filter(({ server }) => server === name);
    const whole = own.find(({ tool }) => tool === undefined);
    const said: readonly Line[] = whole === undefined ? [] : [[...markOf(whole.change), " the whole server"]];
    return [[{ tone: "strong", text: name }], ...said.map(indent), ...own.flatMap((change) => toolLines(change, columns))];
  });
}

const indent = (line: Line): Line => (typeof line === "string" ? `  ${line}` : ["  ", ...line]);

function toolLines({ tool, change, parts }: LockChange, columns: number): readonly Line[] {
  if (tool === undefined) return [];
  return [["  ", ...markOf(change), ` ${tool}`], ...parts.flatMap((part) => partLines(part, columns))];
}

function partLines({ part, path, before, after }: PartChange, columns: number): readonly Line[] {
  const side = (sign: string, tone: Tone, value: Json | undefined): readonly Line[] =>
    value === undefined ? [] : wrap(shortened(value), columns - 10).map((text, index): Line => [`      ${index === 0 ? sign : " "} `, { tone, text }]);
  return [`    ${part}${path === "" ? "" : ` at ${path}`}`, ...side("-", "bad", before), ...side("+", "good", after)];
}

const marks = { added: ["good", "+"], removed: ["bad", "-"], changed: ["warn", "~"] } as const satisfies { readonly [C in LockChange["change"]]: readonly [Tone, string] };

function markOf(change: LockChange["change"]): readonly Exclude<Line, string>[number][] {
  const [tone, text] = marks[change];
  return [{ tone, text }];
}

const longestValue = 600;

function shortened(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= longestValue ? text || '""' : `${text.slice(0, longestValue)} … (${text.length} characters)`;
}

/** The same as data. */
export function changeData({ server, tool, change, parts }: LockChange): JsonObject {
  return { server, ...(tool === undefined ? {} : { tool }), change, parts: parts.map((part) => ({ ...part })) };
}
