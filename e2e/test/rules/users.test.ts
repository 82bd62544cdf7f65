// rooms/{uuid}/users/{participantID}: everybody who is seated sees all seats and writes the own one, never its role or session.
import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import {
  collection,
  deleteDoc,
  deleteField,
  doc,
  getDocFromServer,
  getDocsFromServer,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
  type DocumentData,
  type DocumentReference,
  type Firestore,
} from "firebase/firestore";
import { elsewhere, nobody, participantOf, room, seated, seats, type Caller } from "./cast.ts";
import { may, mayNot, onlyMay } from "./sentences.ts";
import { arrange, inMinutes, useStage } from "./stage.ts";

const reference = (firestore: Firestore, participant: string): DocumentReference =>
  doc(firestore, paths.user(room, participant));
const updateOwn = (firestore: Firestore, caller: Caller, changes: DocumentData): Promise<void> =>
  updateDoc(reference(firestore, participantOf(caller)), changes);

/** Merging, not updating: where the seat is gone this would make it again, so the rules are asked in any case. */
const mergeOwn = (firestore: Firestore, caller: Caller, changes: DocumentData): Promise<void> =>
  setDoc(reference(firestore, participantOf(caller)), changes, { merge: true });

const constraints = { audio: false, video: true, screen: false };

describe("rules: a seat", () => {
  useStage();

  describe("read", () => {
    onlyMay(seated, "read another's", (firestore) => getDocFromServer(reference(firestore, seats.moved.participant)));
    onlyMay(seated, "list all", (firestore) => getDocsFromServer(collection(firestore, paths.users(room))));
    onlyMay(seated, "list the active ones", (firestore) =>
      getDocsFromServer(query(collection(firestore, paths.users(room)), where("isActive", "==", true))),
    );
    onlyMay(["the host of another room"], "list those of another room", (firestore) =>
      getDocsFromServer(collection(firestore, paths.users(elsewhere))),
    );
  });

  describe("made", () => {
    onlyMay(nobody, "make one", (firestore) =>
      setDoc(reference(firestore, randomUUID()), { constraints, isActive: true, role: "guest" }),
    );
    mayNot("somebody whose seat is gone", "make the own one again", (firestore, caller) =>
      setDoc(reference(firestore, participantOf(caller)), {
        constraints,
        isActive: true,
        leaseUntil: inMinutes(5),
        name: null,
      }),
    );
  });

  describe("one's own", () => {
    onlyMay(seated, "enter", (firestore, caller) => mergeOwn(firestore, caller, { isActive: true }));
    onlyMay(seated, "change everything that may be changed", (firestore, caller) =>
      mergeOwn(firestore, caller, { constraints, isActive: false, leaseUntil: inMinutes(5), name: "c2VhbGVk" }),
    );
    onlyMay(seated, "leave", (firestore, caller) => deleteDoc(reference(firestore, participantOf(caller))));

    for (const [does, changes] of [
      ["have the longest name", () => ({ name: "n".repeat(limits.maxSealedNameLength) })],
      ["have no name", () => ({ name: null })],
      ["share the screen", () => ({ "constraints.screen": true })],
      ["refresh the lease by a clock that is 4 minutes fast", () => ({ leaseUntil: inMinutes(9) })],
      ["let the lease run out", () => ({ leaseUntil: serverTimestamp() })],
    ] as const) {
      may("an active guest", does, (firestore, caller) => updateOwn(firestore, caller, changes()));
    }

    for (const [does, changes] of [
      ["become the host", () => ({ role: "host" })],
      ["become the host while entering", () => ({ isActive: true, role: "host" })],
      ["change the session", () => ({ session: randomUUID() })],
      ["change the instant of joining", () => ({ joinedAt: serverTimestamp() })],
      ["remove the instant of joining", () => ({ joinedAt: deleteField() })],
      ["add a field", () => ({ color: "red" })],
      ["have a longer name", () => ({ name: "n".repeat(limits.maxSealedNameLength + 1) })],
      ["have a number for a name", () => ({ name: 4 })],
      ["have a list for a name", () => ({ name: [] })],
      ["remove the name", () => ({ name: deleteField() })],
      ["lease for longer than 10 minutes", () => ({ leaseUntil: inMinutes(11) })],
      ["lease for ever", () => ({ leaseUntil: Timestamp.fromDate(new Date("9999-01-01")) })],
      ["lease by a number", () => ({ leaseUntil: Date.now() })],
      ["lease by nothing", () => ({ leaseUntil: null })],
      ["remove the lease", () => ({ leaseUntil: deleteField() })],
      ["be active by a text", () => ({ isActive: "true" })],
      ["be active by a number", () => ({ isActive: 1 })],
      ["remove whether it is active", () => ({ isActive: deleteField() })],
      ["constrain by a text", () => ({ constraints: "all" })],
      ["constrain by nothing", () => ({ constraints: null })],
      ["constrain by a list", () => ({ constraints: [true, true, false] })],
      ["constrain without the screen", () => ({ constraints: { audio: true, video: true } })],
      ["constrain more than there is", () => ({ constraints: { ...constraints, smell: true } })],
      ["constrain audio by a number", () => ({ constraints: { ...constraints, audio: 1 } })],
      ["constrain video by a map", () => ({ constraints: { ...constraints, video: { width: 1 } } })],
      ["constrain the screen by a text", () => ({ "constraints.screen": "window" })],
    ] as const) {
      mayNot("an active guest", does, (firestore, caller) => updateOwn(firestore, caller, changes()));
    }

    mayNot("an active guest", "write the whole of it anew", (firestore, caller) =>
      setDoc(reference(firestore, participantOf(caller)), {
        constraints,
        isActive: true,
        leaseUntil: inMinutes(5),
        name: null,
      }),
    );
    mayNot("an active guest", "do something allowed together with something forbidden", async (firestore, caller) => {
      const batch = writeBatch(firestore);
      batch.update(reference(firestore, participantOf(caller)), { name: null });
      batch.update(reference(firestore, seats.waiting.participant), { name: null });
      await batch.commit();
    });
  });

  describe("another's", () => {
    const { participant } = seats.reloaded;

    onlyMay(nobody, "change it", (firestore) => updateDoc(reference(firestore, participant), { isActive: false }));
    onlyMay(nobody, "refresh its lease", (firestore) =>
      updateDoc(reference(firestore, participant), { leaseUntil: inMinutes(5) }),
    );
    onlyMay(["a host"], "remove it", (firestore) => deleteDoc(reference(firestore, participant)));

    describe("made by the same session at the same instant", () => {
      const { session, joinedAtMs } = seats.active;
      beforeEach(() =>
        arrange({ [paths.user(room, participant)]: { session, joinedAt: Timestamp.fromMillis(joinedAtMs) } }),
      );

      mayNot("an active guest", "change it", (firestore) =>
        updateDoc(reference(firestore, participant), { isActive: false }),
      );
      mayNot("an active guest", "remove it", (firestore) => deleteDoc(reference(firestore, participant)));
    });

    describe("whose lease has run out", () => {
      beforeEach(() => arrange({ [paths.user(room, participant)]: { leaseUntil: inMinutes(-0.01) } }));

      onlyMay(seated, "remove it", (firestore) => deleteDoc(reference(firestore, participant)));
      onlyMay(nobody, "change it", (firestore) => updateDoc(reference(firestore, participant), { isActive: false }));
    });
  });

  describe("in a room that has expired", () => {
    beforeEach(() => arrange({ [paths.room(room)]: { expireAt: inMinutes(-0.01) } }));

    mayNot("a waiting guest", "enter", (firestore, caller) => updateOwn(firestore, caller, { isActive: true }));
    may("an active guest", "mute", (firestore, caller) => updateOwn(firestore, caller, { constraints }));
    may("an active guest", "leave", (firestore, caller) => deleteDoc(reference(firestore, participantOf(caller))));
  });
});
