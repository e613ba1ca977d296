import { expect, it } from "vitest";
import { looksSecret, namesCredential } from "../../schemas/secret-name.ts";

it("knows a secret by the words of its name", () => {
  const secret = ["KEY", "OPENAI_API_KEY", "GITHUB_TOKEN", "CLIENT_SECRET", "DB_PASSWORD", "PASSWD", "AWS_CREDENTIALS", "SHOP_AUTH", "TOKEN_2", "KEY2", "apiKey", "my-token", "APIKEY"];
  const plain = ["MODE", "PORT", "SHOP_URL", "KEYBOARD", "MAX_TOKENS", "AUTHOR", "MONKEY", "TOKENIZER", "SECRETARY", ""];
  expect(secret.filter((name) => !looksSecret(name))).toEqual([]);
  expect(plain.filter(looksSecret)).toEqual([]);
});

it("knows what is sent to say who sends it", () => {
  expect(["authorization", "Proxy-Authorization", "cookie", "x-api-key", "password", "accessKey", "client_secret", "auth"].filter((name) => !namesCredential(name))).toEqual([]);
  expect(["author", "cookies", "accept", "query", "key", "project_key", "sortKey", "Idempotency-Key", "output_key"].filter(namesCredential)).toEqual([]);
});
