/** How many tokens an answer is taken to have where nothing limits it. */
export const usualAnswer = 4_096;

/** How often a model may ask for tools before it answers. */
export const mostRounds = 16;
