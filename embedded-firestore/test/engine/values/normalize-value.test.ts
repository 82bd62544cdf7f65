// Which values are accepted, and the form in which they are stored.
import { expect } from "chai";
import { normalizeValue } from "../../../src/engine/values/normalize-value.ts";
import type { Value } from "../../../src/engine/index.ts";
import { list, map, refusal, text } from "../fixture.ts";

const incoming = (value: unknown) => normalizeValue(value as Value);

describe("incoming values", () => {
  it("are stored with one canonical form of each number", () => {
    expect(incoming({ integerValue: 7 })).to.deep.equal({ integerValue: "7" });
    expect(incoming({ integerValue: "-0" })).to.deep.equal({ integerValue: "0" });
    expect(incoming({ doubleValue: "2.5" })).to.deep.equal({ doubleValue: 2.5 });
    expect(incoming({ doubleValue: -0 })).to.deep.equal({ doubleValue: "-0" });
    expect(incoming({ doubleValue: NaN })).to.deep.equal({ doubleValue: "NaN" });
    expect(incoming({ doubleValue: "-Infinity" })).to.deep.equal({ doubleValue: "-Infinity" });
  });

  it("are stored with timestamps in UTC, truncated to microseconds", () => {
    const normalized = (timestampValue: string) => incoming({ timestampValue });
    expect(normalized("2024-02-29T23:59:59.123456789Z")).to.deep.equal({
      timestampValue: "2024-02-29T23:59:59.123456Z",
    });
    expect(normalized("2024-01-01T01:30:00+02:00")).to.deep.equal({ timestampValue: "2023-12-31T23:30:00.000000Z" });
    expect(normalized("0001-01-01T00:00:00Z")).to.deep.equal({ timestampValue: "0001-01-01T00:00:00.000000Z" });
    expect(normalized("1969-12-31T23:59:59.5Z")).to.deep.equal({ timestampValue: "1969-12-31T23:59:59.500000Z" });
  });

  it("are stored with bytes in standard base64 with padding", () => {
    expect(incoming({ bytesValue: "_-8" })).to.deep.equal({ bytesValue: "/+8=" });
  });

  it("are deep copies", () => {
    const given = map({ a: list(text("x")) });
    const kept = incoming(given);
    expect(kept).to.deep.equal(given);
    (given as { mapValue: { fields: Record<string, unknown> } }).mapValue.fields["a"] = text("changed");
    expect(kept).to.deep.equal(map({ a: list(text("x")) }));
  });

  const refused: readonly [string, unknown][] = [
    ["no type", {}],
    ["two types", { stringValue: "a", integerValue: "1" }],
    ["an unknown type", { textValue: "a" }],
    ["an integer beyond 64 bits", { integerValue: "9223372036854775808" }],
    ["a fraction as an integer", { integerValue: 1.5 }],
    ["words as a double", { doubleValue: "many" }],
    ["the 30th of February", { timestampValue: "2024-02-30T00:00:00Z" }],
    ["a date without a time", { timestampValue: "2024-02-01" }],
    ["base64 with a stray character", { bytesValue: "a!==" }],
    ["a latitude beyond the pole", { geoPointValue: { latitude: 91 } }],
    ["a reference to a collection", { referenceValue: "projects/p/databases/d/documents/a" }],
    ["a number as a string", { stringValue: 1 }],
    ["a fault deep inside", { arrayValue: { values: [{ mapValue: { fields: { a: {} } } }] } }],
  ];
  for (const [what, value] of refused) {
    it(`are rejected with ${what}`, () => refusal("INVALID_ARGUMENT", () => incoming(value)));
  }
});
