/**
 * Bytes of a stream to messages of the protocol: a header that says how long its body is, then the body.
 *
 * F1. Whatever the bytes are, the next message that is framed well is found, and each byte is looked at a bounded number of times.
 * F2. Never more is kept than one body of the largest size, and a header that is too long is given up.
 * F3. No JSON holds a raw line break behind "Content-Length: 12": where one stands in a body, that body ended early.
 */
export interface Deframer {
  /** What the bytes so far have brought, in their order. */
  readonly push: (chunk: Uint8Array) => readonly Frame[];
}

/** A body as JSON, or what was wrong in one place where none could be read. */
export type Frame = { readonly kind: "message"; readonly value: unknown } | { readonly kind: "flaw"; readonly message: string };

/** No document that we would judge is as large. */
const mostBodyBytes = 32 * 1024 * 1024;
const mostHeaderBytes = 4096;
const mark = "Content-Length:";
/** What a header line takes at most that announces a body that we would read. */
const headerSpan = mark.length + 24;

export function createDeframer(): Deframer {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let chunks: Buffer[] = [];
  let size = 0;
  /** Bytes of the body that is under way. */
  let body: number | undefined;
  let isLost = false;
  /** The newest bytes, with as many before them as a header line that began there would take. */
  let recent: Buffer = Buffer.alloc(0);

  const whole = (): Buffer => {
    const [first] = chunks;
    if (first === undefined || chunks.length > 1) chunks = [Buffer.concat(chunks)];
    return chunks[0] ?? Buffer.alloc(0);
  };
  const keep = (rest: Buffer): void => {
    chunks = [rest];
    size = rest.length;
  };
  const lose = (message: string, rest: Buffer): Frame => {
    body = undefined;
    isLost = true;
    keep(rest);
    return { kind: "flaw", message };
  };
  const add = (chunk: Buffer): void => {
    // Mostly nothing waits for what comes.
    recent = size === 0 ? chunk : Buffer.concat([recent.subarray(-headerSpan), chunk]);
    size += chunk.length;
    chunks.push(chunk);
    // However small the pieces are in which a body comes, few of them are kept, and no byte is copied often.
    for (let [before, last] = chunks.slice(-2); before && last && before.length <= last.length; [before, last] = chunks.slice(-2)) chunks.splice(-2, 2, Buffer.concat([before, last]));
  };

  const readBody = (length: number): Frame | undefined => {
    if (size < length) return headerIn(recent.subarray(Math.max(recent.length - size, 0))) === -1 ? undefined : lose("a body is shorter than its header says", whole());
    const bytes = whole();
    const content = bytes.subarray(0, length);
    if (headerIn(content) !== -1) return lose("a body is shorter than its header says", bytes);
    try {
      const value: unknown = JSON.parse(textOf(content));
      body = undefined;
      keep(bytes.subarray(length));
      return { kind: "message", value };
    } catch (error) {
      return lose(`a body is no JSON in UTF-8: ${error instanceof Error ? error.message : String(error)}`, bytes);
    }
  };
  /** Throws for what is no UTF-8: the decoder knows, but reads ten times as slowly as `toString`, which puts U+FFFD there. */
  const textOf = (content: Buffer): string => {
    const text = content.toString();
    return text.includes("\ufffd") ? decoder.decode(content) : text;
  };
  const readHeader = (): Frame | undefined => {
    const bytes = whole();
    const at = isLost ? firstOf(bytes, [mark, mark.toLowerCase()]) : 0;
    if (at === -1) {
      keep(Buffer.from(bytes.subarray(-mark.length)));
      return undefined;
    }
    if (at > 0) keep(bytes.subarray(at));
    isLost = false;
    return readLength(bytes.subarray(at));
  };
  const readLength = (bytes: Buffer): Frame | undefined => {
    const end = firstOf(bytes.subarray(0, mostHeaderBytes), ["\n\r\n", "\n\n"]);
    if (end === -1) return bytes.length < mostHeaderBytes ? undefined : lose("a header is too long", bytes.subarray(1));
    const header = bytes.toString("latin1", 0, end);
    const rest = bytes.subarray(end + (bytes[end + 1] === 0x0a ? 2 : 3));
    const said = /content-length:[ \t]*([^\r\n]*)/i.exec(header)?.[1]?.trim();
    if (said === undefined) return lose("a header has no Content-Length", rest);
    if (!/^\d+$/.test(said)) return lose("a Content-Length is no number", rest);
    if (Number(said) > mostBodyBytes) return lose(`a body of more than ${mostBodyBytes} bytes is not read`, rest);
    body = Number(said);
    keep(rest);
    return next();
  };
  const next = (): Frame | undefined => (body === undefined ? readHeader() : readBody(body));

  return {
    push: (chunk) => {
      add(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      const frames: Frame[] = [];
      for (let frame = next(); frame !== undefined; frame = next()) frames.push(frame);
      return frames;
    },
  };
}

/** Where one of the words stands first; -1 where none does. */
function firstOf(bytes: Buffer, words: readonly string[]): number {
  return words.reduce((first, word) => {
    const at = (first === -1 ? bytes : bytes.subarray(0, first + word.length)).indexOf(word);
    return at === -1 || (first !== -1 && at > first) ? first : at;
  }, -1);
}

/** Where a whole header line stands that announces a body; -1 where none does. */
function headerIn(bytes: Buffer): number {
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    if (/^Content-Length:[ \t]*\d{1,8}\r?\n/.test(bytes.toString("latin1", at, at + headerSpan))) return at;
  }
  return -1;
}
