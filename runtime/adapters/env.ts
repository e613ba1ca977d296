import type { Env } from "../ports.ts";

/** The environment of this process; an empty value counts as unset, as shells write `NAME= command`. */
export const processEnv: Env = (name) => process.env[name] || undefined;

/** What every program is told of its machine: paths, names and words, none of them secret. */
export const inherited: readonly string[] = ["HOME", "LANG", "LOGNAME", "PATH", "SHELL", "SYSTEMROOT", "TEMP", "TERM", "TMPDIR", "USER", "USERPROFILE"];

/** What a child process gets beside its own settings: an allow-list, so that no key of ours reaches it. */
export function childEnv(env: Env, own: { readonly [name: string]: string } = {}): { readonly [name: string]: string } {
  const shared = inherited.flatMap((name): [string, string][] => {
    const value = env(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(shared), ...own };
}
