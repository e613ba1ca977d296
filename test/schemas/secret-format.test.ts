import { expect, it } from "vitest";
import { looksLikeCredential, secretsIn } from "../../schemas/secret-format.ts";

/** Made of parts, so that nobody who searches this repository for keys finds one. */
const body = "Zk3vQ9xT2mB7nR4wY8cH6jL1pD5sF0gKaUeViOyNqWtXrM";
const keys: { readonly [of: string]: string } = {
  AWS: `AK${"IA"}Q3EGVJ5TX2KMRZ7B`,
  GitHub: `gh${"p_"}${body.slice(0, 36)}`,
  GitLab: `gl${"pat-"}${body.slice(0, 20)}`,
  Slack: `xox${"b-"}2847561093-${body.slice(0, 24)}`,
  Stripe: `sk_${"live_"}${body.slice(0, 24)}`,
  Anthropic: `sk-${"ant-"}api03-${body}${body}`,
  OpenAI: `sk-${"proj-"}${body}`,
  Google: `AI${"za"}${body.slice(0, 35)}`,
  "Hugging Face": `h${"f_"}${body.slice(0, 34)}`,
  npm: `np${"m_"}${body.slice(0, 36)}`,
};

it.each(Object.entries(keys))("knows a key of %s, wherever it stands", (of, key) => {
  for (const text of [key, `Bearer ${key}`, `"${key}"`, `key=${key}&x=1`]) expect(secretsIn(text)).toEqual([{ of, start: text.indexOf(key), end: text.indexOf(key) + key.length }]);
});

it.each([
  "sk-ant-...", `sk-${"ant-"}api03-${"x".repeat(90)}`, "sk-your-key-here", `gh${"p_"}${"0".repeat(36)}`, `AK${"IA"}IOSFODNN7EXAMPLE`, "task-0123456789012345678901234567890123456789", "risk-assessment-of-the-whole-portfolio-of-the-company",
  "hf_transformers", "npm_config_registry", "SG.east.1", "env.OPENAI_API_KEY", `x${keys["GitHub"]}`, "sha512-Zk3vQ9xT2mB7nR4wY8cH6jL1pD5sF0gKaUeViOyNqWtXrM", "git-ghp_", "claude-haiku-4-5-20251001", "5f1c2d3e-4b5a-6978-8796-a5b4c3d2e1f0",
])("takes %s for no key", (text) => {
  expect(secretsIn(text)).toEqual([]);
});

it("searches text that almost is a key in linear time", () => {
  for (const part of ["sk-", "sk-ant-a", "gh", "xoxb-1", "SG.aaaa", "AIza-", "hooks.slack.com/services/T"]) expect(secretsIn(part.repeat(50_000))).toEqual([]);
});

it("knows a credential by chance in it, or by the password in an address", () => {
  const credentials = [...Object.values(keys), body.slice(0, 24), `v1.${body.slice(0, 20)}`, "postgres://shop:pw@db.internal/shop", "d41d8cd98f00b204e9800998ecf8427e"];
  const plain = ["https://api.example.com:8443/v1", "eu-central-1", "claude-3-5-sonnet-20241022", "5f1c2d3e-4b5a-6978-8796-a5b4c3d2e1f0", "internationalization", "2026-11-21T18:30:00Z", "00000000000000000000001", "team@example.com", "production"];
  expect(credentials.filter((value) => !looksLikeCredential(value))).toEqual([]);
  expect(plain.filter(looksLikeCredential)).toEqual([]);
});
