import { expect } from "chai";
import { readMessage } from "../../../src/transports/encoding/json-reader.ts";
import { requestTypeOf } from "../../../src/transports/encoding/schema.ts";

const commitType = requestTypeOf("Commit");

function readValue(value: unknown): unknown {
  const message = readMessage(commitType, { writes: [{ update: { name: "n", fields: { a: value } } }] });
  const [write] = message["writes"] as [{ update: { fields: { a: unknown } } }];
  return write.update.fields.a;
}

describe("reading ProtoJSON", () => {
  it("keeps canonical values unchanged", () => {
    for (const value of [
      { nullValue: null },
      { booleanValue: false },
      { integerValue: "-9223372036854775808" },
      { doubleValue: 1.5 },
      { doubleValue: "NaN" },
      { timestampValue: "2024-02-29T12:00:00.123456Z" },
      { stringValue: "" },
      { bytesValue: "AAE=" },
      { referenceValue: "projects/p/databases/d/documents/a/b" },
      { geoPointValue: { latitude: 1, longitude: -2 } },
      { arrayValue: { values: [{ mapValue: { fields: { b: { nullValue: null } } } }] } },
    ]) {
      expect(readValue(value)).to.deep.equal(value);
    }
  });

  it("converts other forms to canonical values", () => {
    expect(readValue({ integerValue: 5 })).to.deep.equal({ integerValue: "5" });
    expect(readValue({ string_value: "a" })).to.deep.equal({ stringValue: "a" });
    expect(readValue({ nullValue: "NULL_VALUE" })).to.deep.equal({ nullValue: null });
    expect(readValue({ doubleValue: -0 })).to.deep.equal({ doubleValue: "-0" });
    expect(readValue({ doubleValue: "2.5" })).to.deep.equal({ doubleValue: 2.5 });
    expect(readValue({ bytesValue: "-_8=" })).to.deep.equal({ bytesValue: "+/8=" });
    expect(readValue({ timestampValue: "2024-01-01T00:30:00.5+01:00" })).to.deep.equal({
      timestampValue: "2023-12-31T23:30:00.5Z",
    });
  });

  it("rejects values that the schema does not allow", () => {
    for (const value of [
      { colour: "red" },
      { integerValue: "1.5" },
      { integerValue: "9223372036854775808" },
      { booleanValue: "true" },
      { stringValue: 1 },
      { timestampValue: "yesterday" },
      { doubleValue: "many" },
      { arrayValue: { values: {} } },
      { mapValue: [] },
      { stringValue: "a", integerValue: "1" },
      "text",
    ]) {
      expect(() => readValue(value), JSON.stringify(value))
        .to.throw()
        .with.property("status", "INVALID_ARGUMENT");
    }
  });

  it("accepts the verify field of web transactions", () => {
    const write = { verify: "projects/p/databases/d/documents/a/b", currentDocument: { exists: true } };
    expect(readMessage(commitType, { writes: [write] })).to.deep.equal({ writes: [write] });
  });

  it("treats a field named __proto__ as a field", () => {
    const fields = JSON.parse('{"__proto__":{"integerValue":"1"}}') as object;
    const message = readMessage(commitType, { writes: [{ update: { name: "n", fields } }] });
    expect(JSON.stringify(message)).to.contain('"__proto__":{"integerValue":"1"}');
    expect(({} as { integerValue?: string }).integerValue).to.equal(undefined);
  });

  it("reads the wrapped limit of a query in both forms", () => {
    for (const limit of [5, { value: 5 }]) {
      expect(readMessage(requestTypeOf("RunQuery"), { structuredQuery: { limit } })).to.deep.equal({
        structuredQuery: { limit: 5 },
      });
    }
  });
});
