import { expect } from "chai";
import type { Message } from "../../../src/service/protocol/firestore-service.ts";
import {
  createServiceUnderTest,
  database,
  documents,
  owner,
  rulesOf,
  tokenOf,
  type RecordedStream,
  type ServiceUnderTest,
} from "../service-under-test.ts";

const n = (value: number): { n: { integerValue: string } } => ({ n: { integerValue: String(value) } });

/**
 * The messages to a listener without times and tokens: `show a [1]`, `leave a [1]`, `gone a [1]`,
 * `snapshot`…
 */
function told(messages: Message[]): string[] {
  return messages.map((message) => {
    const { targetChange, documentChange, documentDelete, documentRemove } = message as Told;
    const idOf = (name: string): string => name.slice(documents.length + 1);
    if (targetChange?.targetChangeType) {
      const cause = targetChange.cause ? ` because ${targetChange.cause.code}` : "";
      return `${targetChange.targetChangeType} ${JSON.stringify(targetChange.targetIds)}${cause}`;
    }
    if (targetChange) return "snapshot";
    if (documentDelete)
      return `gone ${idOf(documentDelete.document)} ${JSON.stringify(documentDelete.removedTargetIds)}`;
    if (documentRemove)
      return `hide ${idOf(documentRemove.document)} ${JSON.stringify(documentRemove.removedTargetIds)}`;
    if (!documentChange) return JSON.stringify(message);
    const { document, targetIds, removedTargetIds } = documentChange;
    const parts = [`show ${idOf(document.name)} ${JSON.stringify(targetIds)}`];
    if (removedTargetIds.length > 0) parts.push(`leave ${JSON.stringify(removedTargetIds)}`);
    return parts.join(" ");
  });
}

interface Told {
  targetChange?: { targetChangeType?: string; targetIds?: number[]; cause?: { code: number } };
  documentChange?: { document: { name: string }; targetIds: number[]; removedTargetIds: number[] };
  documentDelete?: { document: string; removedTargetIds: number[] };
  documentRemove?: { document: string; removedTargetIds: number[] };
}

