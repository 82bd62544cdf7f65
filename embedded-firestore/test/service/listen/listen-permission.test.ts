import { expect } from "chai";
import {
  createServiceUnderTest,
  database,
  documents,
  rulesOf,
  tokenOf,
  type RecordedStream,
  type ServiceUnderTest,
} from "../service-under-test.ts";

describe("the permission to listen", () => {
  let under: ServiceUnderTest;
  let stream: RecordedStream;

  beforeEach(async () => {
    under = createServiceUnderTest(
      rulesOf(`
        function isSeated(room) {
          return exists(/databases/$(database)/documents/rooms/$(room)/seats/$(request.auth.uid));
        }
        match /rooms/{room} {
          allow get: if isSeated(room);
          match /seats/{seat} { allow list: if isSeated(room); }
        }
        match /notices/{notice} { allow list; }`),
    );
    await under.write({ "rooms/r": {}, "rooms/r/seats/alice": {}, "rooms/r/seats/bob": {} });
    stream = under.open("Listen", tokenOf("alice"));
    const collection = (targetId: number, parent: string, collectionId: string): object => ({
      addTarget: { targetId, query: { parent, structuredQuery: { from: [{ collectionId }] } } },
    });
    const targets = [
      collection(2, `${documents}/rooms/r`, "seats"),
      { addTarget: { targetId: 4, documents: { documents: [`${documents}/rooms/r`] } } },
      collection(6, documents, "notices"),
    ];
    for (const target of targets) stream.session.handleMessage({ database, ...target });
    stream.take();
  });

  const told = (): string[] =>
    stream.take().map((message) => {
      const { targetChange, documentDelete, documentRemove } = message as Record<string, Record<string, never>>;
      if (targetChange?.["cause"]) return `refused ${String(targetChange["targetIds"])}`;
      return documentDelete || documentRemove ? "gone" : Object.keys(message).join();
    });

  it("ends with the commit that revokes it, after that commit was sent", async () => {
    await under.write({ "rooms/r/seats/alice": null });
    expect(told()).to.deep.equal(["gone", "targetChange", "refused 2", "refused 4"]);
    await under.write({ "rooms/r/seats/carol": {}, "rooms/r": { n: { integerValue: "1" } } });
    expect(told(), "nothing more is told").to.deep.equal([]);
    await under.write({ "notices/n": {} });
    expect(told(), "what did not depend on it lives on").to.deep.equal(["documentChange", "targetChange"]);
  });

  it("ends with the deletion of the document that gave it, after that deletion was sent", async () => {
    under.setRules(rulesOf("match /rooms/{room} { allow get: if resource.data.open; }"));
    await under.write({
      "rooms/own": { open: { booleanValue: true } },
      "rooms/other": { open: { booleanValue: true } },
    });
    const own = under.open("Listen", tokenOf("alice"));
    const names = [`${documents}/rooms/own`, `${documents}/rooms/other`];
    names.forEach((name, index) =>
      own.session.handleMessage({ database, addTarget: { targetId: 2 + 2 * index, documents: { documents: [name] } } }),
    );
    own.take();
    stream = own;
    await under.write({ "rooms/own": null });
    expect(told()).to.deep.equal(["gone", "targetChange", "refused 2"]);
    await under.write({ "rooms/own": { open: { booleanValue: true } } });
    expect(told(), "the target has ended").to.deep.equal([]);
    await under.write({ "rooms/other": { open: { booleanValue: false } } });
    expect(told(), "content that may not be seen is not sent").to.deep.equal(["refused 4"]);
  });

  it("is not checked again for commits that cannot affect it", async () => {
    under.setRules(rulesOf("match /nothing/{n} { allow get; }"));
    await under.write({ "rooms/r/seats/bob": null });
    expect(told()).to.deep.equal(["gone", "targetChange"]);
    await under.write({ "rooms/r/seats/alice": { n: { integerValue: "1" } } });
    expect(told()).to.include.members(["refused 2", "refused 4"]);
  });
});
