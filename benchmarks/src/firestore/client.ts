// Runs in a page: writes a counter or listens to it, and tells the time by the clock that both
// pages share.
import { initializeApp } from "firebase/app";
import {
  connectFirestoreEmulator,
  doc,
  initializeFirestore,
  onSnapshot,
  setDoc,
  type Firestore,
} from "firebase/firestore";

let db: Firestore;
let last = 0;
let lastAt = 0;
let wake = (): void => {};

const now = (): number => performance.timeOrigin + performance.now();

Object.assign(globalThis, {
  connect(host: string, port: number) {
    db = initializeFirestore(initializeApp({ projectId: "demo-benchmark", apiKey: "none" }), {});
    connectFirestoreEmulator(db, host, port, { mockUserToken: "owner" });
  },
  listen() {
    onSnapshot(doc(db, "latency/n"), (snapshot) => {
      last = Number(snapshot.get("n") ?? 0);
      lastAt = now();
      wake();
    });
  },
  async write(n: number) {
    const at = now();
    await setDoc(doc(db, "latency/n"), { n });
    return at;
  },
  async seenAt(n: number) {
    while (last < n) await new Promise<void>((resolve) => (wake = resolve));
    return lastAt;
  },
});
