/** Keys that services issue, by prefixes that nothing else has. */
interface SecretFormat {
  readonly of: string;
  /** The source of a regular expression. Every part of it is bounded, so that a search takes linear time. */
  readonly pattern: string;
}

const secretFormats: readonly SecretFormat[] = [
  { of: "AWS", pattern: "(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])" },
  { of: "GitHub", pattern: "gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{82}" },
  { of: "GitLab", pattern: "glpat-[\\w-]{20,64}" },
  { of: "Slack", pattern: "xox[abeprs]-[0-9]{8,14}-[0-9A-Za-z-]{16,128}|hooks\\.slack\\.com/services/T\\w{8,12}/B\\w{8,12}/\\w{24}" },
  { of: "Stripe", pattern: "(?:sk|rk)_live_[0-9A-Za-z]{24,128}" },
  { of: "Anthropic", pattern: "sk-ant-[a-z0-9]{2,12}-[\\w-]{80,128}" },
  { of: "OpenAI", pattern: "sk-(?:proj|svcacct|admin)-[\\w-]{40,200}|sk-[A-Za-z0-9]{48}(?![A-Za-z0-9])" },
  { of: "Google", pattern: "AIza[\\w-]{35}(?![\\w-])" },
  { of: "SendGrid", pattern: "SG\\.[\\w-]{22}\\.[\\w-]{43}" },
  { of: "npm", pattern: "npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])" },
  { of: "PyPI", pattern: "pypi-AgEIcHlwaS5vcmc[\\w-]{50,200}" },
  { of: "Hugging Face", pattern: "hf_[A-Za-z0-9]{34}(?![A-Za-z0-9])" },
  { of: "DigitalOcean", pattern: "do[opr]_v1_[a-f0-9]{64}" },
];

/** A key in a text: whose it is, and where it stands. */
export interface FoundSecret {
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

/** Something no key is without stands in it; looking for that alone is quick. */
const anyPrefix = /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|hooks\.slack|[sr]k_live_|sk-|AIza|SG\.|npm_|pypi-|hf_|do[opr]_v1_/;

/** The keys in `text`, in order. A placeholder is none: it has an ellipsis of one letter, or says that it is an example. */
export function secretsIn(text: string): readonly FoundSecret[] {
  if (!anyPrefix.test(text)) return [];
  const pattern = new RegExp(`(?<![A-Za-z0-9_-])(?:${secretFormats.map((format) => `(${format.pattern})`).join("|")})`, "g");
  return [...text.matchAll(pattern)].flatMap(({ index, 0: key, ...groups }) => {
    const which = secretFormats.findIndex((_, at) => (groups as { readonly [group: number]: string | undefined })[at + 1] !== undefined);
    const of = secretFormats[which]?.of;
    return of === undefined || !looksRandom(key) ? [] : [{ of, start: index, end: index + key.length }];
  });
}

/** An address with a password in it. */
const addressWithPassword = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/@:]{0,200}:[^\s/@]{1,200}@/i;

/** Letters and digits in a row, longer than words and the parts of names, dates and UUIDs are. */
const longRun = /[A-Za-z0-9]{20,}/g;

/** Whether a value can be nothing but a credential, whatever it is called: a key that a service issues, or an address with a password in it. */
export function isCredential(value: string): boolean {
  return secretsIn(value).length > 0 || addressWithPassword.test(value);
}

/** Whether a value looks like a credential: also letters and digits as chance gives them. No plain address, region, name of a model, date or UUID does. */
export function looksLikeCredential(value: string): boolean {
  if (isCredential(value)) return true;
  return (value.match(longRun) ?? []).some((run) => /[0-9]/.test(run) && /[A-Za-z]/.test(run) && new Set(run).size >= 10);
}

/** Chance gives many different characters, and never so many of the same in a row. */
function looksRandom(key: string): boolean {
  return new Set(key.slice(4)).size >= 10 && !/(.)\1{5}|example|your|dummy|placeholder|redacted|abcdef|123456/i.test(key);
}
