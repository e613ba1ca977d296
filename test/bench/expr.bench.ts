import nunjucks from "nunjucks";
import { lowerAst } from "../../compiler/expr/lower.ts";
import { parseExpression } from "../../compiler/expr/expression.ts";
import { compileExpr } from "../../runtime/expr/evaluate.ts";
import type { Scope } from "../../runtime/expr/scope.ts";
import { templateIr } from "../support/expr.ts";
import type { Peer, Report } from "./measure.ts";
import { race } from "./measure.ts";

/*
 * Peers get the same expression in their own spelling and the same data. jexl and cel answer `true` or throw, as we do;
 * neither bounds its steps. nunjucks renders a template that was compiled before.
 */
const condition = "state.confidence >= 0.9 and len(state.results) > 0 or state.mode in ['a','b']";
const forJexl = (text: string): string => text.replace(" and ", " && ").replace(" or ", " || ").replaceAll("'", '"');
const forCel = (text: string): string => text.replace(" and ", " && ").replace(" or ", " || ").replace("len(", "size(");

const prompt = `You are a helpful assistant.
Based on these search results:
{{ state.search_results | join('\\n') }}

{% if state.draft %}Improve this draft: {{ state.draft }}{% endif %}
{% for r in state.search_results %}- {{ r }}
{% endfor %}Write a comprehensive answer to: {{ state.query }}
Run {{ execution.id }}, key {{ env.API_KEY | default('none') }}`;

const data = {
  state: { confidence: 0.95, results: [], mode: "b", query: "hello world", search_results: ["a", "b", "c"], draft: "draft text" },
  execution: { id: "exec_1" },
};
const scope: Scope = { roots: data, env: (name) => (name === "API_KEY" ? "k" : undefined) };

interface JexlModule {
  readonly Jexl: new () => {
    readonly addFunction: (name: string, fn: (value: { readonly length: number }) => number) => void;
    readonly createExpression: (text: string) => { readonly compile: () => { readonly evalSync: (context: object) => unknown } };
  };
}
interface CelModule {
  readonly parse: (text: string) => object;
  readonly celEnv: () => object;
  readonly plan: (env: object, parsed: object) => (context: object) => unknown;
}

export async function run(report: Report, peer: Peer): Promise<void> {
  const jexlModule = (await peer("jexl")) as { readonly default: JexlModule } | undefined;
  const cel = (await peer("@bufbuild/cel")) as CelModule | undefined;
  if (jexlModule === undefined || cel === undefined) report.note("peers are missing: run `npm ci --prefix test/bench/peers`");
  else expressions(report, jexlModule.default, cel);
  templates(report);
}

function expressions(report: Report, { Jexl }: JexlModule, cel: CelModule): void {
  const jexl = new Jexl();
  jexl.addFunction("len", (value) => value.length);
  const text = distinctTexts();
  const parse = race({
    ours: () => parseExpression(text()),
    jexl: () => jexl.createExpression(forJexl(text())).compile(),
    cel: () => cel.parse(forCel(text())),
  });
  report.ratio({ what: "parse, with a range for each part", ours: parse.ours, baseline: "jexl compile", theirs: parse.jexl, goal: 1 });
  report.ratio({ what: "parse, with a range for each part", ours: parse.ours, baseline: "@bufbuild/cel parse", theirs: parse.cel, goal: 2 });

  const ours = compileExpr(lowerAst(parseExpression(condition).ast, new Set()));
  const theirs = jexl.createExpression(forJexl(condition)).compile();
  const planned = cel.plan(cel.celEnv(), cel.parse(forCel(condition)));
  agree([ours(scope), theirs.evalSync(data), planned(data)], [{ ok: true, value: true }, true, true]);
  const evaluation = race({ ours: () => ours(scope), jexl: () => theirs.evalSync(data), cel: () => planned(data) });
  report.ratio({ what: "evaluate a condition", ours: evaluation.ours, baseline: "jexl evalSync", theirs: evaluation.jexl, goal: 50 });
  report.ratio({ what: "evaluate a condition", ours: evaluation.ours, baseline: "@bufbuild/cel eval", theirs: evaluation.cel, goal: 50 });
  report.note(`${(1e3 / evaluation.ours).toFixed(1)} million evaluations per second (goal 10)`);

  const many = Array.from({ length: 1000 }, () => compileExpr(lowerAst(parseExpression(text()).ast, new Set())));
  let turn = 0;
  const mixed = race({ ours: () => many[turn++ % many.length]?.(scope), jexl: () => theirs.evalSync(data) });
  report.ratio({ what: "evaluate 1,000 conditions in turn", ours: mixed.ours, baseline: "jexl evalSync of one", theirs: mixed.jexl, goal: 15 });
}

function templates(report: Report): void {
  const environment = new nunjucks.Environment(null, { autoescape: false });
  const context = { ...data, env: { API_KEY: "k" } };
  for (const [what, text] of [["render a prompt", prompt], ["render one value in text", "Answer: {{ state.query }}"]] as const) {
    const ours = compileExpr(templateIr(text));
    const theirs = new nunjucks.Template(text, environment, "bench", true);
    agree([ours(scope)], [{ ok: true, value: theirs.render(context) }]);
    const times = race({ ours: () => ours(scope), nunjucks: () => theirs.render(context) });
    report.ratio({ what, ours: times.ours, baseline: "nunjucks, precompiled", theirs: times.nunjucks, goal: 1.5 });
  }
}

/** The condition with another threshold each time, so that nobody answers from memory. */
function distinctTexts(): () => string {
  let turn = 0;
  return () => condition.replace("0.9", `0.${1_000_000 + turn++}`);
}

function agree(found: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`contestants disagree: ${JSON.stringify(found)}`);
}
