// ListDocuments and ListCollectionIds with paging.
import { expect } from "chai";
import type { ListDocumentsOptions } from "../../../src/engine/index.ts";
import { createFixture, int, refusal, remove, ROOT, set } from "../fixture.ts";

async function createDatabase() {
  const { database } = createFixture();
  await database.commit([
    set("a/p", { n: int(3), m: int(1) }),
    set("a/r", { n: int(1) }),
    set("a/t", { n: int(2) }),
    set("a/q/b/x", {}),
    set("a/s/c/x/d/y", {}),
    set("é/x", {}),
  ]);
  const list = async (options: ListDocumentsOptions) => {
    const pages: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await database.listDocuments(ROOT, "a", { ...options, pageToken });
      pages.push(page.documents.map(({ name }) => name.slice(ROOT.length + 3)).join(" "));
      pageToken = page.nextPageToken;
    } while (pageToken);
    return pages;
  };
  return { database, list };
}

describe("listing documents", () => {
  it("pages through documents by name", async () => {
    const { list } = await createDatabase();
    expect(await list({})).to.deep.equal(["p r t"]);
    expect(await list({ pageSize: 2 })).to.deep.equal(["p r", "t"]);
    expect(await list({ pageSize: 3 })).to.deep.equal(["p r t"]);
  });

  it("orders by fields if requested", async () => {
    const { list } = await createDatabase();
    expect(await list({ orderBy: "n desc, __name__", pageSize: 2 })).to.deep.equal(["p t", "r"]);
    expect(await list({ orderBy: "m" })).to.deep.equal(["p"]);
  });

  it("shows missing documents that have subcollections, by name only", async () => {
    const { database, list } = await createDatabase();
    expect(await list({ showMissing: true, pageSize: 2 })).to.deep.equal(["p q", "r s", "t"]);
    const { documents } = await database.listDocuments(ROOT, "a", { showMissing: true, mask: {} });
    expect(documents[0]).to.have.deep.property("fields", {});
    expect(documents[1]).to.deep.equal({ name: `${ROOT}/a/q` });
  });

  it("continues at the same position if the last document was deleted", async () => {
    const { database } = await createDatabase();
    const { nextPageToken } = await database.listDocuments(ROOT, "a", { pageSize: 1 });
    await database.commit([remove("a/p"), remove("a/r")]);
    const { documents } = await database.listDocuments(ROOT, "a", { pageSize: 1, pageToken: nextPageToken });
    expect(documents.map(({ name }) => name)).to.deep.equal([`${ROOT}/a/t`]);
  });

  it("returns only the fields of the mask", async () => {
    const { database } = await createDatabase();
    const { documents } = await database.listDocuments(ROOT, "a", { mask: { fieldPaths: ["m"] } });
    expect(documents.map((document) => "fields" in document && document.fields)).to.deep.equal([{ m: int(1) }, {}, {}]);
  });

  it("rejects an invalid page token and a negative page size", async () => {
    const { list, database } = await createDatabase();
    await refusal("INVALID_ARGUMENT", list({ pageSize: -1 }));
    await refusal("INVALID_ARGUMENT", database.listDocuments(ROOT, "a", { pageToken: "%%%" }));
    await refusal("INVALID_ARGUMENT", database.listDocuments(ROOT, "a", { pageToken: btoa('"x"') }));
    await refusal("INVALID_ARGUMENT", database.listDocuments(ROOT, "a", { pageToken: btoa('[{"odd":1}]') }));
  });
});

describe("listing collection ids", () => {
  it("pages through ids in order, below missing documents too", async () => {
    const { database } = await createDatabase();
    expect(database.listCollectionIds(ROOT)).to.deep.equal({ collectionIds: ["a", "é"] });
    const first = database.listCollectionIds(ROOT, { pageSize: 1 });
    expect(first.collectionIds).to.deep.equal(["a"]);
    const second = database.listCollectionIds(ROOT, { pageSize: 1, pageToken: first.nextPageToken });
    expect(second).to.deep.equal({ collectionIds: ["é"] });
    expect(database.listCollectionIds(`${ROOT}/a/s`).collectionIds).to.deep.equal(["c"]);
    expect(database.listCollectionIds(`${ROOT}/a/p`).collectionIds).to.deep.equal([]);
  });
});
