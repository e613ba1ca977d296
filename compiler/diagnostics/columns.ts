/*
 * Apart from the text that is shown, because the engine reads the tables of Unicode when it meets these expressions, and
 * most lines are ASCII.
 */
/** Marks that sit on the character before them, joiners and selectors. */
const weightless = /\p{Mark}|[\u200b-\u200d\u2060\u00ad\ufe00-\ufe0f]/u;

/** East Asian wide and full-width characters and emoji. Source: Unicode 15, EastAsianWidth, in its large ranges. */
const wide = new RegExp(
  "[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f" +
    "\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}",
  "u",
);

/** The columns of a terminal that a character beyond ASCII takes, when it is shown as it is. */
export function columnsOf(character: string): 0 | 1 | 2 {
  if (weightless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
