// The limits of a document, just inside and just outside.
import { expect } from "chai";
import type { Fields, Value } from "../../../src/engine/index.ts";
import { createFixture, double, int, list, map, refusal, set, text, vector } from "../fixture.ts";

const commit = (fields: Fields) => createFixture().database.commit([set("a/x", fields)]);

/** `levels` nested maps around a number. */
function nest(levels: number): Value {
  return levels === 0 ? int(1) : map({ m: nest(levels - 1) });
}

describe("a document", () => {
  it("has at most 1 MiB, counted as documented", async () => {
    // Name: ("a" + 1) + ("x" + 1) + 16 = 20. Document: 32. Field "f": 2. String: its bytes + 1.
    // Field "g": 2 + 1.
    const room = 1_048_576 - 20 - 32;
    const first = 1_000_000;
    const fields = (more: number) => ({ f: text("x".repeat(first)), g: text("y".repeat(room - first - 3 - 3 + more)) });
    await commit(fields(0));
    const message = await refusal("INVALID_ARGUMENT", commit(fields(1)));
    expect(message).to.match(/^Document '.*a\/x' cannot be written because its size \(1,048,577 bytes\) exceeds/u);
  });

  it("counts strings in UTF-8", async () => {
    await commit({ f: text("é".repeat(524_000)) });
    await refusal("INVALID_ARGUMENT", commit({ f: text("é".repeat(524_300)) }));
  });

  it("nests 20 levels deep", async () => {
    await commit({ f: nest(20) });
    await refusal("INVALID_ARGUMENT", commit({ f: nest(21) }));
  });

  it("has no array directly in an array, but may have maps in between", async () => {
    await commit({ f: list(map({ a: list(int(1)) })) });
    const message = await refusal("INVALID_ARGUMENT", commit({ f: list(list(int(1))) }));
    expect(message).to.equal("Cannot convert an array value in an array value.");
  });

  it("has no reserved, empty or overlong field names, at any depth", async () => {
    for (const name of ["__x__", "", "f".repeat(1501), "__proto__"]) {
      await refusal("INVALID_ARGUMENT", commit(Object.fromEntries([[name, int(1)]])));
      await refusal("INVALID_ARGUMENT", commit({ f: map(Object.fromEntries([[name, int(1)]])) }));
    }
    await commit({ ["f".repeat(1500)]: int(1) });
  });

  it("may have vectors, whose type is a reserved name", () => commit({ embedding: vector(1, 2, 3) }));

  it("is measured after the transforms", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { f: list(text("x".repeat(600_000))) })]);
    const more = { appendMissingElements: { values: [text("y".repeat(600_000))] } };
    const write = set("a/x", {}, { updateMask: {}, updateTransforms: [{ fieldPath: "f", ...more }] });
    await refusal("INVALID_ARGUMENT", database.commit([write]));
  });

  it("keeps special doubles", async () => {
    const { database, fields } = createFixture();
    const special = { a: double("NaN"), b: double("-0"), c: double("-Infinity") };
    await database.commit([set("a/x", special)]);
    expect(fields("a/x")).to.deep.equal(special);
  });
});
