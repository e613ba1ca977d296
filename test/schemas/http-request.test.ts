import { expect, it } from "vitest";
import { addressRefusal, hasUsualHost } from "../../schemas/http-request.ts";

const usual = ["https://api.example.com/", "http://localhost/a", "https://a1-b.c2.example.org/{x}", "https://10.example/"];
const others = ["https://api.example.com", "https://me@example.com/", "https://api.example.com:25/", "https://10.0.0.256/", "https://1.2.3/", "https://99999999999/", "https://xn--zz--.com/", "https://exa mple.com/", "https:///x", "ftp://example.com/", "HTTPS://example.com/"];

it("takes no host for a usual one that a request could be refused for", () => {
  for (const address of usual) {
    expect(hasUsualHost(address)).toBe(true);
    expect(addressRefusal(new URL(address))).toBeUndefined();
  }
  for (const address of others) expect({ address, isUsual: hasUsualHost(address) }).toEqual({ address, isUsual: false });
});
