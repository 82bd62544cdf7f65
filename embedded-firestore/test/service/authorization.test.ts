import { expect } from "chai";
import type { Message } from "../../src/service/protocol/firestore-service.ts";
import { describeDenial } from "../../src/service/access/denial.ts";
import {
  createServiceUnderTest,
  database,
  documents,
  owner,
  rulesOf,
  tokenOf,
  type ServiceUnderTest,
} from "./service-under-test.ts";

const alice = tokenOf("alice", { room: "r" });

describe("authorization", () => {
  let under: ServiceUnderTest;
  beforeEach(() => {
    under = createServiceUnderTest();
  });
  afterEach(() => expect(under.unexpected).to.deep.equal([]));

  const set = (path: string, fields: object = {}): object => ({ update: { name: `${documents}/${path}`, fields } });
  const commit = (writes: object[], authorization: string | undefined = alice): Promise<Message> =>
    under.service.call("Commit", { database, writes }, authorization);
  const get = (path: string, authorization: string | undefined = alice): Promise<Message> =>
    under.service.call("GetDocument", { name: `${documents}/${path}` }, authorization);

  async function statusOf(failing: Promise<unknown>): Promise<string> {
    try {
      await failing;
    } catch (error) {
      return (error as { status: string }).status;
    }
    return "OK";
  }

  it("allows only the administrator if there are no rules", async () => {
    expect(await statusOf(commit([set("rooms/a")]))).to.equal("PERMISSION_DENIED");
    expect(await statusOf(commit([set("rooms/a")], undefined))).to.equal("PERMISSION_DENIED");
    expect(await statusOf(get("rooms/a"))).to.equal("PERMISSION_DENIED");
    expect(await statusOf(commit([set("rooms/a")], owner))).to.equal("OK");
    expect(under.denials[0]?.explanation).to.contain("no rules");
  });

  it("evaluates each kind of access under its own method", async () => {
    await under.write({ "rooms/a": {} });
    for (const method of ["get", "list", "create", "update", "delete"]) {
      under.setRules(rulesOf(`match /rooms/{room} { allow ${method}: if request.auth.uid == 'alice'; }`));
      const query = { from: [{ collectionId: "rooms" }] };
      const outcomes = {
        get: await statusOf(get("rooms/a")),
        list: await statusOf(
          under.service.callServerStreaming("RunQuery", { parent: documents, structuredQuery: query }, alice),
        ),
        create: await statusOf(commit([set(`rooms/new-${method}`)])),
        update: await statusOf(commit([set("rooms/a", { by: { stringValue: method } })])),
        delete: await statusOf(commit([{ delete: `${documents}/rooms/a` }])),
      };
      const allowed = Object.entries(outcomes).flatMap(([name, status]) => (status === "OK" ? [name] : []));
      expect(allowed, method).to.deep.equal([method]);
    }
  });

  it("reveals that a document is missing only to those who may get it", async () => {
    expect(await statusOf(get("rooms/none"))).to.equal("PERMISSION_DENIED");
    under.setRules(rulesOf("match /rooms/{room} { allow get: if true; }"));
    expect(await statusOf(get("rooms/none"))).to.equal("NOT_FOUND");
  });

  it("rejects the whole batch for one denial", async () => {
    under.setRules(rulesOf("match /rooms/{room} { allow write: if true; }"));
    expect(await statusOf(commit([set("rooms/a"), set("secrets/a")]))).to.equal("PERMISSION_DENIED");
    expect(under.engine.database(database).get(`${documents}/rooms/a`)).to.equal(undefined);
  });

  it("lets getAfter see the state after the whole batch, and get the state before it", async () => {
    under.setRules(
      rulesOf(`match /rooms/{room} {
        allow create: if existsAfter(/databases/$(database)/documents/seats/$(room))
          && !exists(/databases/$(database)/documents/seats/$(room));
      } match /seats/{seat} { allow create: if true; }`),
    );
    expect(await statusOf(commit([set("rooms/a")]))).to.equal("PERMISSION_DENIED");
    expect(await statusOf(commit([set("rooms/a"), set("seats/a")]))).to.equal("OK");
  });

  it("gives the rules the same time that server timestamps store", async () => {
    under.setRules(rulesOf("match /rooms/{room} { allow create: if request.resource.data.at == request.time; }"));
    const stamped = { ...set("rooms/a"), updateTransforms: [{ fieldPath: "at", setToServerValue: "REQUEST_TIME" }] };
    expect(await statusOf(commit([stamped]))).to.equal("OK");
  });

  it("gives the rules the current time even for a read at an earlier time", async () => {
    under.setRules(rulesOf("match /rooms/{room} { allow get: if resource.data.until > request.time; }"));
    const until = { until: { timestampValue: "2023-11-14T22:13:21Z" } };
    const first = await commit([set("rooms/a", until)], owner);
    const read = (): Promise<Message> =>
      under.service.call("GetDocument", { name: `${documents}/rooms/a`, readTime: first["commitTime"] }, alice);
    expect(await statusOf(read())).to.equal("OK");
    under.advanceClock(2);
    expect(await statusOf(read())).to.equal("PERMISSION_DENIED");
  });

  it("shows the rules the whole document after a partial update", async () => {
    await under.write({ "rooms/a": { kept: { integerValue: "1" } } });
    under.setRules(
      rulesOf("match /rooms/{room} { allow update: if request.resource.data.keys().hasOnly(['kept', 'changed']); }"),
    );
    const change = { ...set("rooms/a", { changed: { integerValue: "2" } }), updateMask: { fieldPaths: ["changed"] } };
    expect(await statusOf(commit([change]))).to.equal("OK");
  });

  it("denies a read of several documents if one of them is denied", async () => {
    await under.write({ "rooms/a": {}, "secrets/a": {} });
    under.setRules(rulesOf("match /rooms/{room} { allow get: if true; }"));
    const names = ["rooms/a", "secrets/a"].map((path) => `${documents}/${path}`);
    const read = (which: string[]): Promise<Message[]> =>
      under.service.callServerStreaming("BatchGetDocuments", { database, documents: which }, alice);
    expect(await statusOf(read(names))).to.equal("PERMISSION_DENIED");
    expect(await read(names.slice(0, 1))).to.have.length(1);
  });

  it("releases the locks of a transaction if its first read is denied", async () => {
    await under.write({ "rooms/a": {} });
    const read = { database, documents: [`${documents}/rooms/a`], newTransaction: { readWrite: {} } };
    expect(await statusOf(under.service.callServerStreaming("BatchGetDocuments", read, alice))).to.equal(
      "PERMISSION_DENIED",
    );
    // A lock that was left behind would block this forever: the timers in this test never fire.
    await under.write({ "rooms/a": { n: { integerValue: "1" } } });
  });

  it("checks aggregations and listings as lists", async () => {
    under.setRules(rulesOf("match /rooms/{room} { allow get: if true; }"));
    const structuredAggregationQuery = {
      structuredQuery: { from: [{ collectionId: "rooms" }] },
      aggregations: [{ alias: "n", count: {} }],
    };
    const aggregate = { parent: documents, structuredAggregationQuery };
    expect(await statusOf(under.service.callServerStreaming("RunAggregationQuery", aggregate, alice))).to.equal(
      "PERMISSION_DENIED",
    );
    const listing = { parent: documents, collectionId: "rooms" };
    expect(await statusOf(under.service.call("ListDocuments", listing, alice))).to.equal("PERMISSION_DENIED");
    expect(await statusOf(under.service.call("ListCollectionIds", { parent: documents }, alice))).to.equal(
      "PERMISSION_DENIED",
    );
  });

  it("lets each write of BatchWrite fail separately, and only the administrator send them", async () => {
    under.setRules(rulesOf("match /{any=**} { allow write: if true; }"));
    const writes = [{ ...set("secrets/a"), currentDocument: { exists: true } }, set("rooms/a")];
    expect(await statusOf(under.service.call("BatchWrite", { database, writes }, alice))).to.equal("PERMISSION_DENIED");
    const answer = await under.service.call("BatchWrite", { database, writes }, owner);
    const codes = (answer["status"] as { code?: number }[]).map(({ code }) => code ?? 0);
    expect(codes).to.deep.equal([5, 0]);
    expect(under.engine.database(database).get(`${documents}/rooms/a`)).not.to.equal(undefined);
  });

  it("rejects a BatchWrite with two writes of one document", async () => {
    for (const second of [set("rooms/a"), { delete: `${documents}/rooms/a` }]) {
      const writes = [set("rooms/a"), set("rooms/b"), second];
      expect(await statusOf(under.service.call("BatchWrite", { database, writes }, owner))).to.equal(
        "INVALID_ARGUMENT",
      );
    }
    expect(under.engine.database(database).get(`${documents}/rooms/b`)).to.equal(undefined);
  });

  it("describes in one line who was denied what, and by which line of the rules", async () => {
    under.setRules(rulesOf("\nmatch /rooms/{room} {\nallow get: if request.auth.uid == 'bob';\n}"));
    await statusOf(get("rooms/a"));
    const [denial] = under.denials;
    if (!denial) throw new Error("nothing was reported");
    expect(describeDenial(denial)).to.match(/^denied: get rooms\/a \(signed in\): [^\n]*3/);
  });

  it("answers INTERNAL and reports the cause of an unexpected error", async () => {
    const broken = { ...under.service };
    const failing = broken.call("Commit", { database, writes: 5 } as unknown as Message, owner);
    expect(await statusOf(failing)).to.equal("INTERNAL");
    expect(under.unexpected.splice(0)).to.have.length(1);
  });
});
