import { inQuotes, misspelt, mutant, replaced, type Mutant, type Operator } from "../mutant.ts";
import type { CodePlace, Place, Subject } from "../subject.ts";
import { wordsIn } from "./names.ts";

const isTemplate = ({ of }: CodePlace): boolean => of !== "condition";

function endOf({ at, bare }: CodePlace): Place {
  const end = at.start + bare.trimEnd().length;
  return { start: end, end };
}

function startOf({ at, bare }: CodePlace): Place {
  const start = at.start + (bare.length - bare.trimStart().length);
  return { start, end: start };
}

/** The quotes of the scalar that a code stands in. */
function quoteOf({ text }: Subject, { leaf }: CodePlace): string | undefined {
  return text[leaf.at.start];
}

/** Whether a code reads a key that may hold whatever there is: nothing is wrong with what is done to that. */
function readsAnything({ state }: Subject, { bare }: CodePlace): boolean {
  return [...bare.matchAll(/\bstate\.(\w+)/g)].some(([, key]) => ["any", "dict", "list"].includes(state.get(key ?? "")?.scalar ?? ""));
}

/** Where operands are known to be of a kind: the literal beside an operator. */
function besides(subject: Subject, pattern: RegExp, text: string): readonly Mutant[] {
  return wordsIn(subject.codes, pattern).map(({ at }) => replaced(subject, at, text));
}

