// The document reads that would be billed.
import { expect } from "chai";
import { createServiceUnderTest, database, documents, owner, rulesOf, tokenOf } from "./service-under-test.ts";

const alice = tokenOf("alice");
const rules = rulesOf(`match /rooms/{room} {
  function isOpen() { return get(/databases/$(database)/documents/gates/$(room)).data.isOpen; }
  allow read: if isOpen() && isOpen();
  allow write: if exists(/databases/$(database)/documents/gates/$(room)) && isOpen();
}`);
const isOpen = { isOpen: { booleanValue: true } };
const rooms = { from: [{ collectionId: "rooms" }] };

describe("billed reads", () => {
  const under = createServiceUnderTest(rules);
  const { service, read } = under;

  /** Since the last call: `by path`. */
  const taken = (): string[] => read.splice(0).map(({ by, path }) => `${by} ${path}`);

  before(() => under.write({ "gates/a": isOpen, "rooms/a": {}, "rooms/b": {} }));
  beforeEach(() => void taken());

  it("are each document that is got, even a missing one", async () => {
    const names = ["rooms/a", "rooms/missing"].map((path) => `${documents}/${path}`);
    await service.callServerStreaming("BatchGetDocuments", { database, documents: names }, owner);
    expect(taken()).to.deep.equal(["get rooms/a", "get rooms/missing"]);
  });

  it("are each result of a query, and one for an empty one and for a count", async () => {
    const run = (structuredQuery: object) =>
      service.callServerStreaming("RunQuery", { parent: documents, structuredQuery }, owner);
    await run(rooms);
    expect(taken()).to.deep.equal(["query rooms/a", "query rooms/b"]);
    await run({ ...rooms, offset: 1 });
    expect(taken(), "one was skipped").to.deep.equal(["query rooms", "query rooms/b"]);
    await run({ from: [{ collectionId: "nothing" }] });
    expect(taken()).to.deep.equal(["query nothing"]);
    const structuredAggregationQuery = { structuredQuery: rooms, aggregations: [{ count: {}, alias: "n" }] };
    await service.callServerStreaming("RunAggregationQuery", { parent: documents, structuredAggregationQuery }, owner);
    expect(taken()).to.deep.equal(["query rooms"]);
    await service.call("ListDocuments", { parent: documents, collectionId: "rooms" }, owner);
    expect(taken()).to.deep.equal(["query rooms/a", "query rooms/b"]);
  });

  it("are what the rules fetch, once in a request, also when it is denied", async () => {
    await service.call("GetDocument", { name: `${documents}/rooms/a` }, alice);
    expect(read.every(({ isAdmin }) => !isAdmin)).to.equal(true);
    expect(taken()).to.have.members(["get rooms/a", "rules gates/a"]);
    const update = { name: `${documents}/rooms/a`, fields: {} };
    await service.call("Commit", { database, writes: [{ update }] }, alice);
    expect(taken()).to.deep.equal(["rules gates/a"]);
    await service.call("GetDocument", { name: `${documents}/rooms/b` }, alice).catch(() => undefined);
    expect(taken()).to.deep.equal(["rules gates/b"]);
  });

  it("are what a listener is sent, at the beginning and at each change, but no deletion", async () => {
    const stream = under.open("Listen", owner);
    const query = { parent: documents, structuredQuery: rooms };
    stream.session.handleMessage({ database, addTarget: { targetId: 1, query } });
    await stream.arrived(5);
    expect(taken()).to.deep.equal(["listener rooms/a", "listener rooms/b"]);
    await under.write({ "rooms/c": {}, "gates/c": isOpen });
    expect(taken()).to.deep.equal(["listener rooms/c"]);
    await under.write({ "rooms/c": null });
    expect(taken()).to.deep.equal([]);
    stream.session.close();
    const missing = under.open("Listen", owner);
    missing.session.handleMessage({
      database,
      addTarget: { targetId: 1, documents: { documents: [`${documents}/rooms/c`] } },
    });
    await missing.arrived(3);
    expect(taken()).to.deep.equal(["listener rooms/c"]);
    missing.session.close();
  });
});
