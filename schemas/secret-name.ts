const secretWords: ReadonlySet<string> = new Set(["KEY", "KEYS", "APIKEY", "TOKEN", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "CREDENTIAL", "CREDENTIALS", "AUTH"]);

/** Whether an environment variable called so holds a secret, by the words of its name: `SHOP_API_KEY`, not `KEYBOARD` or `MAX_TOKENS`. */
export function looksSecret(name: string): boolean {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => secretWords.has(word.toUpperCase()));
}

/** Whether what is sent under this name, in a header, a parameter, a body or an argument, says who sends it. */
export function namesCredential(name: string): boolean {
  return looksSecret(name) || /^(?:(?:proxy-)?authorization|cookie)$/i.test(name);
}
