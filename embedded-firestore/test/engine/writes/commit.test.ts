// Commits: the effect and the result of each kind of write, and atomicity.
import { expect } from "chai";
import type { Change, PlannedChange } from "../../../src/engine/index.ts";
import { bool, createFixture, double, int, list, map, refusal, remove, ROOT, set, text } from "../fixture.ts";

describe("commit", () => {
  it("replaces the document without a mask", async () => {
    const { database, fields } = createFixture();
    await database.commit([set("a/x", { one: int(1), two: int(2) })]);
    await database.commit([set("a/x", { two: int(3) })]);
    expect(fields("a/x")).to.deep.equal({ two: int(3) });
  });

  it("merges with a mask: sets and deletes its fields, ignores other fields", async () => {
    const { database, fields } = createFixture();
    await database.commit([
      set("a/x", { keep: int(1), gone: int(2), deep: map({ "a.b": int(3), c: int(4), d: int(5) }) }),
    ]);
    await database.commit([
      set(
        "a/x",
        { deep: map({ "a.b": int(30), d: int(50) }), ignored: int(9) },
        { updateMask: { fieldPaths: ["gone", "deep.`a.b`", "deep.c", "new.field"] } },
      ),
    ]);
    expect(fields("a/x")).to.deep.equal({ keep: int(1), deep: map({ "a.b": int(30), d: int(5) }) });
  });

  it("merges into a missing document by creating it, an empty mask included", async () => {
    const { database, fields } = createFixture();
    await database.commit([set("a/x", { n: int(1) }, { updateMask: { fieldPaths: ["n"] } })]);
    await database.commit([set("a/y", { n: int(1) }, { updateMask: {} })]);
    expect(fields("a/x")).to.deep.equal({ n: int(1) });
    expect(fields("a/y")).to.deep.equal({});
  });

  it("rejects a write that requires what an earlier one of the same commit deletes", async () => {
    const { database, fields } = createFixture();
    await database.commit([set("a/x", { n: int(1) })]);
    const exists = { currentDocument: { exists: true } };
    await refusal("INVALID_ARGUMENT", database.commit([remove("a/x"), set("a/x", {}, exists)]));
    await refusal("INVALID_ARGUMENT", database.commit([remove("a/x"), remove("a/x", exists)]));
    expect(fields("a/x")).to.deep.equal({ n: int(1) });
    await database.commit([remove("a/x"), set("a/x", { n: int(2) }), set("a/x", { n: int(3) }, exists)]);
    await database.commit([remove("a/x"), set("a/x", { n: int(4) })]);
    expect(fields("a/x")).to.deep.equal({ n: int(4) });
  });

  it("sets createTime once and updateTime with each change", async () => {
    const { database, advance } = createFixture();
    const first = await database.commit([set("a/x", { n: int(1) })]);
    advance(5);
    const second = await database.commit([set("a/x", { n: int(2) })]);
    expect(second.commitTime > first.commitTime).to.equal(true);
    expect(database.get(`${ROOT}/a/x`)).to.deep.equal({
      name: `${ROOT}/a/x`,
      fields: { n: int(2) },
      createTime: first.commitTime,
      updateTime: second.commitTime,
    });
    expect(second.writeResults).to.deep.equal([{ updateTime: second.commitTime }]);
  });

  it("keeps updateTime and notifies no watcher if nothing changed", async () => {
    const { database } = createFixture();
    const { commitTime } = await database.commit([set("a/x", { n: int(1), m: map({ a: list(bool(true)) }) })]);
    const told: unknown[] = [];
    database.watch((commit) => told.push(commit));
    const again = await database.commit([
      set("a/x", { m: map({ a: list(bool(true)) }), n: int(1) }),
      set("a/x", { n: int(1) }, { updateMask: { fieldPaths: ["n", "missing"] } }),
    ]);
    expect(again.writeResults).to.deep.equal([{ updateTime: commitTime }, { updateTime: commitTime }]);
    expect(database.get(`${ROOT}/a/x`)?.updateTime).to.equal(commitTime);
    expect(told).to.deep.equal([]);
  });

  it("counts another type of the same number as a change", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(1) })]);
    const { commitTime } = await database.commit([set("a/x", { n: double(1) })]);
    expect(database.get(`${ROOT}/a/x`)?.updateTime).to.equal(commitTime);
  });

  it("deletes a document, even a missing one, and returns no updateTime", async () => {
    const { database, fields } = createFixture();
    await database.commit([set("a/x", {})]);
    const { writeResults } = await database.commit([remove("a/x"), remove("a/missing")]);
    expect(writeResults).to.deep.equal([{}, {}]);
    expect(fields("a/x")).to.equal(undefined);
  });

  it("lets each write see the writes before it", async () => {
    const { database, fields } = createFixture();
    await database.commit([
      set("a/x", { n: int(1), old: bool(true) }, { currentDocument: { exists: false } }),
      set("a/x", { n: int(2) }, { updateMask: { fieldPaths: ["n"] }, currentDocument: { exists: true } }),
      remove("a/x", { currentDocument: { exists: true } }),
      set("a/x", { n: int(3) }, { currentDocument: { exists: false } }),
    ]);
    expect(fields("a/x")).to.deep.equal({ n: int(3) });
  });

  it("applies nothing when one write fails", async () => {
    const { database, fields } = createFixture();
    const told: unknown[] = [];
    database.watch((commit) => told.push(commit));
    await refusal(
      "NOT_FOUND",
      database.commit([set("a/x", {}), set("a/y", {}, { currentDocument: { exists: true } })]),
    );
    expect(fields("a/x")).to.equal(undefined);
    expect(told).to.deep.equal([]);
  });

  it("completes before the call returns if nothing is locked", () => {
    const { database, fields } = createFixture();
    void database.commit([set("a/x", { n: int(1) })]);
    expect(fields("a/x")).to.deep.equal({ n: int(1) });
  });

  it("copies the caller's objects", async () => {
    const { database, fields } = createFixture();
    const given = { n: map({ a: int(1) }) };
    await database.commit([set("a/x", given)]);
    (given.n as { mapValue: { fields: object } }).mapValue.fields = {};
    expect(fields("a/x")).to.deep.equal({ n: map({ a: int(1) }) });
  });
});

