// rooms/{uuid}/users/{participantID}/inbox/{id}: put in by others in their own name, read and emptied by its owner alone.
import { randomUUID } from "node:crypto";
import { limits, paths } from "@meetogram/contract";
import {
  addDoc,
  collection,
  deleteDoc,
  deleteField,
  doc,
  getDocFromServer,
  getDocsFromServer,
  serverTimestamp,
  setDoc,
  updateDoc,
  type DocumentData,
  type DocumentReference,
  type Firestore,
} from "firebase/firestore";
import { elsewhere, nobody, participantOf, room, seated, seats, sessionOf, type Caller } from "./cast.ts";
import { may, mayNot, onlyMay } from "./sentences.ts";
import { arrange, inMinutes, message, useStage } from "./stage.ts";

/** Of somebody whom none of the cast is. */
const { participant } = seats.moved;

const reference = (firestore: Firestore, owner: string): DocumentReference =>
  doc(firestore, `${paths.inbox(room, owner)}/${message}`);

function signalOf(caller: Caller): DocumentData {
  return {
    from: participantOf(caller),
    session: sessionOf(caller),
    payload: "sealed",
    sentAt: serverTimestamp(),
    expireAt: inMinutes(10),
  };
}

function put(firestore: Firestore, caller: Caller, changes: DocumentData = {}, to = participant): Promise<unknown> {
  const fields = Object.entries({ ...signalOf(caller), ...changes }).filter(([, value]) => value !== undefined);
  return addDoc(collection(firestore, paths.inbox(room, to)), Object.fromEntries(fields));
}

describe("rules: an inbox", () => {
  useStage();

  describe("one's own", () => {
    onlyMay(seated, "list it", (firestore, caller) =>
      getDocsFromServer(collection(firestore, paths.inbox(room, participantOf(caller)))),
    );
    onlyMay(seated, "read a signal", (firestore, caller) =>
      getDocFromServer(reference(firestore, participantOf(caller))),
    );
    onlyMay(seated, "delete a signal", (firestore, caller) => deleteDoc(reference(firestore, participantOf(caller))));
    onlyMay(nobody, "put a signal into it", (firestore, caller) => put(firestore, caller, {}, participantOf(caller)));
  });

  describe("another's", () => {
    onlyMay(nobody, "list it", (firestore) => getDocsFromServer(collection(firestore, paths.inbox(room, participant))));
    onlyMay(nobody, "read a signal", (firestore) => getDocFromServer(reference(firestore, participant)));
    onlyMay(nobody, "delete a signal", (firestore) => deleteDoc(reference(firestore, participant)));
    onlyMay(nobody, "change a signal", (firestore) =>
      updateDoc(reference(firestore, participant), { payload: "other" }),
    );
    onlyMay(nobody, "replace a signal", (firestore, caller) =>
      setDoc(reference(firestore, participant), signalOf(caller)),
    );
    onlyMay(seated, "put a signal into it", (firestore, caller) => put(firestore, caller));
    onlyMay(nobody, "put a signal into that of somebody who is not there", (firestore, caller) =>
      put(firestore, caller, {}, randomUUID()),
    );

    mayNot("an active guest", "put a signal into one of another room", (firestore, caller) =>
      addDoc(collection(firestore, paths.inbox(elsewhere, seats.stranger.participant)), signalOf(caller)),
    );
    may("the host of another room", "list the own one there", (firestore) =>
      getDocsFromServer(collection(firestore, paths.inbox(elsewhere, seats.stranger.participant))),
    );
    may("an active guest", "put in the longest signal", (firestore, caller) =>
      put(firestore, caller, { payload: "p".repeat(limits.maxSealedSignalLength) }),
    );

    for (const [does, changes] of [
      ["in another's name", () => ({ from: seats.other.participant })],
      ["in nobody's name", () => ({ from: undefined })],
      ["of another session", () => ({ session: seats.other.session })],
      ["of no session", () => ({ session: undefined })],
      ["that is too long", () => ({ payload: "p".repeat(limits.maxSealedSignalLength + 1) })],
      ["that is a map", () => ({ payload: { sdp: "v=0" } })],
      ["that is nothing", () => ({ payload: null })],
      ["without a payload", () => ({ payload: undefined })],
      ["with a further field", () => ({ color: "red" })],
      ["sent earlier", () => ({ sentAt: inMinutes(-1) })],
      ["sent later", () => ({ sentAt: inMinutes(1) })],
      ["sent at a number", () => ({ sentAt: Date.now() })],
      ["sent never", () => ({ sentAt: undefined })],
      ["that stays longer than 20 minutes", () => ({ expireAt: inMinutes(21) })],
      ["that expires by a number", () => ({ expireAt: Date.now() + 600_000 })],
      ["that never expires", () => ({ expireAt: undefined })],
    ] as const) {
      mayNot("an active guest", `put in a signal ${does}`, (firestore, caller) => put(firestore, caller, changes()));
    }
  });

  describe("in a room that has expired", () => {
    beforeEach(() => arrange({ [paths.room(room)]: { expireAt: inMinutes(-0.01) } }));

    onlyMay(nobody, "put a signal into it", (firestore, caller) => put(firestore, caller));
  });

  mayNot("an active guest", "keep a signal without its payload", (firestore, caller) =>
    updateDoc(reference(firestore, participantOf(caller)), { payload: deleteField() }),
  );
});
