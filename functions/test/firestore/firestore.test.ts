import { randomUUID } from "node:crypto";
import { expect } from "chai";
import type { FirestoreError } from "../../src/firestore/connection.ts";
import { create, remove, set, update } from "../../src/firestore/writes.ts";
import { billOf } from "../stage/billing.ts";
import { openDatabase } from "../stage/database.ts";

async function codeOf(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => "done",
    (error: FirestoreError) => error.code,
  );
}

describe("documents", () => {
  it("are read together, in the order of the question, with those that are missing", async () => {
    const { firestore, root } = openDatabase();
    const paths = ["b", "missing", "a"].map((id) => `${root}/letters/${id}`);
    await firestore.commit(set(paths[0]!, { n: 2 }), set(paths[2]!, { n: 1 }));
    expect(await firestore.getAll(...paths)).to.deep.equal([
      { path: paths[0], id: "b", fields: { n: 2 } },
      { path: paths[1], id: "missing", fields: undefined },
      { path: paths[2], id: "a", fields: { n: 1 } },
    ]);
  });

  it("are created, changed, replaced and deleted", async () => {
    const { firestore, root } = openDatabase();
    const read = async () => (await firestore.get(root)).fields;
    await firestore.commit(create(root, { a: 1, b: { c: 2 } }));
    await firestore.commit(update(root, { b: { d: 3 } }));
    expect(await read()).to.deep.equal({ a: 1, b: { d: 3 } });
    await firestore.commit(set(root, { e: 4 }));
    expect(await read()).to.deep.equal({ e: 4 });
    await firestore.commit(remove(root));
    expect(await read()).to.equal(undefined);
  });

  it("are all written, or none", async () => {
    const { firestore, root } = openDatabase();
    const [one, other] = [`${root}/all/one`, `${root}/all/other`];
    await firestore.commit(set(other, {}));
    expect(await codeOf(firestore.commit(create(one, {}), create(other, {})))).to.equal("ALREADY_EXISTS");
    expect(await codeOf(firestore.commit(set(one, {}), update(`${root}/all/missing`, { a: 1 })))).to.equal("NOT_FOUND");
    expect((await firestore.get(one)).fields).to.equal(undefined);
  });
});

describe("queries", () => {
  const root = `server/${randomUUID()}`;
  const users = `${root}/users`;

  before(async () => {
    const { firestore } = openDatabase();
    const people = [3, 1, 2, 5, 4].map((age) => set(`${users}/u${age}`, { age, isOdd: age % 2 === 1 }));
    const signals = [1, 2, 9].map((user) => set(`${users}/u${user}/inbox/s`, { user }));
    await firestore.commit(...people, ...signals, set(`${root}/private/secret`, {}));
  });

  it("compare, sort by what they compare, skip, and end", async () => {
    const { firestore } = openDatabase();
    const old = { path: users, where: ["age", ">", 1] } as const;
    const idsOf = async (query: Parameters<typeof firestore.find>[0]) =>
      (await firestore.find(query)).map(({ id }) => id);
    expect(await idsOf(old)).to.deep.equal(["u2", "u3", "u4", "u5"]);
    expect(await idsOf({ ...old, offset: 1, limit: 2 })).to.deep.equal(["u3", "u4"]);
    expect(await idsOf({ path: users, where: ["age", "<=", 2] })).to.deep.equal(["u1", "u2"]);
    expect(await idsOf({ path: users, where: ["isOdd", "==", false] })).to.deep.equal(["u2", "u4"]);
    expect(await idsOf({ path: users, where: ["age", ">", 5] })).to.deep.equal([]);
  });

  it("read some fields, or none", async () => {
    const { firestore } = openDatabase();
    const [youngest] = await firestore.find({ path: users, where: ["age", "<=", 1], select: ["isOdd"] });
    expect(youngest).to.deep.equal({ path: `${users}/u1`, id: "u1", fields: { isOdd: true } });
    const [named] = await firestore.find({ path: users, select: ["__name__"], limit: 1 });
    expect(named).to.deep.equal({ path: `${users}/u1`, id: "u1", fields: {} });
  });

  it("count, for one read", async () => {
    const { firestore } = openDatabase();
    expect(await firestore.count({ path: users })).to.equal(5);
    expect(await firestore.count({ path: users, where: ["age", ">", 3] })).to.equal(2);
    expect((await billOf(() => firestore.count({ path: users }))).reads).to.equal(1);
  });

  it("look below a document, where others are missing too", async () => {
    const { firestore } = openDatabase();
    const below = { collectionID: "inbox" };
    expect(await firestore.count({ path: root, below })).to.equal(3);
    expect(await firestore.count({ path: `${users}/u9`, below })).to.equal(1);
    expect(await firestore.find({ path: root, below: "everything" })).to.have.length(5 + 3 + 1);
  });
});

describe("deleting below a document", () => {
  it("deletes more than fits into one commit, at any depth, and keeps what is named", async () => {
    const { firestore, root } = openDatabase();
    const neighbour = `${root}x/users/u`;
    const kept = `${root}/private/secret`;
    const writes = Array.from({ length: 650 }, (_, n) => set(`${root}/users/u${n % 10}/inbox/s${n}`, {}));
    await firestore.commit(...writes.slice(0, 400));
    await firestore.commit(...writes.slice(400), set(root, {}), set(kept, {}), set(neighbour, {}));
    await firestore.deleteBelow(root, kept);
    const left = await firestore.find({ path: root, below: "everything" });
    expect(left.map(({ path }) => path)).to.deep.equal([kept]);
    const others = await firestore.getAll(root, neighbour);
    expect(others.map(({ fields }) => fields)).to.deep.equal([{}, {}]);
  });
});