describe("a Listen stream", () => {
  let under: ServiceUnderTest;
  let stream: RecordedStream;

  beforeEach(() => {
    under = createServiceUnderTest();
    stream = under.open("Listen", owner);
  });
  afterEach(() => expect(under.unexpected).to.deep.equal([]));

  function addDocuments(targetId: number, ...paths: string[]): void {
    const names = paths.map((path) => `${documents}/${path}`);
    stream.session.handleMessage({ database, addTarget: { targetId, documents: { documents: names } } });
  }

  function addQuery(targetId: number, structuredQuery: object, more: object = {}): void {
    const query = { parent: documents, structuredQuery };
    stream.session.handleMessage({ database, addTarget: { targetId, query, ...more } });
  }

  const all = { from: [{ collectionId: "rooms" }] };
  const above = (value: number): object => ({
    ...all,
    where: { fieldFilter: { field: { fieldPath: "n" }, op: "GREATER_THAN", value: { integerValue: String(value) } } },
  });
  const lowest = (limit: number, offset = 0): object => ({
    ...all,
    orderBy: [{ field: { fieldPath: "n" }, direction: "ASCENDING" }],
    limit,
    ...(offset === 0 ? {} : { offset }),
  });

  it("sends the current result, then each commit as one snapshot", async () => {
    await under.write({ "rooms/a": n(1) });
    addDocuments(1002, "rooms/a", "rooms/b");
    expect(told(stream.take())).to.deep.equal([
      "ADD [1002]",
      "show rooms/a [1002]",
      "gone rooms/b [1002]",
      "CURRENT [1002]",
      "snapshot",
    ]);
    await under.write({ "rooms/a": null, "rooms/b": n(2), "rooms/c": n(3) });
    expect(told(stream.take())).to.deep.equal(["gone rooms/a [1002]", "show rooms/b [1002]", "snapshot"]);
  });

  it("names all targets of a document in one message", async () => {
    addQuery(2, all);
    addQuery(4, above(5));
    addDocuments(6, "rooms/a");
    stream.take();
    await under.write({ "rooms/a": n(9) });
    expect(told(stream.take())).to.deep.equal(["show rooms/a [2,4,6]", "snapshot"]);
    await under.write({ "rooms/a": n(1) });
    expect(told(stream.take())).to.deep.equal(["show rooms/a [2,6] leave [4]", "snapshot"]);
    await under.write({ "rooms/a": null });
    expect(told(stream.take())).to.deep.equal(["gone rooms/a [2,6]", "snapshot"]);
  });

  it("sends nothing for commits that affect no target", async () => {
    addQuery(2, above(5));
    stream.take();
    await under.write({ "rooms/a": n(1), "other/a": n(9) });
    expect(stream.take()).to.deep.equal([]);
  });

  it("sends nothing for a write that changes nothing", async () => {
    await under.write({ "rooms/a": n(1) });
    addQuery(2, all);
    stream.take();
    await under.write({ "rooms/a": n(1) });
    expect(stream.take()).to.deep.equal([]);
  });

  it("refills a limited query with the next document", async () => {
    await under.write({ "rooms/a": n(1), "rooms/b": n(2), "rooms/c": n(3), "rooms/d": n(4) });
    addQuery(2, lowest(2));
    expect(told(stream.take()).slice(1, 3)).to.deep.equal(["show rooms/a [2]", "show rooms/b [2]"]);
    await under.write({ "rooms/a": null });
    expect(told(stream.take())).to.deep.equal(["show rooms/c [2]", "gone rooms/a [2]", "snapshot"]);
    await under.write({ "rooms/e": n(0) });
    expect(told(stream.take())).to.deep.equal(["show rooms/e [2]", "show rooms/c [] leave [2]", "snapshot"]);
    await under.write({ "rooms/d": n(1) });
    expect(told(stream.take())).to.deep.equal(["show rooms/d [2]", "show rooms/b [] leave [2]", "snapshot"]);
    await under.write({ "rooms/z": n(50) });
    expect(stream.take()).to.deep.equal([]);
  });

  it("keeps the window of an offset", async () => {
    await under.write({ "rooms/a": n(1), "rooms/b": n(2), "rooms/c": n(3) });
    addQuery(2, lowest(1, 1));
    expect(told(stream.take())[1]).to.equal("show rooms/b [2]");
    await under.write({ "rooms/a": null });
    expect(told(stream.take())).to.deep.equal(["show rooms/c [2]", "show rooms/b [] leave [2]", "snapshot"]);
  });

  it("sends the whole result again if a target is resumed", async () => {
    await under.write({ "rooms/a": n(1) });
    addQuery(2, all);
    const { targetChange } = stream.take().at(-1) as { targetChange: { resumeToken: string } };
    stream.session.handleMessage({ database, removeTarget: 2 });
    expect(told(stream.take())).to.deep.equal(["REMOVE [2]"]);
    await under.write({ "rooms/a": null, "rooms/b": n(1) });
    expect(stream.take()).to.deep.equal([]);
    addQuery(4, all, { resumeToken: targetChange.resumeToken });
    expect(told(stream.take())).to.deep.equal(["ADD [4]", "RESET [4]", "show rooms/b [4]", "CURRENT [4]", "snapshot"]);
  });

  it("sends a `once` target its result and removes it", async () => {
    addQuery(2, all, { once: true });
    expect(told(stream.take())).to.deep.equal(["ADD [2]", "CURRENT [2]", "snapshot", "REMOVE [2]"]);
    await under.write({ "rooms/a": n(1) });
    expect(stream.take()).to.deep.equal([]);
  });

  it("sends only the selected fields of each target", async () => {
    addQuery(2, { ...all, select: { fields: [{ fieldPath: "n" }] } });
    addQuery(4, all);
    stream.take();
    await under.write({ "rooms/a": { ...n(1), text: { stringValue: "long" } } });
    const changes = stream.take().flatMap((message) => {
      const { documentChange } = message as { documentChange?: { document: { fields: object }; targetIds: number[] } };
      return documentChange ? [[documentChange.targetIds, Object.keys(documentChange.document.fields)]] : [];
    });
    expect(changes).to.deep.equal([
      [[2], ["n"]],
      [[4], ["n", "text"]],
    ]);
  });

  it("evaluates a query only once", async () => {
    await under.write({ "rooms/a": n(1), "rooms/b": n(2), "rooms/c": n(3) });
    addQuery(2, all);
    addQuery(4, lowest(2));
    stream.take();
    Object.assign(under.engine.database(database), {
      evaluate: () => {
        throw new Error("a commit must not cost as much as a query");
      },
    });
    await under.write({ "rooms/a": null });
    expect(told(stream.take())).to.deep.equal(["gone rooms/a [2,4]", "show rooms/c [4]", "snapshot"]);
  });

  it("sends read times that never go back", async () => {
    addQuery(2, all);
    for (const id of ["a", "b", "c"]) await under.write({ [`rooms/${id}`]: n(1) });
    const times = stream.messages.flatMap(
      ({ targetChange }) => (targetChange as { readTime?: string } | undefined)?.readTime ?? [],
    );
    expect(times).to.have.length(5);
    expect([...times].sort()).to.deep.equal(times);
  });

  it("sends nothing after it is closed", async () => {
    addQuery(2, all);
    stream.session.close();
    stream.take();
    await under.write({ "rooms/a": n(1) });
    expect(stream.take()).to.deep.equal([]);
  });

  it("ends with an error for an invalid token", () => {
    stream = under.open("Listen", "Bearer nonsense");
    addQuery(2, all);
    expect(stream.error?.status).to.equal("INVALID_ARGUMENT");
  });

  describe("under rules", () => {
    beforeEach(() => {
      under.setRules(
        rulesOf(`
          match /rooms/{room} {
            allow get: if resource.data.owner == request.auth.uid;
            allow list: if request.auth.uid == 'alice';
          }`),
      );
      stream = under.open("Listen", tokenOf("alice"));
    });

    const owned = (uid: string): { owner: { stringValue: string } } => ({ owner: { stringValue: uid } });

    it("removes a denied target with the cause and keeps the others", async () => {
      await under.write({ "rooms/a": owned("bob") });
      addDocuments(2, "rooms/a");
      addQuery(4, { from: [{ collectionId: "secrets" }] });
      addQuery(6, all);
      expect(told(stream.take())).to.deep.equal([
        "REMOVE [2] because 7",
        "REMOVE [4] because 7",
        "ADD [6]",
        "show rooms/a [6]",
        "CURRENT [6]",
        "snapshot",
      ]);
      expect(under.denials.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
        "get rooms/a",
        "list secrets",
      ]);
      await under.write({ "rooms/b": owned("alice") });
      expect(told(stream.take())).to.deep.equal(["show rooms/b [6]", "snapshot"]);
    });

    it("removes a document's target if a change makes the document unreadable", async () => {
      await under.write({ "rooms/a": owned("alice") });
      addDocuments(2, "rooms/a");
      stream.take();
      await under.write({ "rooms/a": owned("bob") });
      expect(told(stream.take())).to.deep.equal(["REMOVE [2] because 7"]);
    });

    it("sends a document that left a query only to those who may get it", async () => {
      addQuery(2, {
        ...all,
        where: { fieldFilter: { field: { fieldPath: "open" }, op: "EQUAL", value: { booleanValue: true } } },
      });
      const open = { open: { booleanValue: true } };
      await under.write({ "rooms/a": { ...open, ...owned("alice") }, "rooms/b": { ...open, ...owned("bob") } });
      stream.take();
      await under.write({ "rooms/a": owned("alice"), "rooms/b": owned("bob") });
      expect(told(stream.take())).to.deep.equal(["show rooms/a [] leave [2]", "hide rooms/b [2]", "snapshot"]);
    });

    it("removes the target of an invalid query with the cause", () => {
      addQuery(2, { ...all, limit: -1 });
      expect(told(stream.take())).to.deep.equal(["REMOVE [2] because 3"]);
    });
  });
});
