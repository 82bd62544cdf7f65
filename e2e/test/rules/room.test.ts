// rooms/{uuid}: read by those who are seated, moved ahead by them, locked by hosts; made, emptied and deleted by nobody.
import { randomUUID } from "node:crypto";
import { paths } from "@meetogram/contract";
import {
  arrayRemove,
  arrayUnion,
  deleteDoc,
  deleteField,
  doc,
  getDocFromServer,
  serverTimestamp,
  setDoc,
  updateDoc,
  type DocumentData,
  type Firestore,
} from "firebase/firestore";
import { elsewhere, nobody, room, seated, seats } from "./cast.ts";
import { may, mayNot, onlyMay } from "./sentences.ts";
import { arrange, inMinutes, useStage } from "./stage.ts";

const update = (firestore: Firestore, changes: DocumentData): Promise<void> =>
  updateDoc(doc(firestore, paths.room(room)), changes);

describe("rules: a room", () => {
  useStage();

  onlyMay(seated, "read it", (firestore) => getDocFromServer(doc(firestore, paths.room(room))));
  onlyMay(["the host of another room"], "read another", (firestore) =>
    getDocFromServer(doc(firestore, paths.room(elsewhere))),
  );
  onlyMay(seated, "move its expiry an hour ahead", (firestore) => update(firestore, { expireAt: inMinutes(60) }));
  onlyMay(seated, "enter it first", (firestore) =>
    update(firestore, { enteredAt: serverTimestamp(), expireAt: inMinutes(60) }),
  );
  onlyMay(["a host"], "lock it", (firestore) => update(firestore, { isLocked: true }));
  onlyMay(nobody, "delete it", (firestore) => deleteDoc(doc(firestore, paths.room(room))));
  onlyMay(nobody, "make one", (firestore) =>
    setDoc(doc(firestore, paths.room(randomUUID())), { createdAt: serverTimestamp(), expireAt: inMinutes(10) }),
  );
  onlyMay(nobody, "write the whole of it anew", (firestore) =>
    setDoc(doc(firestore, paths.room(room)), { expireAt: inMinutes(60), enteredAt: null }),
  );

  for (const caller of ["an active guest", "a host"] as const) {
    may(caller, "move the expiry as far as the room may stand empty", async (firestore) => {
      await arrange({ [paths.room(room)]: { emptyMinutes: 120 } });
      await update(firestore, { expireAt: inMinutes(130) });
    });
    mayNot(caller, "move the expiry further than the room may stand empty", async (firestore) => {
      await arrange({ [paths.room(room)]: { emptyMinutes: 20 } });
      await update(firestore, { expireAt: inMinutes(40) });
    });

    for (const [does, changes] of [
      ["move its expiry further than 75 minutes", () => ({ expireAt: inMinutes(80) })],
      ["move its expiry back", () => ({ expireAt: inMinutes(1) })],
      ["expire it", () => ({ expireAt: serverTimestamp() })],
      ["set its expiry to a number", () => ({ expireAt: Date.now() + 600_000 })],
      ["set its expiry to a text", () => ({ expireAt: "2100-01-01T00:00:00Z" })],
      ["set its expiry to nothing", () => ({ expireAt: null })],
      ["remove its expiry", () => ({ expireAt: deleteField() })],
      ["say that it was entered earlier", () => ({ enteredAt: inMinutes(-1) })],
      ["say that it was entered later", () => ({ enteredAt: inMinutes(1) })],
      ["say with a boolean that it was entered", () => ({ enteredAt: true })],
      ["remove whether it was entered", () => ({ enteredAt: deleteField() })],
      ["change its capacity", () => ({ capacity: 16 })],
      ["change its age", () => ({ createdAt: serverTimestamp() })],
      ["let it stand empty for longer", () => ({ emptyMinutes: 600 })],
      [
        "let it stand empty for longer while moving its expiry",
        () => ({ emptyMinutes: 600, expireAt: inMinutes(300) }),
      ],
      ["say who is removed", () => ({ removed: [] })],
      ["remove everybody else", () => ({ removed: [seats.other.participant, seats.host.participant] })],
      ["forget who is removed", () => ({ removed: deleteField() })],
      ["let somebody removed in again", () => ({ removed: arrayRemove(seats.moved.participant) })],
      ["say who is host", () => ({ hosts: [seats.active.participant] })],
      ["add a host", () => ({ hosts: arrayUnion(seats.active.participant) })],
      ["forget the hosts", () => ({ hosts: deleteField() })],
      ["say that it has no password", () => ({ isProtected: true })],
      ["add a field", () => ({ expireAt: inMinutes(60), color: "red" })],
      ["remove a field", () => ({ capacity: deleteField() })],
      ["lock it with a text", () => ({ isLocked: "yes" })],
      ["remove its lock", () => ({ isLocked: deleteField() })],
      ["lock it and move its expiry in one", () => ({ isLocked: true, expireAt: inMinutes(60) })],
    ] as const) {
      mayNot(caller, does, (firestore) => update(firestore, changes()));
    }
  }

  may("a host", "unlock it", async (firestore) => {
    await arrange({ [paths.room(room)]: { isLocked: true } });
    await update(firestore, { isLocked: false });
  });

  describe("that was entered", () => {
    beforeEach(() => arrange({ [paths.room(room)]: { enteredAt: inMinutes(-2) } }));

    may("an active guest", "move its expiry ahead", (firestore) => update(firestore, { expireAt: inMinutes(60) }));
    mayNot("an active guest", "enter it first again", (firestore) =>
      update(firestore, { enteredAt: serverTimestamp() }),
    );
    mayNot("an active guest", "make it a room that nobody entered", (firestore) =>
      update(firestore, { enteredAt: null }),
    );
  });

  describe("that has expired", () => {
    beforeEach(() => arrange({ [paths.room(room)]: { expireAt: inMinutes(-0.01) } }));

    onlyMay(nobody, "bring it back", (firestore) => update(firestore, { expireAt: inMinutes(60) }));
    onlyMay(nobody, "enter it first", (firestore) =>
      update(firestore, { enteredAt: serverTimestamp(), expireAt: inMinutes(60) }),
    );
  });
});
