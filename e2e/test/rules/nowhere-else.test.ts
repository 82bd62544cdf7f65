// Deny by default: secrets, lists of rooms, groups of collections, and every path that the rules do not name.
import { paths } from "@meetogram/contract";
import {
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  documentId,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore";
import { nobody, participantOf, room, seats } from "./cast.ts";
import { onlyMay } from "./sentences.ts";
import { useStage } from "./stage.ts";

describe("rules: secrets", () => {
  useStage();

  onlyMay(nobody, "read them", (firestore) => getDocFromServer(doc(firestore, paths.secret(room))));
  onlyMay(nobody, "list them", (firestore) => getDocsFromServer(collection(firestore, `rooms/${room}/private`)));
  onlyMay(nobody, "change them", (firestore) => updateDoc(doc(firestore, paths.secret(room)), { passwordHash: null }));
  onlyMay(nobody, "delete them", (firestore) => deleteDoc(doc(firestore, paths.secret(room))));
  onlyMay(nobody, "make them", (firestore) => setDoc(doc(firestore, `rooms/${room}/private/mine`), { userID: "me" }));
  onlyMay(nobody, "bring a retired key back", (firestore) =>
    setDoc(doc(firestore, paths.secret(room)), { isHostKeyRetired: false }, { merge: true }),
  );
  onlyMay(nobody, "forget wrong passwords", (firestore) =>
    updateDoc(doc(firestore, paths.secret(room)), { attempts: { all: null, byCaller: {} } }),
  );
  onlyMay(nobody, "list the users of burned rooms", (firestore) =>
    getDocsFromServer(collection(firestore, "departed")),
  );
  onlyMay(nobody, "note a user as departed", (firestore, caller) =>
    setDoc(doc(firestore, `departed/${participantOf(caller)}`), { at: null }),
  );
  onlyMay(nobody, "read who is who", (firestore) =>
    getDocFromServer(doc(firestore, `rooms/${room}/private/${seats.active.participant}`)),
  );
});

describe("rules: lists of rooms", () => {
  useStage();

  onlyMay(nobody, "list all", (firestore) => getDocsFromServer(collection(firestore, paths.rooms)));
  onlyMay(nobody, "list one", (firestore) => getDocsFromServer(query(collection(firestore, paths.rooms), limit(1))));
  onlyMay(nobody, "list the open ones", (firestore) =>
    getDocsFromServer(query(collection(firestore, paths.rooms), where("isLocked", "==", false))),
  );
  onlyMay(nobody, "list their own by its name", (firestore) =>
    getDocsFromServer(query(collection(firestore, paths.rooms), where(documentId(), "==", room))),
  );
  onlyMay(nobody, "count them", (firestore) => getCountFromServer(collection(firestore, paths.rooms)));
  for (const group of ["users", "inbox", "private"]) {
    onlyMay(nobody, `list the ${group} of all rooms`, (firestore) =>
      getDocsFromServer(collectionGroup(firestore, group)),
    );
  }
});

describe("rules: paths without a rule", () => {
  useStage();

  for (const path of ["anything/at-all", `rooms/${room}/chat/1`, `users/${seats.active.participant}`]) {
    onlyMay(
      nobody,
      `read ${path.replace(room, "{uuid}").replace(seats.active.participant, "{participantID}")}`,
      (firestore) => getDocFromServer(doc(firestore, path)),
    );
    onlyMay(
      nobody,
      `write ${path.replace(room, "{uuid}").replace(seats.active.participant, "{participantID}")}`,
      (firestore) => setDoc(doc(firestore, path), { text: "hello" }),
    );
  }
  onlyMay(nobody, "write below the own seat", (firestore, caller) =>
    setDoc(doc(firestore, `${paths.user(room, participantOf(caller))}/notes/1`), { text: "hello" }),
  );
  onlyMay(nobody, "write below an own signal", (firestore, caller) =>
    setDoc(doc(firestore, `${paths.inbox(room, participantOf(caller))}/message/notes/1`), { text: "hello" }),
  );
});