describe("preconditions", () => {
  it("exists: true requires a document, with Firestore's message", async () => {
    const { database } = createFixture();
    const wanted = { currentDocument: { exists: true } };
    const message = await refusal("NOT_FOUND", database.commit([set("a/x", {}, wanted)]));
    expect(message).to.equal(`No document to update: ${ROOT}/a/x`);
    await refusal("NOT_FOUND", database.commit([remove("a/x", wanted)]));
  });

  it("exists: false requires that there is none", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", {})]);
    const refused = database.commit([set("a/x", { n: int(1) }, { currentDocument: { exists: false } })]);
    expect(await refusal("ALREADY_EXISTS", refused)).to.equal(`entity already exists: ${ROOT}/a/x`);
  });

  it("updateTime requires exactly that version", async () => {
    const { database, fields } = createFixture();
    const { commitTime } = await database.commit([set("a/x", { n: int(1) })]);
    await database.commit([set("a/x", { n: int(2) }, { currentDocument: { updateTime: commitTime } })]);
    const late = database.commit([set("a/x", { n: int(3) }, { currentDocument: { updateTime: commitTime } })]);
    const message = await refusal("FAILED_PRECONDITION", late);
    expect(message).to.match(/^the stored version \(\d{16}\) does not match the required base version \(\d{16}\)$/u);
    expect(fields("a/x")).to.deep.equal({ n: int(2) });
  });

  it("updateTime on a missing document fails in a way that a web transaction retries", async () => {
    const { database } = createFixture();
    const updateTime = database.readTime();
    await refusal("FAILED_PRECONDITION", database.commit([set("a/x", {}, { currentDocument: { updateTime } })]));
  });

  it("are the only effect of verify", async () => {
    const { database, fields } = createFixture();
    const { commitTime } = await database.commit([set("a/x", { n: int(1) })]);
    const verify = (updateTime: string) => ({ verify: `${ROOT}/a/x`, currentDocument: { updateTime } });
    await database.commit([verify(commitTime), set("a/y", {})]);
    expect(fields("a/y")).to.deep.equal({});
    await database.commit([set("a/x", { n: int(2) })]);
    await refusal("FAILED_PRECONDITION", database.commit([verify(commitTime), set("a/z", {})]));
    expect(fields("a/z")).to.equal(undefined);
  });
});

describe("authorize", () => {
  it("sees every planned write once, with the document before and after it", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(1) })]);
    const seen: { planned: readonly PlannedChange[]; at: string }[] = [];
    const stamp = { updateTransforms: [{ fieldPath: "t", setToServerValue: "REQUEST_TIME" }] };
    const { commitTime } = await database.commit(
      [
        set("a/x", { n: int(2) }),
        set("a/new", {}, stamp),
        remove("a/x"),
        remove("a/missing"),
        { verify: `${ROOT}/a/new` },
      ],
      { authorize: (planned, at) => seen.push({ planned, at }) },
    );
    expect(seen).to.have.length(1);
    expect(seen[0]?.at).to.equal(commitTime);
    const facts = seen[0]?.planned.map(({ kind, before, after }) => [kind, before?.fields, after?.fields]);
    const stamped = { t: { timestampValue: commitTime } };
    expect(facts).to.deep.equal([
      ["update", { n: int(1) }, { n: int(2) }],
      ["create", undefined, stamped],
      ["delete", { n: int(2) }, undefined],
      ["delete", undefined, undefined],
      ["verify", stamped, stamped],
    ]);
  });

  it("prevents every change by throwing", async () => {
    const { database, fields } = createFixture();
    const denied = new Error("denied");
    const attempt = database.commit([set("a/x", {})], {
      authorize() {
        throw denied;
      },
    });
    expect(await attempt.catch((error: unknown) => error)).to.equal(denied);
    expect(fields("a/x")).to.equal(undefined);
  });
});

