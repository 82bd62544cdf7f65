import { expect } from "chai";
import type { Message } from "../../src/service/protocol/firestore-service.ts";
import {
  createServiceUnderTest,
  database,
  documents,
  rulesOf,
  tokenOf,
  type RecordedStream,
  type ServiceUnderTest,
} from "./service-under-test.ts";

describe("a Write stream", () => {
  let under: ServiceUnderTest;
  let stream: RecordedStream;

  beforeEach(() => {
    under = createServiceUnderTest(rulesOf("match /rooms/{room} { allow write: if request.auth.uid == 'alice'; }"));
    stream = under.open("Write", tokenOf("alice"));
  });
  afterEach(() => expect(under.unexpected).to.deep.equal([]));

  const set = (path: string): Message => ({ writes: [{ update: { name: `${documents}/${path}`, fields: {} } }] });

  it("answers the handshake, then each batch in order with its own token", async () => {
    stream.session.handleMessage({ database });
    for (const id of ["a", "b", "c"]) stream.session.handleMessage(set(`rooms/${id}`));
    await stream.arrived(4);
    const [hello, ...answers] = stream.messages as [{ streamId: string; streamToken: string }, ...Answer[]];
    expect(hello.streamId).to.be.a("string").and.not.empty;
    expect(answers).to.have.length(3);
    const times = answers.map(({ writeResults, commitTime }) => {
      expect(writeResults[0]?.updateTime).to.equal(commitTime);
      return commitTime;
    });
    expect([...times].sort()).to.deep.equal(times);
    const tokens = [hello, ...answers].map(({ streamToken }) => streamToken);
    expect(new Set(tokens).size).to.equal(4);
    expect(tokens).not.to.include("");
  });

  it("is answered after the transaction that it waited for", async () => {
    await under.write({ "rooms/a": {} });
    under.setRules(rulesOf("match /rooms/{room} { allow read, write: if true; }"));
    const read = { database, documents: [`${documents}/rooms/a`], newTransaction: { readWrite: {} } };
    const [begun] = await under.service.callServerStreaming("BatchGetDocuments", read, tokenOf("alice"));
    stream.session.handleMessage({ database });
    await stream.arrived(1);
    stream.session.handleMessage(set("rooms/a"));
    await new Promise(setImmediate);
    const { writes } = set("rooms/a");
    const commit = { database, writes, transaction: begun?.["transaction"] };
    await under.service.call("Commit", commit, tokenOf("alice"));
    expect(stream.messages).to.have.length(1);
    await stream.arrived(2);
  });

  it("ends with the cause if a batch is denied, and ignores later batches", async () => {
    stream.session.handleMessage({ database });
    stream.session.handleMessage(set("rooms/a"));
    stream.session.handleMessage(set("secrets/a"));
    stream.session.handleMessage(set("rooms/b"));
    await stream.arrived(Infinity);
    expect(stream.messages).to.have.length(2);
    expect(stream.error?.status).to.equal("PERMISSION_DENIED");
    const engineDatabase = under.engine.database(database);
    expect(engineDatabase.get(`${documents}/rooms/a`)).not.to.equal(undefined);
    expect(engineDatabase.get(`${documents}/rooms/b`)).to.equal(undefined);
  });

  it("treats an empty batch as the end of the client's stream", async () => {
    stream.session.handleMessage({ database });
    stream.session.handleMessage({ writes: [] });
    stream.session.handleMessage(set("rooms/a"));
    await stream.arrived(2);
    expect(stream.messages[1]).to.have.property("commitTime");
    expect(stream.hasEnded).to.equal(false);
  });

  it("rejects writes before the handshake", async () => {
    stream.session.handleMessage({ database, ...set("rooms/a") });
    await stream.arrived(Infinity);
    expect(stream.error?.status).to.equal("INVALID_ARGUMENT");
  });
});

interface Answer {
  streamToken: string;
  writeResults: { updateTime?: string }[];
  commitTime: string;
}
