// Field transforms in commits, and the results they return.
import { expect } from "chai";
import type { Fields, FieldTransform, Value } from "../../../src/engine/index.ts";
import { createFixture, double, int, list, map, nothing, ROOT, set, text } from "../fixture.ts";

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);

/** Applies transforms to the field `f` (undefined: absent) of an existing document. */
async function transform(present: Value | undefined, ...transforms: Omit<FieldTransform, "fieldPath">[]) {
  const { database, fields } = createFixture();
  await database.commit([set("a/x", present ? { f: present } : {})]);
  const updateTransforms = transforms.map((each) => ({ fieldPath: "f", ...each }));
  const { writeResults } = await database.commit([set("a/x", {}, { updateMask: {}, updateTransforms })]);
  return { stored: fields("a/x")?.["f"], results: writeResults[0]?.transformResults };
}

async function expectNumber(present: Value | undefined, given: Omit<FieldTransform, "fieldPath">, stored: Value) {
  expect(await transform(present, given)).to.deep.equal({ stored, results: [stored] });
}

describe("increment", () => {
  it("adds integers, and replaces a missing value or one that is not a number", async () => {
    await expectNumber(int(2), { increment: int(3) }, int(5));
    await expectNumber(undefined, { increment: int(3) }, int(3));
    await expectNumber(text("2"), { increment: double(0.5) }, double(0.5));
  });

  it("saturates at 64 bits", async () => {
    await expectNumber(int(MAX - 1n), { increment: int(5) }, int(MAX));
    await expectNumber(int(MIN + 1n), { increment: int(-5) }, int(MIN));
    await expectNumber(int(9007199254740993n), { increment: int(1) }, int(9007199254740994n));
  });

  it("is a double if either side is a double", async () => {
    await expectNumber(int(1), { increment: double(0.5) }, double(1.5));
    await expectNumber(double(0.5), { increment: int(1) }, double(1.5));
    await expectNumber(double(1.7e308), { increment: double(1.7e308) }, double("Infinity"));
    await expectNumber(double("Infinity"), { increment: double("-Infinity") }, double("NaN"));
  });
});

describe("maximum and minimum", () => {
  it("keep the larger or smaller value with its type", async () => {
    await expectNumber(int(1), { maximum: double(1.5) }, double(1.5));
    await expectNumber(int(2), { maximum: double(1.5) }, int(2));
    await expectNumber(double(2.5), { minimum: int(2) }, int(2));
    await expectNumber(int(9007199254740993n), { maximum: double(9007199254740992) }, int(9007199254740993n));
  });

  it("keep an equal number as stored", async () => {
    await expectNumber(int(3), { maximum: double(3) }, int(3));
    await expectNumber(double(3), { minimum: int(3) }, double(3));
    await expectNumber(double("-0"), { maximum: int(0) }, double("-0"));
  });

  it("are NaN if either side is NaN", async () => {
    await expectNumber(int(3), { maximum: double("NaN") }, double("NaN"));
    await expectNumber(double("NaN"), { maximum: int(3) }, double("NaN"));
    await expectNumber(double("NaN"), { minimum: int(3) }, double("NaN"));
  });

  it("use the operand if there is no number", async () => {
    await expectNumber(undefined, { maximum: int(-4) }, int(-4));
    await expectNumber(text("x"), { minimum: int(4) }, int(4));
  });
});

describe("array transforms", () => {
  it("append missing elements once each, comparing numbers by value", async () => {
    const present = list(int(1), text("a"), nothing);
    const given = { appendMissingElements: { values: [double(1), text("b"), text("b"), nothing, map({ a: int(1) })] } };
    expect(await transform(present, given)).to.deep.equal({
      stored: list(int(1), text("a"), nothing, text("b"), map({ a: int(1) })),
      results: [nothing],
    });
  });

  it("remove every equal element", async () => {
    const present = list(int(1), text("a"), double(1), double("NaN"), text("b"));
    const given = { removeAllFromArray: { values: [double(1), double("NaN"), text("missing")] } };
    expect((await transform(present, given)).stored).to.deep.equal(list(text("a"), text("b")));
  });

  it("replace a value that is not an array", async () => {
    expect((await transform(text("x"), { appendMissingElements: { values: [int(1)] } })).stored).to.deep.equal(
      list(int(1)),
    );
    expect((await transform(undefined, { removeAllFromArray: {} })).stored).to.deep.equal(list());
  });
});

describe("transforms of one write", () => {
  const all: FieldTransform[] = [
    { fieldPath: "at", setToServerValue: "REQUEST_TIME" },
    { fieldPath: "deep.count", increment: int(1) },
    { fieldPath: "deep.`odd.name`", maximum: int(7) },
    { fieldPath: "low", minimum: int(-7) },
    { fieldPath: "tags", appendMissingElements: { values: [text("a")] } },
    { fieldPath: "old", removeAllFromArray: { values: [int(1)] } },
  ];
  const applied = (at: string): Fields => ({
    at: { timestampValue: at },
    deep: map({ count: int(1), "odd.name": int(7) }),
    low: int(-7),
    tags: list(text("a")),
    old: list(int(2)),
  });

  it("all apply after the update, with results in order", async () => {
    const { database, fields } = createFixture();
    const update = set("a/x", { old: list(int(1), int(2)) }, { updateTransforms: all });
    const { commitTime, writeResults } = await database.commit([update]);
    expect(fields("a/x")).to.deep.equal(applied(commitTime));
    expect(writeResults[0]?.transformResults).to.deep.equal([
      { timestampValue: commitTime },
      int(1),
      int(7),
      int(-7),
      nothing,
      nothing,
    ]);
  });

  it("have an old form, which also creates missing documents", async () => {
    const { database, fields } = createFixture();
    await database.commit([set("a/x", { old: list(int(1), int(2)) })]);
    const write = (path: string) => ({ transform: { document: `${ROOT}/${path}`, fieldTransforms: all } });
    const { commitTime } = await database.commit([write("a/x"), write("a/y")]);
    expect(fields("a/x")).to.deep.equal(applied(commitTime));
    expect(fields("a/y")).to.deep.equal({ ...applied(commitTime), old: list() });
  });

  it("build on each other on the same field", async () => {
    const { stored, results } = await transform(int(1), { increment: int(1) }, { increment: int(5) });
    expect(stored).to.deep.equal(int(7));
    expect(results).to.deep.equal([int(2), int(7)]);
  });

  it("store the commit time in all documents of a commit", async () => {
    const { database, fields } = createFixture();
    const stamp = { updateTransforms: [{ fieldPath: "at", setToServerValue: "REQUEST_TIME" }] };
    const { commitTime } = await database.commit([set("a/x", {}, stamp), set("a/y", {}, stamp)]);
    expect(fields("a/x")).to.deep.equal({ at: { timestampValue: commitTime } });
    expect(fields("a/y")).to.deep.equal(fields("a/x"));
  });
});
