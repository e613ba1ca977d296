import { nearest } from "../../schemas/nearest.ts";

/** What `word` was most likely meant to be. */
export type Guess = (word: string) => string | undefined;

/**
 * Each guess looks at every name, so a file of nothing but mistakes in a world of many names would cost their product.
 * Nobody reads more than so many complaints of one file.
 */
const mostGuesses = 100;

/** Guesses among `names`, each word once; for words beyond the first hundred there is no guess. */
export function guessAmong(names: Iterable<string>): Guess {
  const known = new Map<string, string | undefined>();
  const all = [...names];
  return (word) => {
    if (!known.has(word)) known.set(word, known.size < mostGuesses ? nearest(word, all) : undefined);
    return known.get(word);
  };
}
