import { compile } from "../../compiler/index.ts";
import { answerTo } from "./answer.ts";
import { filesIn, textOf } from "./house.ts";
import { mutated, pick } from "./mutate.ts";
import { randomFrom } from "./random.ts";

/** What became of the documents of a fuzz run. */
export interface FuzzCount {
  readonly documents: number;
  readonly programs: number;
}

/** Changes examples and golden fixtures at random and asks for an answer to each; a failure says how to see it again. */
export function fuzzCompile(seed: number, rounds: number): FuzzCount {
  const corpus = [...filesIn("examples"), ...filesIn("test/diagnostics")].filter((path) => path.endsWith(".yaml") && !path.endsWith("replies.yaml")).map(textOf);
  const sound = corpus.filter((text) => compile({ uri: "file:///sound.yaml", text }).program !== undefined);
  let programs = 0;
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(seed + round);
    const text = mutated(pick(random() < 0.6 ? sound : corpus, random), random, corpus);
    try {
      if (answerTo(text).program !== undefined) programs += 1;
    } catch (thrown) {
      throw new Error(`JAMJET_SEED=${seed + round} has no proper answer to\n${text}`, { cause: thrown });
    }
  }
  return { documents: rounds, programs };
}
