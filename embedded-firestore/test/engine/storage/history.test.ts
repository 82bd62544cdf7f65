// Reads at an earlier time: exact within the history, rejected beyond it.
import { expect } from "chai";
import { HISTORY_BYTES, HISTORY_MICROS } from "../../../src/engine/storage/history.ts";
import { createFixture, int, refusal, remove, ROOT, set, text } from "../fixture.ts";

const all = { from: [{ collectionId: "a" }] };

describe("a read at an earlier time", () => {
  it("sees documents as they were: changed, deleted and not yet created", async () => {
    const { database } = createFixture();
    await database.commit([
      set("a/changed", { n: int(1) }),
      set("a/deleted", { n: int(1) }),
      set("a/same", { n: int(1) }),
    ]);
    const readTime = database.readTime();
    await database.commit([set("a/changed", { n: int(2) }), remove("a/deleted"), set("a/new", { n: int(2) })]);
    await database.commit([set("a/changed", { n: int(3) }), remove("a/new")]);

    const { documents } = await database.runQuery(ROOT, all, { readTime });
    expect(documents.map(({ name }) => name.slice(ROOT.length))).to.deep.equal(["/a/changed", "/a/deleted", "/a/same"]);
    expect(documents.every(({ fields }) => JSON.stringify(fields["n"]) === JSON.stringify(int(1)))).to.equal(true);
    const got = await database.batchGet([`${ROOT}/a/changed`, `${ROOT}/a/new`], { readTime });
    expect(got.readTime).to.equal(readTime);
    expect(got.documents.map((document) => document?.fields)).to.deep.equal([{ n: int(1) }, undefined]);
    const page = await database.listDocuments(ROOT, "a", { readTime });
    expect(page.documents).to.have.length(3);
  });

  it("sees the commit at exactly that time", async () => {
    const { database } = createFixture();
    const { commitTime: readTime } = await database.commit([set("a/x", { n: int(1) })]);
    await database.commit([set("a/x", { n: int(2) })]);
    const { documents } = await database.batchGet([`${ROOT}/a/x`], { readTime });
    expect(documents[0]?.fields).to.deep.equal({ n: int(1) });
  });

  it("is rejected in the future", async () => {
    const { database } = createFixture();
    await refusal("INVALID_ARGUMENT", database.runQuery(ROOT, all, { readTime: "2100-01-01T00:00:00Z" }));
  });

  it("reaches back an hour", async () => {
    const { database, advance } = createFixture();
    await database.commit([set("a/x", { n: int(1) })]);
    const readTime = database.readTime();
    advance(1000);
    await database.commit([set("a/x", { n: int(2) })]);
    advance(3_598_000);
    const { documents } = await database.batchGet([`${ROOT}/a/x`], { readTime });
    expect(documents[0]?.fields).to.deep.equal({ n: int(1) });
  });

  it("is rejected if more has changed since than the history keeps", async () => {
    const { database } = createFixture();
    await database.commit([set("a/x", { n: int(-1) })]);
    const readTime = database.readTime();
    const size = 500_000;
    const commits = Math.ceil((HISTORY_BYTES * 1.3) / size);
    for (let n = 0; n < commits; n++) {
      await database.commit([set("b/x", { n: int(n), text: text("x".repeat(size)) })]);
    }
    const message = await refusal("FAILED_PRECONDITION", database.runQuery(ROOT, all, { readTime }));
    expect(message).to.match(/^The requested snapshot version is too old/u);
  });

  it("is rejected if the time is too long ago", async () => {
    const { database, advance } = createFixture();
    await database.commit([set("a/x", { n: int(-1) })]);
    const readTime = database.readTime();
    await database.commit([set("a/x", { n: int(-2) })]);
    advance(Number(HISTORY_MICROS / 1000n) + 1);
    await refusal("INVALID_ARGUMENT", database.runQuery(ROOT, all, { readTime }));
    await refusal("INVALID_ARGUMENT", database.batchGet([`${ROOT}/a/x`], { readTime: "1970-01-01T00:00:00Z" }));
    await refusal("INVALID_ARGUMENT", () => database.beginTransaction({ readOnly: { readTime } }));
  });

  it("names the unimplemented feature", async () => {
    const { database } = createFixture();
    const readTime = database.readTime();
    await refusal("UNIMPLEMENTED", () => database.listCollectionIds(ROOT, { readTime }));
    await refusal("UNIMPLEMENTED", database.listDocuments(ROOT, "a", { readTime, showMissing: true }));
  });
});
