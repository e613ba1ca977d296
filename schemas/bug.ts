/** Our own mistake. The only class that is thrown; the author's mistakes are diagnostics, the world's are failures. */
export class Bug extends Error {
  override readonly name = "Bug";
}

/** Closes a `switch` over a closed union: a member without a case does not compile. */
export function unreachable(value: never, where: string): never {
  throw new Bug(`unhandled ${JSON.stringify(value)} in ${where}`);
}
