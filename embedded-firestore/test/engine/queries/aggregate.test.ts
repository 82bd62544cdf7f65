// count, sum and average.
import { expect } from "chai";
import type { AggregationMessage, Fields, StructuredQuery, Value } from "../../../src/engine/index.ts";
import { createFixture, double, int, nothing, refusal, ROOT, set, text } from "../fixture.ts";
import { inA, where } from "./query-fixture.ts";

const sum = (fieldPath = "n") => ({ alias: "sum", sum: { field: { fieldPath } } });
const avg = (fieldPath = "n") => ({ alias: "avg", avg: { field: { fieldPath } } });

async function run(documents: Fields[], aggregations: AggregationMessage[], query: StructuredQuery = inA()) {
  const { database } = createFixture();
  await database.commit(documents.map((fields, i) => set(`a/${i}`, fields)));
  return (await database.runAggregation(ROOT, { structuredQuery: query, aggregations })).aggregateFields;
}

const numbers = (...values: Value[]): Fields[] => values.map((n) => ({ n }));
const total = async (...values: Value[]) => (await run(numbers(...values), [sum()]))["sum"];
const average = async (...values: Value[]) => (await run(numbers(...values), [avg()]))["avg"];

describe("count", () => {
  it("counts the documents of a query, up to the limit", async () => {
    const documents = numbers(int(1), int(2), int(3));
    const many = inA({ where: where("n", "GREATER_THAN", int(1)) });
    expect(await run(documents, [{ alias: "c", count: {} }], many)).to.deep.equal({ c: int(2) });
    expect(await run(documents, [{ alias: "c", count: { upTo: "2" } }])).to.deep.equal({ c: int(2) });
    expect(await run(documents, [{ alias: "c", count: {} }], inA({ limit: 1 }))).to.deep.equal({ c: int(1) });
    expect(await run([], [{ count: {} }])).to.deep.equal({ field_1: int(0) });
  });
});

describe("sum", () => {
  it("sums integers exactly to an integer, 0 for an empty result", async () => {
    expect(await total(int(9007199254740993n), int(1))).to.deep.equal(int(9007199254740994n));
    expect(await total()).to.deep.equal(int(0));
  });

  it("is a double if any value is a double or the sum overflows 64 bits", async () => {
    expect(await total(int(1), double(2))).to.deep.equal(double(3));
    expect(await total(int(2n ** 63n - 1n), int(1))).to.deep.equal(double(2 ** 63));
    expect(await total(int(2n ** 63n - 1n), int(1), int(-1))).to.deep.equal(int(2n ** 63n - 1n));
  });

  it("is NaN with NaN, and skips values that are not numbers", async () => {
    expect(await total(int(1), double("NaN"))).to.deep.equal(double("NaN"));
    expect(await total(double("Infinity"), double("-Infinity"))).to.deep.equal(double("NaN"));
    expect(await total(int(1), text("2"), nothing)).to.deep.equal(int(1));
  });
});

describe("average", () => {
  it("is a double, null for an empty result", async () => {
    expect(await average(int(1), int(2))).to.deep.equal(double(1.5));
    expect(await average(int(2), int(2), text("x"))).to.deep.equal(double(2));
    expect(await average()).to.deep.equal(nothing);
    expect(await average(int(1), double("NaN"))).to.deep.equal(double("NaN"));
  });
});

describe("several aggregations", () => {
  it("count only documents that have every aggregated field", async () => {
    const documents = [{ n: int(1), m: int(10) }, { n: int(2) }, { m: int(20) }];
    expect(await run(documents, [sum("n"), avg("m"), { alias: "c", count: {} }])).to.deep.equal({
      sum: int(1),
      avg: double(10),
      c: int(1),
    });
  });

  it("are limited to five, with unique aliases", async () => {
    await refusal("INVALID_ARGUMENT", run([], []));
    await refusal("INVALID_ARGUMENT", run([], [sum(), sum("m")]));
    await refusal("INVALID_ARGUMENT", run([], [{ alias: "x" }]));
    const six = Array.from({ length: 6 }, (_, i) => ({ alias: `c${i}`, count: {} }));
    expect(await refusal("INVALID_ARGUMENT", run([], six))).to.contain("maximum number of aggregations");
  });
});
