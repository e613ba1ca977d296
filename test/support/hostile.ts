import { workflowOf } from "./document.ts";

const many = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("\n");
const model = "type: model, model: gpt-4o, output_key: a, next: end";
const prompt = (text: string): string => workflowOf(`one: {${model}, prompt: ${JSON.stringify(text)}}`);
const condition = (text: string): string => workflowOf(`one: {type: branch, conditions: [{if: ${JSON.stringify(text)}, next: end}], default: end}`);

/** What steers a terminal, hides, or means something to a browser or a drawing. */
export const painted = "\u001b[2J\u001b]0;title\u0007 \u202er \u009b31m \u2028 \u2066x\u2069 \u200f \"]; click x \"javascript:alert(1)\" --> </text><script>alert(1)</script>";

/** Documents that somebody made to hurt whoever reads them, by name. */
export const hostileDocuments: ReadonlyMap<string, string | Uint8Array> = new Map<string, string | Uint8Array>([
  ["laughs", `a0: &a0 lol\n${many(9, (index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(", ")}]`)}\n`],
  ["merges", `a0: &a0 {x: 1}\n${many(25, (index) => `a${index + 1}: &a${index + 1}\n  <<: [*a${index}, *a${index}]`)}\n`],
  ["cycle", "a: &a [*a]"],
  ...["[", "{", "- ", "? ", "{{", "}}", "(", "\"", "'", "&a ", "!!", "|\n"].map((unit, index) => [`deep${index}`, unit.repeat(50_000)] as const),
  ["nested", many(1_000, (index) => `${" ".repeat(index)}a:`)],
  ["commas", `[${",\n".repeat(50_000)}]`],
  ["keys", many(200_000, (index) => `k${index}: 1`)],
  ["nodes", workflowOf(many(20_001, (index) => `n${index}: {type: end}`))],
  ["large", " ".repeat(9 * 1024 * 1024)],
  ["directives", `${"%YAML 1.2\n".repeat(50_000)}---\na: 1\n`],
  ["anchors", many(20_000, (index) => `a${index}: &b${index} 1`)],
  ["aliases", `a: &a 1\nb: [${"*a, ".repeat(4_000)}]`],
  ["line", `a: ${"x".repeat(1_000_000)}`],
  ["quote", `a: "${"x\n".repeat(500_000)}`],
  ["comments", "# x\n".repeat(300_000)],
  ["controls", "a: x\0\u0001\u0080\u007f\n\u2028b: \u202e\n"],
  ["tags", "a: !!js/function 'x'\nb: !!python/object/apply:os.system ls\n"],
  ["numbers", `a: ${"9".repeat(100_000)}\nb: 1e999\nc: .inf\n`],
  ["names", "__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nworkflow: {__proto__: 1}\nnodes: {constructor: {type: toString}}\n"],
  ...["{", "{{", "{% if x %}", "{{ a }", "{{ '}}' }}", "{% raw %}"].map((unit, index) => [`braces${index}`, prompt(unit.repeat(100_000 / unit.length))] as const),
  ["parentheses", condition(`${"(".repeat(10_000)}1${")".repeat(10_000)}`)],
  ["chain", condition(`state.a${".c".repeat(10_000)}`)],
  ["operators", condition(`1${" + 1".repeat(100_000)}`)],
  ["text", condition(`'${"a".repeat(1_000_000)}'`)],
  ["escape", prompt("{{ ({}).constructor.constructor('return process')().exit(3) }}")],
  ["wrong", workflowOf(many(3_000, (index) => `n${index}: {type: model, modl: x, prompt: '{{ state.nope${index} }}', output_key: a, next: nowhere${index}}`))],
  ["types", workflowOf(`one: {${model}, prompt: hi}`, "", `a: "${"list[".repeat(20_000)}${"]".repeat(20_000)}"`)],
  ["globs", workflowOf(`one: {type: tool, server: s, tool: ${"a".repeat(5_000)}, output_key: a, next: end}`, `policy: {blocked_tools: ['${"*a".repeat(500)}b']}`)],
  ["fan", workflowOf(`one: {type: parallel, branches: [${Array.from({ length: 2_000 }, (_, index) => `b${index}`).join(", ")}], join: end}\n${many(2_000, (index) => `b${index}: {type: model, model: gpt-4o, prompt: hi, output_key: a}`)}`)],
  ["complete", workflowOf(many(300, (from) => `n${from}: {type: branch, conditions: [${Array.from({ length: 60 }, (_, to) => `{if: state.count == ${to}, next: n${(from * 7 + to) % 300}}`).join(", ")}], default: end}`))],
  ["painted", workflowOf(`one: {${model}, prompt: ${JSON.stringify(painted)}, labels: {x: ${JSON.stringify(painted)}}, description: ${JSON.stringify(painted)}}\n${JSON.stringify(painted)}: {type: ${JSON.stringify(painted)}}`)],
  ["UTF-16", new Uint8Array(Buffer.from("\ufeffworkflow: {}\n", "utf16le"))],
  ["no text", Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 256)],
  ["overlong", Uint8Array.of(0x61, 0xc0, 0x80, 0xed, 0xa0, 0x80)],
  ["empty", ""],
]);
