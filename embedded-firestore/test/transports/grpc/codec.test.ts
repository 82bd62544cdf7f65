import { expect } from "chai";
import { decodeMessage, encodeMessage } from "../../../src/transports/grpc/codec.ts";
import { requestTypeOf } from "../../../src/transports/encoding/schema.ts";

const type = requestTypeOf("Commit");

describe("the gRPC codec", () => {
  it("encodes and decodes every type of value", () => {
    const fields = {
      none: { nullValue: null },
      no: { booleanValue: false },
      zero: { integerValue: "0" },
      large: { integerValue: "9007199254740993" },
      nan: { doubleValue: "NaN" },
      infinite: { doubleValue: "-Infinity" },
      negativeZero: { doubleValue: "-0" },
      empty: { stringValue: "" },
      time: { timestampValue: "1969-12-31T23:59:59.999999Z" },
      bytes: { bytesValue: "AAE=" },
      place: { geoPointValue: { latitude: 1.5, longitude: 0 } },
      nested: { mapValue: { fields: { list: { arrayValue: { values: [{ integerValue: "1" }] } } } } },
    };
    const message = { database: "d", writes: [{ update: { name: "n", fields } }] };
    const [write] = decodeMessage(type, encodeMessage(type, message))["writes"] as [{ update: { fields: object } }];
    expect(write.update.fields).to.deep.equal(fields);
  });

  it("encodes and decodes the verify field", () => {
    const message = { database: "d", writes: [{ verify: "n" }] };
    expect(decodeMessage(type, encodeMessage(type, message))).to.deep.include(message);
  });

  it("rejects bytes that are not a message", () => {
    expect(() => decodeMessage(type, Buffer.from([0xff, 0xff, 0xff])))
      .to.throw()
      .with.property("status", "INVALID_ARGUMENT");
  });
});
