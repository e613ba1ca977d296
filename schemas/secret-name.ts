const secretWords: ReadonlySet<string> = new Set(["KEY", "KEYS", "APIKEY", "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "CREDENTIAL", "CREDENTIALS", "AUTH"]);

/** Whether an environment variable called so holds a secret, by the words of its name: `SHOP_API_KEY`, not `KEYBOARD` or `MAX_TOKENS`. */
export function looksSecret(name: string): boolean {
  return wordsOf(name).some((word) => secretWords.has(word));
}

/** Whether a header by this name is there to say who sends it. */
export function isCredentialHeader(name: string): boolean {
  return /^(?:(?:proxy-)?authorization|cookie)$/i.test(name);
}

/** In front of these a key opens something; a sort key, an issue key or an idempotency key names something. */
const openingWords: ReadonlySet<string> = new Set(["API", "ACCESS", "PRIVATE", "SECRET", "AUTH", "ACCOUNT", "SUBSCRIPTION", "LICENSE", "SIGNING"]);

/** Whether what is sent under this name, in a header, a parameter, a body or an argument, says who sends it. */
export function namesCredential(name: string): boolean {
  if (isCredentialHeader(name)) return true;
  return wordsOf(name).some((word, at, words) => (/^KEYS?$/.test(word) ? openingWords.has(words[at - 1] ?? "") : secretWords.has(word)));
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toUpperCase());
}
