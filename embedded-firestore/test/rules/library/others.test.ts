import { createHash } from "node:crypto";
import { expect } from "chai";
import { md5, sha256 } from "../../../src/rules/library/digest.ts";
import { expectError, expectEval } from "../expect.ts";

describe("bytes, paths, places and numbers", () => {
  for (const expression of [
    "b'*' == b'\\x2A' && b'*' == b'\\052'",
    "b'€' == b'\\xE2\\x82\\xAC'",
    "b'\\xFF\\xFF'.size() == 2",
    "b'\\xFB\\xEF\\xBE'.toBase64() == '----'",
    "b'€'.toHexString() == 'E282AC'",
    "b'a'.toBase64() == 'YQ=='",
    "hashing.crc32('123456789').toHexString() == 'CBF43926'",
    "hashing.crc32c('123456789').toHexString() == 'E3069283'",
    "hashing.md5('abc').toHexString() == '900150983CD24FB0D6963F7D28E17F72'",
    "hashing.sha256('abc') == hashing.sha256(b'abc')",
    "hashing.sha256('abc').toBase64() == 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0='",
    "/a/$('b')/c == /a/b/c",
    "/a/$(1 + 1) == /a/2",
    "/$(/a/b)/c == /a/b/c",
    "/databases/(default)/documents/a[1] == '(default)'",
    "path('/a/b') == /a/b",
    "(/p/$(foo)/$(bar)).bind({'foo': 'x', 'bar': 'y'}) == /p/x/y",
    "/p/$(room)/x == /p/abc/x",
    "math.abs(-1) == 1 && math.abs(-1.5) == 1.5",
    "math.ceil(2.1) == 3 && math.ceil(2.1) is int",
    "math.floor(-1.1) == -2",
    "math.round(2.5) == 3",
    "math.sqrt(4) == 2.0 && math.sqrt(4) is float",
    "math.pow(2, 3) == 8.0",
    "math.isNaN(math.sqrt(-1)) && !math.isNaN(1)",
    "math.isInfinite(1 / 0.0) && !math.isInfinite(100)",
    "latlng.value(1, 2).latitude() == 1.0",
    "latlng.value(1, 2).longitude() == 2.0",
    "latlng.value(0, 0).distance(latlng.value(0, 1)) > 111000",
    "latlng.value(0, 0).distance(latlng.value(0, 1)) < 112000",
    "debug(1) == 1",
  ]) {
    it(expression, () => expectEval(expression));
  }
  for (const expression of [
    "hashing.md5(1)",
    "/a/$('b/c')",
    "/a/$('')",
    "/a/$(null)",
    "/a/$(1.5)",
    "path('a//b')",
    "path(1)",
    "(/p/$(foo)).bind({'foo': 'a/b'})",
    "math.abs('1')",
    "math.ceil(1 / 0.0)",
    "math.abs(-9223372036854775808)",
    "latlng.value(91, 0)",
    "latlng.value(0, 0).distance(1)",
  ]) {
    it(`${expression} is an error`, () => expectError(expression));
  }

  it("hash like node:crypto, at every length around a block", () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
      const hex = (hash: Uint8Array): string => Buffer.from(hash).toString("hex");
      expect(hex(md5(bytes))).to.equal(createHash("md5").update(bytes).digest("hex"));
      expect(hex(sha256(bytes))).to.equal(createHash("sha256").update(bytes).digest("hex"));
    }
  });
});
