// What a signed-in client may do, tested through an SDK. Sets its rules through the emulator
// endpoint, as test tools do.
import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { codeOf, untilData, untilIds } from "./describe-firestore.ts";
import { isDenied, type ConnectOptions, type TestClient } from "./test-client.ts";

const rules = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /rooms/{room} {
      allow get: if resource == null || resource.data.owner == request.auth.uid;
      allow list: if resource.data.owner == request.auth.uid;
      allow create: if request.resource.data.owner == request.auth.uid
        && existsAfter(/databases/$(database)/documents/seats/$(room));
      allow update: if resource.data.owner == request.auth.uid && request.resource.data.at == request.time;
    }
    match /notes/{note} {
      allow get: if resource.data.owner == request.auth.uid;
    }
    match /seats/{room} {
      allow create: if request.auth != null;
    }
  }
}`;

export function describeAuthorization(
  name: string,
  options: { host(): string; connect(options: ConnectOptions): Promise<TestClient> },
): void {
  describe(`Security Rules with ${name}`, () => {
    let project: string;
    let owner: TestClient;
    let alice: TestClient;
    let nobody: TestClient;

    beforeEach(async () => {
      project = `demo-${randomUUID()}`;
      const response = await fetch(`http://${options.host()}/emulator/v1/projects/${project}:securityRules`, {
        method: "PUT",
        body: JSON.stringify({ rules: { files: [{ name: "firestore.rules", content: rules }] } }),
      });
      expect(response.status, await response.text()).to.equal(200);
      [owner, alice, nobody] = await Promise.all([
        options.connect({ project, as: "owner" }),
        options.connect({ project, as: { uid: "alice" } }),
        options.connect({ project, as: null }),
      ]);
      await owner.write([
        { kind: "set", path: "rooms/mine", data: { owner: "alice" } },
        { kind: "set", path: "rooms/theirs", data: { owner: "bob" } },
      ]);
    });
    afterEach(() => Promise.all([owner, alice, nobody].map((client) => client.close())));

    it("allows what the rules allow and denies the rest", async () => {
      expect(await alice.get("rooms/mine")).to.deep.equal({ owner: "alice" });
      const denied: (() => Promise<unknown>)[] = [
        () => alice.get("rooms/theirs"),
        () => alice.query({ collection: "rooms" }),
        () => alice.write([{ kind: "set", path: "rooms/new", data: { owner: "alice" } }]),
        () => alice.write([{ kind: "delete", path: "rooms/mine" }]),
        // It must not tell whether the document exists.
        () => alice.write([{ kind: "update", path: "rooms/none", data: { n: 1 } }]),
        () => alice.write([{ kind: "update", path: "seats/none", data: { n: 1 } }]),
        () => nobody.get("rooms/mine"),
        () => nobody.write([{ kind: "set", path: "seats/x", data: {} }]),
      ];
      for (const attempt of denied) expect(isDenied(await codeOf(attempt())), String(attempt)).to.equal(true);
      const mine = await alice.query({ collection: "rooms", where: [["owner", "==", "alice"]] });
      expect(mine.map(({ id }) => id)).to.deep.equal(["mine"]);
    });

    it("evaluates a batch as a whole, with the time that the server stores", async () => {
      await alice.write([
        { kind: "set", path: "rooms/new", data: { owner: "alice" } },
        { kind: "set", path: "seats/new", data: {} },
      ]);
      await alice.write([{ kind: "update", path: "rooms/new", data: { at: { $transform: "serverTimestamp" } } }]);
      expect(await alice.get("rooms/new")).to.include.keys("owner", "at");
    });

    it("denies one listener and keeps the others on the stream", async () => {
      const [denied, one, many] = await Promise.all([
        alice.listen({ path: "rooms/theirs" }),
        alice.listen({ path: "rooms/mine" }),
        alice.listen({ query: { collection: "rooms", where: [["owner", "==", "alice"]] } }),
      ]);
      await denied.until((event) => "errorCode" in event && isDenied(event.errorCode));
      await untilData(one, { owner: "alice" });
      await untilIds(many, ["mine"]);
      await owner.write([{ kind: "set", path: "rooms/more", data: { owner: "alice" } }]);
      await untilIds(many, ["mine", "more"]);
    });

    it("sends a deletion that takes the right away, and then the refusal", async () => {
      await owner.write([{ kind: "set", path: "notes/mine", data: { owner: "alice" } }]);
      const listener = await alice.listen({ path: "notes/mine" });
      await untilData(listener, { owner: "alice" });
      await owner.write([{ kind: "delete", path: "notes/mine" }]);
      await untilData(listener, null);
      await listener.until((event) => "errorCode" in event && isDenied(event.errorCode));
    });

    it("continues writing after a denied write", async () => {
      expect(isDenied(await codeOf(alice.write([{ kind: "delete", path: "rooms/mine" }])))).to.equal(true);
      await alice.write([{ kind: "set", path: "seats/x", data: {} }]);
      expect(await owner.get("seats/x")).to.deep.equal({});
    });
  });
}
