import { expect, it } from "vitest";
import { sentAsCredentials, strikeJson, strikeMessage, strikeText } from "../../runtime/secrets.ts";

function check(values: { readonly [name: string]: string }, text: string, expected: string): void {
  expect(strikeText(text, new Map(Object.entries(values)))).toBe(expected);
}

it("strikes a value in any case, percent-encoded or escaped, in whatever mixture", () => {
  const value = 'p/ä "q"+$\\';
  const forms = [value, value.toUpperCase(), encodeURIComponent(value), encodeURI(value), JSON.stringify(value).slice(1, -1), new URLSearchParams([["", value]]).toString().slice(1), new URL(`http://h/${value}`).pathname.slice(1)];
  for (const form of forms) check({ A: value }, `<${form}>`, "<{{ env.A }}>");
  check({ HOST: "Shop.Example" }, "shop.example:443 refused", "{{ env.HOST }}:443 refused");
  check({ PEM: "BEGIN\nabc\n" }, "the key BEGIN abc is bad, BEGIN\\nabc\\n", "the key {{ env.PEM }}is bad, {{ env.PEM }}");
});

it("strikes the longest value first, and none of less than three characters", () => {
  check({ A: "abcd", B: "bcdef", C: "env", D: "ab" }, "abcdef abcd env ab", "a{{ env.B }} {{ env.A }} {{ env.C }} ab");
});

it("strikes what is left of a value where a message was cut off", () => {
  const values = new Map([["TOKEN", "s3cret-token"]]);
  expect(strikeMessage("'https://h/S3cret-t…' is no address; s3cret", values)).toBe("'https://h/{{ env.TOKEN }}…' is no address; s3cret");
  expect(strikeMessage("s3cret-token… and s3…", values)).toBe("{{ env.TOKEN }}… and s3…");
});

it("strikes texts and keys wherever they stand in data, and leaves the rest", () => {
  const values = new Map([["TOKEN", "s3cret"]]);
  expect(strikeJson({ a: ["Bearer s3cret", 1, null, true], s3cret: { b: "fine" } }, values)).toEqual({ a: ["Bearer {{ env.TOKEN }}", 1, null, true], "{{ env.TOKEN }}": { b: "fine" } });
});

it("knows what was sent to say who sends it by the name of its place", () => {
  const values = new Map(["A", "B", "C", "D", "E", "F"].map((name) => [name, `value of ${name}`]));
  const recorded = {
    url: "https://h/{{ env.A }}?region={{ env.B }}&api_key={{ env.C }}",
    headers: { "X-Access-Key": "{{ env.D }}" },
    arguments: { login: { password: ["{{ env.E | trim }}"] }, project_key: "{{ env.F }}" },
  };
  expect([...sentAsCredentials(recorded, values).keys()]).toEqual(["C", "D", "E"]);
});
