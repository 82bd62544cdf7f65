// A token ends with its seat, at once: removed, left, taken over, connected anew.
import { paths } from "@meetogram/contract";
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import {
  addDoc,
  collection,
  deleteDoc,
  doc,
  getDocFromServer,
  getDocsFromServer,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  type Firestore,
} from "firebase/firestore";
import { randomUUID } from "node:crypto";
import { room, seats } from "./cast.ts";
import { arrange, as, inMinutes, useStage } from "./stage.ts";

const { participant, session, joinedAtMs } = seats.active;

/** Everything that a guest with a seat may do, each tried by itself. */
function acts(firestore: Firestore): (() => Promise<unknown>)[] {
  const own = doc(firestore, paths.user(room, participant));
  return [
    () => getDocFromServer(doc(firestore, paths.room(room))),
    () => getDocsFromServer(collection(firestore, paths.users(room))),
    () => getDocsFromServer(collection(firestore, paths.inbox(room, participant))),
    () => setDoc(own, { leaseUntil: inMinutes(5) }, { merge: true }),
    () => updateDoc(doc(firestore, paths.room(room)), { expireAt: inMinutes(60) }),
    () =>
      addDoc(collection(firestore, paths.inbox(room, seats.other.participant)), {
        from: participant,
        session,
        payload: "sealed",
        sentAt: serverTimestamp(),
        expireAt: inMinutes(10),
      }),
  ];
}

describe("rules: a token", () => {
  useStage();

  const ends: Record<string, () => Promise<unknown>> = {
    "when its holder leaves": () => deleteDoc(doc(as("an active guest"), paths.user(room, participant))),
    "when a host removes its holder": () => deleteDoc(doc(as("a host"), paths.user(room, participant))),
    "when another tab takes the seat over": () =>
      arrange({ [paths.user(room, participant)]: { session: randomUUID() } }),
    "when its holder connects anew": () =>
      arrange({ [paths.user(room, participant)]: { joinedAt: Timestamp.fromMillis(joinedAtMs + 1) } }),
  };

  for (const [when, end] of Object.entries(ends)) {
    it(`ends ${when}`, async () => {
      const firestore = as("an active guest");
      for (const act of acts(firestore)) {
        await assertSucceeds(act());
      }
      await end();
      for (const act of acts(firestore)) {
        await assertFails(act());
      }
    });
  }

  it("does not come back to life when somebody else is removed", async () => {
    await arrange({ [paths.user(room, participant)]: null });
    await assertSucceeds(deleteDoc(doc(as("a host"), paths.user(room, seats.moved.participant))));
    await assertFails(getDocFromServer(doc(as("an active guest"), paths.room(room))));
  });
});