export const codeOperators: readonly Operator[] = [
  { name: "operand-missing", wrong: "an operator has nothing on its right", mutants: (subject) => subject.codes.map((code) => mutant(subject, [{ at: endOf(code), text: " +", token: "+" }])) },
  { name: "parenthesis-open", wrong: "a parenthesis is never closed", mutants: (subject) => subject.codes.map((code) => replaced(subject, startOf(code), "(")) },
  { name: "parenthesis-stray", wrong: "a parenthesis closes nothing", mutants: (subject) => subject.codes.map((code) => replaced(subject, endOf(code), ")")) },
  { name: "assignment", wrong: "`=` compares nothing", mutants: (subject) => besides(subject, /(?<![=!<>])(==)(?!=)/g, "=") },
  { name: "js-and", wrong: "`and` is not written `&&` here", mutants: (subject) => besides(subject, / (and) /g, "&&") },
  { name: "js-or", wrong: "`or` is not written `||` here", mutants: (subject) => besides(subject, / (or) /g, "||") },
  { name: "js-equality", wrong: "there is no `===`", mutants: (subject) => besides(subject, /(?<![=!<>])(==)(?!=)/g, "===") },
  { name: "sql-inequality", wrong: "there is no `<>`", mutants: (subject) => besides(subject, /(!=)/g, "<>") },
  { name: "text-for-number", wrong: "a number is compared with a text", mutants: (subject) => wordsIn(subject.codes, /(?:<=?|>=?) (\d+(?:\.\d+)?)\b/g).filter(({ code }) => !readsAnything(subject, code)).map(({ at, code }) => replaced(subject, at, inQuotes(quoteOf(subject, code), "'many'"))) },
  {
    name: "bare-word",
    wrong: "a word without quotes is the name of nothing",
    mutants: (subject) => subject.codes.filter(({ of }) => of === "condition").flatMap((code) => [...subject.text.slice(code.at.start, code.at.end).matchAll(/(?<=[=!]= )'([a-z][a-z_]{3,})'/g)].map(({ index, 0: literal, 1: word }) => replaced(subject, { start: code.at.start + index, end: code.at.start + index + literal.length }, word ?? ""))),
  },
  {
    name: "literal-typo",
    wrong: "the key has a few values, and this is none of them",
    mutants: (subject) => subject.codes.flatMap((code) => [...subject.text.slice(code.at.start, code.at.end).matchAll(/(?<![\w.])state\.(\w+) [=!]= ('(\w+)')/g)].flatMap((match) => {
      const key = subject.state.get(match[1] ?? "");
      const word = match[3] ?? "";
      if (key?.scalar?.startsWith("Literal[") !== true || !key.scalar.includes(`"${word}"`)) return [];
      const start = code.at.start + match.index + match[0].length - (match[2]?.length ?? 0);
      return [replaced(subject, { start, end: start + word.length + 2 }, `'${misspelt(word)}'`)];
    })),
  },
  { name: "argument-too-many", wrong: "`len` measures one thing", mutants: (subject) => wordsIn(subject.codes, /\blen\(([\w.]+)\)/g).map(({ at }) => mutant(subject, [{ at: { start: at.end, end: at.end }, text: ", 1", token: "1" }])) },
  { name: "argument-missing", wrong: "`len` measures something", mutants: (subject) => wordsIn(subject.codes, /\b(len\([\w.]+\))/g).map(({ at }) => replaced(subject, at, "len()")) },
  { name: "number-has-no-length", wrong: "a number has no length", mutants: (subject) => besides(subject, /\blen\(([\w.]+)\)/g, "7") },
  { name: "text-plus-number", wrong: "a text and a number do not add up", mutants: (subject) => subject.codes.filter(({ of }) => of === "condition").map((code) => mutant(subject, [{ at: endOf(code), text: inQuotes(quoteOf(subject, code), " and 'a' + 1 > 2"), token: "+ 1" }])) },
  { name: "zero-divisor", wrong: "nothing is divided by zero", mutants: (subject) => wordsIn(subject.codes, /(?:<=?|>=?) (\d+(?:\.\d+)?)\b/g).map(({ at, word }) => mutant(subject, [{ at, text: `${word} / 0`, token: "/ 0" }])) },
  { name: "template-in-condition", wrong: "a condition is code already", mutants: (subject) => subject.codes.filter(({ of, at }) => of === "condition" && /["']/.test(subject.text[at.start - 1] ?? "")).map((code) => mutant(subject, [{ at: code.at, text: `{{ ${subject.text.slice(code.at.start, code.at.end)} }}` }])) },
  { name: "constant-condition", wrong: "the condition is always true, and what follows never runs", mutants: (subject) => subject.codes.filter(({ of, leaf }) => of === "condition" && leaf.key !== "check" && leaf.key !== "checks").map(({ leaf }) => replaced(subject, leaf.at, "1 < 2")) },
  { name: "assertion-about-nothing", wrong: "an assertion says nothing about what it judges", mutants: (subject) => subject.codes.filter(({ leaf }) => leaf.key === "check" || leaf.key === "checks").map(({ leaf }) => replaced(subject, leaf.at, "2 > 1")) },
  {
    name: "braces-unclosed",
    wrong: "an output of a template is never closed",
    mutants: (subject) => subject.codes.filter(({ of }) => of === "output").flatMap((code) => {
      const after = /^-?\}\}/.exec(subject.text.slice(code.at.end))?.[0];
      return after === undefined ? [] : [mutant(subject, [{ at: { start: code.at.end, end: code.at.end + after.length }, text: "" }], [{ start: code.at.start - 2, end: code.at.start }])];
    }),
  },
  {
    name: "brace-lost",
    wrong: "a template's output wants two braces",
    mutants: (subject) => subject.codes.filter(({ of }) => of === "output").flatMap((code) => (subject.text.startsWith("}}", code.at.end) ? [mutant(subject, [{ at: { start: code.at.end, end: code.at.end + 1 }, text: "" }], [{ start: code.at.start - 2, end: code.at.start }])] : [])),
  },
  {
    name: "braces-single",
    wrong: "what stands in single braces is sent as it is written",
    mutants: (subject) => subject.codes.filter(({ of, at }) => of === "output" && subject.text.startsWith("}}", at.end) && subject.text.startsWith("{{", at.start - 2)).map(({ at }) => replaced(subject, { start: at.start - 2, end: at.end + 2 }, `{${subject.text.slice(at.start, at.end).trim()}}`)).filter(({ text, tokens }) => /^\{(?:state|output|env)\b/.test(text.slice(tokens[0]?.start))),
  },
  {
    name: "dollar-braces",
    wrong: "`${…}` is no template here",
    mutants: (subject) => subject.codes.filter(({ of, at }) => of === "output" && subject.text.startsWith("}}", at.end) && subject.text.startsWith("{{", at.start - 2)).map(({ at }) => replaced(subject, { start: at.start - 2, end: at.end + 2 }, `\${${subject.text.slice(at.start, at.end).trim()}}`)).filter(({ text, tokens }) => /^\$\{(?:state|output|env)\.\w+\}/.test(text.slice(tokens[0]?.start))),
  },
  {
    name: "block-unclosed",
    wrong: "a block of a template is never closed",
    mutants: (subject) => subject.leaves.flatMap(({ at, path }) => (path[0] !== "nodes" ? [] : [...subject.text.slice(at.start, at.end).matchAll(/\{%-? *(if|for)[^%]*%\}((?:(?!\{%).)*?)(\{%-? *(?:endif|endfor) *-?%\})/gs)].map((match) => {
      const start = at.start + match.index;
      const end = start + match[0].length;
      // The end of a block around it would be taken for its own.
      const around = [...subject.text.slice(at.start, start).matchAll(/\{%-? *(if|for|endif|endfor)\b/g)].reduce<readonly number[]>((open, { 0: tag, 1: name = "", index }) => (name.startsWith("end") ? open.slice(0, -1) : [...open, at.start + index + tag.length - name.length]), []);
      const words = [...around, start + match[0].indexOf(match[1] ?? "")];
      return mutant(subject, [{ at: { start: end - (match[3]?.length ?? 0), end }, text: "" }], words.map((word) => ({ start: word, end: word + 2 })));
    }))),
  },
  { name: "block-unknown", wrong: "templates have no such block", mutants: (subject) => subject.codes.filter(isTemplate).filter(({ of }) => of === "output").map(({ at }) => mutant(subject, [{ at: { start: at.start - 2, end: at.start - 2 }, text: "{% include x %}", token: "include" }])) },
  { name: "block-stray", wrong: "a block is closed that was never opened", mutants: (subject) => subject.codes.filter(({ of, leaf }) => of === "output" && !leaf.scalar.includes("{% for")).map(({ at }) => mutant(subject, [{ at: { start: at.start - 2, end: at.start - 2 }, text: "{% endfor %}", token: "endfor" }])) },
  { name: "join-of-text", wrong: "`join` puts items together, and a number has none", mutants: (subject) => subject.codes.filter(({ of, at }) => of === "output" && /^["'|>\w]/.test(subject.text[at.start - 3] ?? "x")).map((code) => mutant(subject, [{ at: code.at, text: inQuotes(quoteOf(subject, code), " 7 | join(', ') "), token: "join" }])) },
];
