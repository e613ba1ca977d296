import { expect, it } from "vitest";
import { decodeUtf8 } from "../../../compiler/syntax/bytes.ts";
import { defaultLimits } from "../../../compiler/syntax/limits.ts";

function check(bytes: string, expected: string): void {
  const { value, diagnostics } = decodeUtf8(Uint8Array.from(Buffer.from(bytes.replaceAll(" ", ""), "hex")));
  expect(diagnostics[0]?.message ?? value).toBe(expected);
}

it("decodes UTF-8, with or without a byte order mark", () => {
  check("61 C3A9 E8AA9E F09F9880", "aé語😀");
  check("EFBBBF 61", "a");
  check("", "");
});

it("names the encoding, or the byte that is wrong", () => {
  check("FFFE 6100", "the file is not UTF-8: the byte order mark of UTF-16 at byte 0");
  check("FEFF 0061", "the file is not UTF-8: the byte order mark of UTF-16 at byte 0");
  check("FFFE0000 61000000", "the file is not UTF-8: the byte order mark of UTF-32 at byte 0");
  check("0000FEFF 00000061", "the file is not UTF-8: the byte order mark of UTF-32 at byte 0");
  check("61 C080", "the file is not UTF-8: 0xC0 is not part of a character at byte 1");
  check("61 EDA080", "the file is not UTF-8: 0xED is not part of a character at byte 1");
  check("6162 80", "the file is not UTF-8: 0x80 is not part of a character at byte 2");
  check("636166 E9 0A", "the file is not UTF-8: 0xE9 is not part of a character at byte 3");
  check("F4908080", "the file is not UTF-8: 0xF4 is not part of a character at byte 0");
  check("E8AA", "the file is not UTF-8: 0xE8 is not part of a character at byte 0");
});

it("reads nothing beyond the limit", () => {
  const { value, diagnostics } = decodeUtf8(new Uint8Array(11), { ...defaultLimits, fileBytes: 10 });
  expect([value, diagnostics[0]?.message]).toEqual(["", "the file is larger than 10 bytes"]);
});
