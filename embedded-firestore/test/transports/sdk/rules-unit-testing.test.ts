import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from "@firebase/rules-unit-testing";
import { expect } from "chai";
import { deleteDoc, doc, getDoc, serverTimestamp, setDoc, setLogLevel, writeBatch } from "firebase/firestore";
import { startFirestore, type RunningFirestore } from "../../../src/index.ts";
import { rulesOf } from "../../service/service-under-test.ts";

const rules = rulesOf(`
  match /rooms/{room} {
    allow read: if request.auth.token.room == room;
    allow create: if request.auth.uid == 'alice' && request.resource.data.at == request.time;
  }`);

describe("@firebase/rules-unit-testing", () => {
  let firestore: RunningFirestore;
  let environment: RulesTestEnvironment;

  before(async () => {
    setLogLevel("silent");
    firestore = await startFirestore();
    environment = await initializeTestEnvironment({
      projectId: "demo-rules",
      firestore: { host: "127.0.0.1", port: firestore.port, rules },
    });
  });
  after(async () => {
    await environment.cleanup();
    await firestore.close();
  });
  beforeEach(() => environment.clearFirestore());

  it("seeds with rules disabled and reads with a user's claims", async () => {
    await environment.withSecurityRulesDisabled(async (context) => {
      await setDoc(doc(context.firestore(), "rooms/a"), { n: 1 });
    });
    const alice = environment.authenticatedContext("alice", { room: "a" }).firestore();
    expect((await assertSucceeds(getDoc(doc(alice, "rooms/a")))).data()).to.deep.equal({ n: 1 });
    await assertFails(getDoc(doc(alice, "rooms/b")));
    await assertFails(getDoc(doc(environment.unauthenticatedContext().firestore(), "rooms/a")));
  });

  it("allows and denies writes by the rules", async () => {
    const alice = environment.authenticatedContext("alice").firestore();
    await assertSucceeds(setDoc(doc(alice, "rooms/a"), { at: serverTimestamp() }));
    await assertFails(setDoc(doc(alice, "rooms/b"), { at: new Date() }));
    await assertFails(deleteDoc(doc(alice, "rooms/a")));
    const batch = writeBatch(alice);
    batch.set(doc(alice, "rooms/c"), { at: serverTimestamp() });
    batch.set(doc(alice, "secrets/c"), {});
    await assertFails(batch.commit());
  });

  it("clears the database with clearFirestore", async () => {
    await environment.withSecurityRulesDisabled(async (context) => {
      const reference = doc(context.firestore(), "rooms/a");
      expect((await getDoc(reference)).exists()).to.equal(false);
    });
  });
});
