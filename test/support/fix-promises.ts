import { compile, mend, type Compiled, type Diagnostic, type SourceText } from "../../compiler/index.ts";

/** A document as the fixtures are judged: with two servers and no files. */
export function judged(source: SourceText): Compiled {
  return compile(source, { project: { servers: ["docs", "web"], fileExists: () => true } });
}

/** What the safe fixes of a document break of their four promises, as sentences; nothing where all are kept. */
export function brokenPromises(text: string): readonly string[] {
  const before = judged({ uri: "a.yaml", text });
  const alone = before.diagnostics.flatMap((diagnostic) => diagnostic.fixes.filter(({ safety }) => safety === "safe").flatMap((fix) => brokenAlone(before, diagnostic, fix)));
  const once = mend(before, "safe", judged);
  const twice = mend(judged(once.compiled.source), "safe", judged);
  const isSettled = twice.applied.length === 0 && twice.compiled.source.text === once.compiled.source.text;
  return [...alone, ...(isSettled ? [] : [`mending what was mended applies ${twice.applied.map(({ code, title }) => `${code} ${title}`).join(", ")}`])];
}

function brokenAlone(before: Compiled, diagnostic: Diagnostic, fix: Diagnostic["fixes"][number]): readonly string[] {
  const name = `${diagnostic.code} '${fix.title}'`;
  const only = { ...before, diagnostics: [{ ...diagnostic, fixes: [fix] }] };
  // The second judgement has no fixes to go on with.
  const { compiled: after } = mend(only, "safe", (source) => ({ ...judged(source), diagnostics: [] }));
  const found = judged(after.source).diagnostics;
  const counts = countsOf(found);
  const had = countsOf(before.diagnostics);
  const own = keyOf(diagnostic);
  const blocks = judged(after.source).blocks;
  const edits = fix.edits.map(({ span, text }) => ({ ...before.blocks.absolute(span), text }));
  const moved = (of: Diagnostic): number => edits.reduce((at, { start, end, text }) => (end <= before.blocks.absolute(of.span).start ? at + text.length - (end - start) : at), before.blocks.absolute(of.span).start);
  const placeOf = (each: Diagnostic): number => blocks.absolute(each.span).start;
  const stays = found.some((each) => keyOf(each) === own && placeOf(each) === moved(diagnostic)) ? [`${name} does not remove '${diagnostic.message}'`] : [];
  // In what an error kept from being read, nobody looked: what is wrong there is no doing of the fix, as long as the text is
  // no worse as YAML. Where tabs and spaces mix, nothing at all was read.
  const yamlErrors = (all: readonly Diagnostic[]): number => all.filter(({ code, severity }) => code.startsWith("JJ10") && severity === "error").length;
  const isHole = diagnostic.severity === "error" && (diagnostic.code === "JJ1003" || yamlErrors(found) <= yamlErrors(before.diagnostics));
  // A message that quotes what was edited is no new one.
  const places = new Set(before.diagnostics.map((each) => `${each.code} ${moved(each)}`));
  const isNew = (each: Diagnostic): boolean => keyOf(each) !== own && (counts.get(keyOf(each)) ?? 0) > (had.get(keyOf(each)) ?? 0) && !places.has(`${each.code} ${placeOf(each)}`);
  const added = isHole ? [] : found.filter(isNew);
  return [...stays, ...added.map((each) => `${name} adds ${each.code} '${each.message}'`), ...lostText(before, fix, after.source.text).map((lost) => `${name} ${lost}`)];
}

/** What of the text outside of a fix's edits is not there afterwards. */
function lostText({ source, blocks }: Compiled, { edits }: Diagnostic["fixes"][number], after: string): readonly string[] {
  const places = edits.map(({ span, text }) => ({ ...blocks.absolute(span), text })).sort((a, b) => a.start - b.start);
  if (places.some((place, index) => place.start < (places[index - 1]?.end ?? 0) || place.end > source.text.length)) return ["has edits that overlap or lie outside of the text"];
  let from = 0;
  let at = 0;
  for (const { start, end, text } of [...places, { start: source.text.length, end: source.text.length, text: "" }]) {
    const kept = source.text.slice(from, start) + text;
    if (after.slice(at, at + kept.length) !== kept) return [`changes the text before offset ${start}`];
    at += kept.length;
    from = end;
  }
  return at === after.length ? [] : ["leaves text behind the end"];
}

function countsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of diagnostics) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
