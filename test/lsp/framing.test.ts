import { expect, it } from "vitest";
import { createDeframer } from "../../lsp/framing.ts";

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const good = framed('{"n":1}');

/** What comes of a stream of bytes, in pieces of `step`: messages as they are, flaws by what is wrong. */
function framesOf(stream: string | Buffer, step = Infinity): readonly unknown[] {
  const deframer = createDeframer();
  const bytes = Buffer.from(stream as string);
  const frames = [];
  for (let at = 0; at < bytes.length; at += step) frames.push(...deframer.push(bytes.subarray(at, Math.min(at + step, bytes.length))));
  return frames.map((frame) => (frame.kind === "message" ? frame.value : frame.message));
}

it.each([1, 2, 7, 64, Infinity])("reads messages in pieces of %s bytes, whatever stands in them", (step) => {
  const bodies = [{ n: 1 }, { text: "ä€😀\r\n\r\nContent-Length: 5\r\n\r\n{}" }, [], null, "x".repeat(9000)];
  expect(framesOf(bodies.map((body) => framed(JSON.stringify(body))).join(""), step)).toEqual(bodies);
});

it.each([
  ["no Content-Length", "Content-Type: x\r\n\r\n{}", "a header has no Content-Length"],
  ["a word for a length", "Content-Length: abc\r\n\r\n{}", "a Content-Length is no number"],
  ["a negative length", "Content-Length: -1\r\n\r\n{}", "a Content-Length is no number"],
  ["a fraction", "Content-Length: 1.5\r\n\r\n{}", "a Content-Length is no number"],
  ["a length that nobody reads", "Content-Length: 99999999999\r\n\r\n{}", "a body of more than 33554432 bytes is not read"],
  ["a length beyond its body", "Content-Length: 500\r\n\r\n{}", "a body is shorter than its header says"],
  ["a length within its body", 'Content-Length: 3\r\n\r\n{"n":2}', expect.stringMatching(/^a body is no JSON/)],
  ["no JSON", framed("{nonsense"), expect.stringMatching(/^a body is no JSON/)],
  ["an empty body", framed(""), expect.stringMatching(/^a body is no JSON/)],
  ["noise", "\0\u0001 noise ".repeat(1000), "a header is too long"],
])("finds the next message after %s", (_, bad, message) => {
  for (const step of [1, 5, Infinity]) expect(framesOf(bad + good + good, step)).toEqual([message, { n: 1 }, { n: 1 }]);
});

it("finds the next message after bytes that are no UTF-8", () => {
  const bad = Buffer.concat([Buffer.from("Content-Length: 4\r\n\r\n\""), Buffer.from([0xff, 0xfe]), Buffer.from('"')]);
  expect(framesOf(Buffer.concat([bad, Buffer.from(good)]))).toEqual([expect.stringMatching(/^a body is no JSON in UTF-8/), { n: 1 }]);
});

it("takes headers with lone line feeds, in small letters, and with others beside", () => {
  expect(framesOf('content-length: 7\n\n{"n":1}Content-Type: a\r\nContent-Length:7\r\n\r\n{"n":1}')).toEqual([{ n: 1 }, { n: 1 }]);
});

it("reads arrays within arrays that are deeper than any stack", () => {
  const depth = 200_000;
  expect(framesOf(framed("[".repeat(depth) + "]".repeat(depth)) + good).at(-1)).toEqual({ n: 1 });
});

it("looks at each byte a bounded number of times, however many headers there are", () => {
  const flood = "Content-Length:".repeat(50_000);
  expect(framesOf(`${flood}\r\n\r\n${good}`, 65_536).at(-1)).toEqual({ n: 1 });
  expect(framesOf("Content-Length: 30000000\r\n\r\n".repeat(20_000) + good, 4096).at(-1)).toEqual({ n: 1 });
});
