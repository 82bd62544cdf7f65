// A token ends with its seat, immediately: after leaving, a removal, a takeover, or another
// connect.
import { paths } from "@meetogram/contract";
import { assertFails, assertSucceeds } from "@firebase/rules-unit-testing";
import {
  collection,
  deleteDoc,
  doc,
  getDocFromServer,
  getDocsFromServer,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  type DocumentData,
  type Firestore,
} from "firebase/firestore";
import { randomUUID } from "node:crypto";
import { identities, room, seats } from "./callers.ts";
import { inMinutes } from "./scenes.ts";
import { setDocuments, connectAs, contentOf, resetScene, useRulesFirestore } from "./rules-firestore.ts";

const { participant, session, joinedAtMs } = seats.active;

/** Everything that a guest with a seat may do, as separate requests. */
function acts(firestore: Firestore): (() => Promise<unknown>)[] {
  const own = doc(firestore, paths.user(room, participant));
  return [
    () => getDocFromServer(doc(firestore, paths.room(room))),
    () => getDocsFromServer(collection(firestore, paths.users(room))),
    () => getDocsFromServer(collection(firestore, paths.inbox(room, participant))),
    () => setDoc(own, { leaseUntil: inMinutes(6) }, { merge: true }),
    () => updateDoc(doc(firestore, paths.room(room)), { expireAt: inMinutes(60) }),
    () =>
      setDoc(doc(firestore, paths.inbox(room, seats.other.participant), paths.slot(participant, 0)), {
        from: participant,
        session,
        payload: "sealed",
        sentAt: serverTimestamp(),
        expireAt: inMinutes(10),
      }),
  ];
}

describe("rules: a token", () => {
  useRulesFirestore();
  beforeEach(() => resetScene("an open room"));

  const path = paths.user(room, participant);
  const change = (changes: DocumentData) => setDocuments({ [path]: { ...contentOf(path), ...changes } });
  const guest = () => connectAs(identities["an active guest"]);
  const host = () => connectAs(identities["a host"]);

  const ends: Record<string, () => Promise<unknown>> = {
    "when its holder leaves": () => deleteDoc(doc(guest(), path)),
    "when a host removes its holder": () => deleteDoc(doc(host(), path)),
    "when another tab takes the seat over": () => change({ session: randomUUID() }),
    "when its holder connects again": () => change({ joinedAt: Timestamp.fromMillis(joinedAtMs + 1) }),
    "when its lease has lapsed": () => change({ leaseUntil: inMinutes(-0.6) }),
  };

  for (const [when, end] of Object.entries(ends)) {
    it(`ends ${when}`, async () => {
      const firestore = guest();
      for (const act of acts(firestore)) {
        await assertSucceeds(act());
      }
      await end();
      for (const act of acts(firestore)) {
        await assertFails(act());
      }
    });
  }

  it("stays invalid when somebody else is removed", async () => {
    await setDocuments({ [path]: null });
    await assertSucceeds(deleteDoc(doc(host(), paths.user(room, seats.moved.participant))));
    await assertFails(getDocFromServer(doc(guest(), paths.room(room))));
  });
});
