// The rules are asked before preconditions and existence. Whom they deny learns nothing.
import { expect } from "chai";
import type { Message } from "../../src/service/protocol/firestore-service.ts";
import {
  createServiceUnderTest,
  database,
  documents,
  owner,
  rulesOf,
  tokenOf,
  type ServiceUnderTest,
} from "./service-under-test.ts";

const alice = tokenOf("alice");
const past = "2001-01-01T00:00:00Z";

describe("a write with a precondition", () => {
  let under: ServiceUnderTest;
  beforeEach(async () => {
    under = createServiceUnderTest(rulesOf("match /open/{id} { allow read, write: if true; }"));
    await under.write({ "open/there": {}, "shut/there": {} });
  });
  afterEach(() => expect(under.unexpected).to.deep.equal([]));

  async function statusOf(failing: Promise<unknown>): Promise<string> {
    try {
      await failing;
    } catch (error) {
      return (error as { status: string }).status;
    }
    return "OK";
  }
  const commit = (writes: object[], more: object = {}, authorization = alice): Promise<string> =>
    statusOf(under.service.call("Commit", { database, writes, ...more }, authorization));
  const name = (path: string): string => `${documents}/${path}`;
  const update = (path: string, currentDocument: object): object => ({
    update: { name: name(path), fields: {} },
    currentDocument,
  });
  const remove = (path: string, currentDocument: object): object => ({ delete: name(path), currentDocument });
  const verify = (path: string, currentDocument: object): object => ({ verify: name(path), currentDocument });

  const failing: [title: string, write: (collection: string) => object, status: string][] = [
    ["update of a missing document", (at) => update(`${at}/none`, { exists: true }), "NOT_FOUND"],
    ["creation of one that exists", (at) => update(`${at}/there`, { exists: false }), "ALREADY_EXISTS"],
    ["update of another version", (at) => update(`${at}/there`, { updateTime: past }), "FAILED_PRECONDITION"],
    ["update of a version that is gone", (at) => update(`${at}/none`, { updateTime: past }), "FAILED_PRECONDITION"],
    ["deletion of a missing document", (at) => remove(`${at}/none`, { exists: true }), "NOT_FOUND"],
    ["deletion of another version", (at) => remove(`${at}/there`, { updateTime: past }), "FAILED_PRECONDITION"],
    ["check of a missing document", (at) => verify(`${at}/none`, { exists: true }), "NOT_FOUND"],
    ["check of another version", (at) => verify(`${at}/there`, { updateTime: past }), "FAILED_PRECONDITION"],
  ];
  for (const [title, write, status] of failing) {
    it(`is denied first: ${title}`, async () => {
      expect(await commit([write("open")])).to.equal(status);
      expect(await commit([write("shut")])).to.equal("PERMISSION_DENIED");
      expect(await commit([write("shut")], {}, owner)).to.equal(status);
    });

    it(`is denied first in a batch and in a transaction: ${title}`, async () => {
      const other = update("open/new", { exists: false });
      expect(await commit([other, write("shut")])).to.equal("PERMISSION_DENIED");
      expect(await commit([write("open"), { delete: name("shut/there") }])).to.equal("PERMISSION_DENIED");
      const begun = await under.service.call("BeginTransaction", { database }, alice);
      const { transaction } = begun as { transaction: string };
      expect(await commit([other, write("shut")], { transaction })).to.equal("PERMISSION_DENIED");
      expect(under.engine.database(database).get(name("open/new"))).to.equal(undefined);
    });
  }

  it("is denied first by the methods of one document", async () => {
    const call = (method: "CreateDocument" | "UpdateDocument" | "DeleteDocument", request: Message): Promise<string> =>
      statusOf(under.service.call(method, request, alice));
    const create = (collectionId: string): Promise<string> =>
      call("CreateDocument", { parent: documents, collectionId, documentId: "there" });
    const change = (path: string, exists: boolean): Promise<string> =>
      call("UpdateDocument", { document: { name: name(path) }, currentDocument: { exists } });
    const erase = (path: string): Promise<string> =>
      call("DeleteDocument", { name: name(path), currentDocument: { exists: true } });
    expect([await create("open"), await create("shut")]).to.deep.equal(["ALREADY_EXISTS", "PERMISSION_DENIED"]);
    expect([await change("open/none", true), await change("shut/none", true)]).to.deep.equal([
      "NOT_FOUND",
      "PERMISSION_DENIED",
    ]);
    expect([await change("open/there", false), await change("shut/there", false)]).to.deep.equal([
      "ALREADY_EXISTS",
      "PERMISSION_DENIED",
    ]);
    expect([await erase("open/none"), await erase("shut/none")]).to.deep.equal(["NOT_FOUND", "PERMISSION_DENIED"]);
  });

  it("is judged as what it is meant to be: a creation or an update", async () => {
    const create = update("open/there", { exists: false });
    const change = update("open/none", { exists: true });
    under.setRules(rulesOf("match /open/{id} { allow create: if resource == null; }"));
    expect([await commit([create]), await commit([change])]).to.deep.equal(["ALREADY_EXISTS", "PERMISSION_DENIED"]);
    under.setRules(rulesOf("match /open/{id} { allow update: if true; }"));
    expect([await commit([create]), await commit([change])]).to.deep.equal(["PERMISSION_DENIED", "NOT_FOUND"]);
    under.setRules(rulesOf("match /open/{id} { allow update: if resource.data.owner == request.auth.uid; }"));
    expect(await commit([change]), "a missing document has no owner").to.equal("PERMISSION_DENIED");
  });

  it("is denied before a limit of the stored document speaks", async () => {
    const half = { stringValue: "x".repeat(600_000) };
    await under.write({ "open/there": { a: half }, "shut/there": { a: half } });
    const grow = (path: string): object => ({
      update: { name: name(path), fields: { b: half } },
      updateMask: { fieldPaths: ["b"] },
    });
    expect(await commit([grow("open/there")])).to.equal("INVALID_ARGUMENT");
    expect(await commit([grow("shut/there")])).to.equal("PERMISSION_DENIED");
  });
});
