// The documented order of values, and the laws of a total order.
import { expect } from "chai";
import fc from "fast-check";
import { runsOf } from "../../support/long-tests.ts";
import { compareValues, equalValues, valueType } from "../../../src/engine/index.ts";
import type { Value } from "../../../src/engine/index.ts";
import { bool, double, int, list, map, nothing, reference, text, time, vector } from "../fixture.ts";

const bytes = (base64: string): Value => ({ bytesValue: base64 });
const point = (latitude: number, longitude: number): Value => ({ geoPointValue: { latitude, longitude } });

/** In strictly ascending order. */
const ASCENDING: readonly Value[] = [
  nothing,
  bool(false),
  bool(true),
  double("NaN"),
  double("-Infinity"),
  int(-(2n ** 63n)),
  int(-1),
  double(-0.5),
  int(0),
  double(5e-324),
  int(1),
  double(1.5),
  int(9007199254740992n),
  int(9007199254740993n),
  double(9007199254740994),
  int(9223372036854775807n),
  double(9223372036854775808),
  double("Infinity"),
  time("2024-01-01T00:00:00.000000Z"),
  time("2024-01-01T00:00:00.000001Z"),
  text(""),
  text("a"),
  text("a\u0000"),
  text("b"),
  text("é"),
  text("\uffee"),
  text("\u{1f600}"),
  bytes(""),
  bytes("AA=="),
  bytes("AAA="),
  bytes("/w=="),
  reference("a/a"),
  reference("a/a/a/a"),
  reference("a/b"),
  reference("aa/a"),
  point(-90, 0),
  point(0, -1),
  point(0, 1),
  list(),
  list(int(1)),
  list(int(1), int(0)),
  list(int(2)),
  vector(9),
  vector(0, 0),
  vector(0, 1),
  map({}),
  map({ a: int(1) }),
  map({ a: int(1), b: int(0) }),
  map({ a: int(2) }),
  map({ b: int(0) }),
];

const equalPairs: readonly [Value, Value][] = [
  [int(3), double(3)],
  [double("-0"), int(0)],
  [double("-0"), double(0)],
  [double("NaN"), double("NaN")],
  [{ mapValue: {} }, map({})],
  [{ arrayValue: {} }, list()],
  [map({ a: int(1), b: int(2) }), map({ b: int(2), a: double(1) })],
];

const leaves = fc.oneof(
  fc.constant(nothing),
  fc.boolean().map(bool),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(int),
  fc.integer({ min: -3, max: 3 }).map(int),
  fc.constantFrom<Value>(double("NaN"), double("Infinity"), double("-Infinity"), double("-0")),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => double(Object.is(value, -0) ? "-0" : value)),
  fc.double({ min: 9e18, max: 1e19, noNaN: true }).map(double),
  fc.string({ unit: "binary", maxLength: 3 }).map(text),
  fc.constantFrom("", "AA==", "AAA=", "AAAA", "/w==").map(bytes),
  fc.constantFrom("a/a", "a/b", "b/a", "a/__id7__", "a/__id10__", "a/__id-1__").map(reference),
  fc.constantFrom([0, 0], [0, 1], [-1, 5]).map(([latitude = 0, longitude = 0]) => point(latitude, longitude)),
  fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }).map((elements) => vector(...elements)),
);
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaves,
    fc.array(tie("value"), { maxLength: 3 }).map((values) => list(...values)),
    fc.dictionary(fc.constantFrom("a", "b", "\uffee", "\u{1f600}"), tie("value"), { maxKeys: 3 }).map(map),
  ),
}));

describe("order of values", () => {
  it("sorts every documented example correctly", () => {
    for (const [i, left] of ASCENDING.entries()) {
      for (const [j, right] of ASCENDING.entries()) {
        expect(compareValues(left, right), `${JSON.stringify(left)} ${JSON.stringify(right)}`).to.equal(
          Math.sign(i - j),
        );
      }
    }
  });

  it("treats different forms of the same value as equal", () => {
    for (const [left, right] of equalPairs) expect(equalValues(left, right), JSON.stringify(left)).to.equal(true);
  });

  it("sorts numeric ids before all others, by number", () => {
    const ascending = ["a/__id-1__", "a/__id7__", "a/__id10__", "a/!", "a/a"].map(reference);
    for (const [i, value] of ascending.slice(1).entries()) {
      expect(compareValues(ascending[i] as Value, value)).to.equal(-1);
    }
  });

  it("tells a vector from a map", () => {
    expect(valueType(vector(1))).to.equal("vector");
    expect(valueType(map({ __type__: text("other"), value: list() }))).to.equal("map");
  });

  it("is antisymmetric", () => {
    fc.assert(fc.property(anyValue, anyValue, (a, b) => compareValues(a, b) + compareValues(b, a) === 0));
  });

  it("is reflexive, also for copies", () => {
    fc.assert(fc.property(anyValue, (a) => equalValues(a, structuredClone(a))));
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 3, maxLength: 3 }), (values) => {
        const [a, b, c] = values.sort(compareValues) as [Value, Value, Value];
        return compareValues(a, b) <= 0 && compareValues(b, c) <= 0 && compareValues(a, c) <= 0;
      }),
      { numRuns: runsOf(500) },
    );
  });

  it("orders strings by their UTF-8 bytes", () => {
    const unicode = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(
        unicode,
        unicode,
        (a, b) => compareValues(text(a), text(b)) === Buffer.compare(Buffer.from(a), Buffer.from(b)),
      ),
    );
  });

  it("orders bytes by value, not by their base64 text", () => {
    const some = fc.uint8Array({ maxLength: 5 }).map((array) => Buffer.from(array));
    fc.assert(
      fc.property(some, some, (a, b) => {
        return compareValues(bytes(a.toString("base64")), bytes(b.toString("base64"))) === Buffer.compare(a, b);
      }),
    );
  });
});