describe("watch", () => {
  it("reports the net change of each document, synchronously and in order", () => {
    const { database } = createFixture();
    const heard: (readonly Change[])[] = [];
    const stop = database.watch(({ changes }) => heard.push(changes));
    void database.commit([set("a/x", { n: int(1) }), set("a/x", { n: int(2) }), set("a/y", {}), remove("a/y")]);
    void database.commit([set("a/x", { n: int(3) })]);
    stop();
    void database.commit([remove("a/x")]);
    const facts = heard.map((changes) =>
      changes.map(({ name, before, after }) => [name, before?.fields, after?.fields]),
    );
    expect(facts).to.deep.equal([
      [[`${ROOT}/a/x`, undefined, { n: int(2) }]],
      [[`${ROOT}/a/x`, { n: int(2) }, { n: int(3) }]],
    ]);
  });

  it("reports commits in order even if a watcher commits", () => {
    const { database } = createFixture();
    const heard: string[] = [];
    database.watch(({ changes }) => {
      if (changes.some(({ name }) => name.endsWith("a/x"))) void database.commit([set("a/y", {})]);
    });
    database.watch(({ changes }) => heard.push(...changes.map(({ name }) => name.slice(ROOT.length))));
    void database.commit([set("a/x", {})]);
    expect(heard).to.deep.equal(["/a/x", "/a/y"]);
  });
});

describe("times", () => {
  it("never go back, and every commit is later than any earlier read time", async () => {
    const { database, advance } = createFixture();
    const times = [database.readTime()];
    times.push((await database.commit([set("a/x", { n: int(1) })])).commitTime);
    times.push((await database.commit([set("a/x", { n: int(2) })])).commitTime);
    advance(-60_000);
    times.push((await database.commit([set("a/x", { n: int(3) })])).commitTime);
    expect(new Set(times).size).to.equal(4);
    expect(times.toSorted()).to.deep.equal(times);
    expect(database.readTime() >= (times.at(-1) ?? "")).to.equal(true);
    expect(times.every((each) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/u.test(each))).to.equal(true);
  });
});

describe("clear", () => {
  it("deletes every document, notifies watchers and leaves other databases alone", async () => {
    const { engine, database, fields } = createFixture();
    const other = engine.database("projects/demo/databases/other");
    const otherName = "projects/demo/databases/other/documents/a/x";
    await other.commit([{ update: { name: otherName, fields: {} } }]);
    await database.commit([set("a/x", {}), set("a/missing/b/y", { t: text("deep") })]);
    const heard: string[] = [];
    database.watch(({ changes }) => heard.push(...changes.map(({ name, after }) => `${name} ${typeof after}`)));
    engine.clear(database.name);
    expect(heard).to.have.members([`${ROOT}/a/x undefined`, `${ROOT}/a/missing/b/y undefined`]);
    expect(fields("a/missing/b/y")).to.equal(undefined);
    expect(database.listCollectionIds(ROOT).collectionIds).to.deep.equal([]);
    expect(other.get(otherName)).to.not.equal(undefined);
  });
});

describe("malformed writes", () => {
  const name = `${ROOT}/a/x`;
  const refused = {
    "no operation": {},
    "two operations": { update: { name, fields: {} }, delete: name },
    "the name of a collection": { delete: `${ROOT}/a` },
    "another database's document": { delete: "projects/demo/databases/other/documents/a/x" },
    "a malformed mask": { update: { name, fields: {} }, updateMask: { fieldPaths: ["a..b"] } },
    "an unknown server value": { update: { name }, updateTransforms: [{ fieldPath: "a", setToServerValue: "RANDOM" }] },
    "a transform without operation": { update: { name }, updateTransforms: [{ fieldPath: "a" }] },
    "an increment by text": { update: { name }, updateTransforms: [{ fieldPath: "a", increment: text("1") }] },
  };
  for (const [what, write] of Object.entries(refused)) {
    it(`are rejected with ${what}`, () => refusal("INVALID_ARGUMENT", createFixture().database.commit([write])));
  }
});
