// A seat in a room, and the part of Firestore that goes with it: who else is there, and an inbox
// for signals. docs/signalling.md says under "Documents" what each of them holds.
import { randomUUID } from "node:crypto";
import { createClient } from "@meetogram/client";
import { initializeApp } from "firebase/app";
import { connectAuthEmulator, getAuth, signInWithCustomToken } from "firebase/auth";
import * as firestore from "firebase/firestore";
import { createSealing, proveLink } from "./sealing.ts";

const { collection, deleteDoc, doc, getDoc, onSnapshot, serverTimestamp, setDoc, Timestamp, updateDoc } = firestore;
const constraints = { audio: false, video: false, screen: false };
const [leaseMs, renewEveryMs, signalTtlMs, slots] = [8 * 60_000, 160_000, 10 * 60_000, 64];

export interface Signal {
  readonly seat: number;
  readonly connection: string;
  readonly description?: RTCSessionDescriptionInit;
  readonly candidates?: readonly RTCIceCandidateInit[];
}

export interface Other {
  readonly participantID: string;
  readonly seat: number;
  readonly hasEntered: boolean;
}

/** Who deploys meetogram elsewhere has the configuration at another path than a local run. */
async function openFirestore(origin: string, token: string): Promise<firestore.Firestore> {
  const isLocal = new URL(origin).hostname === "127.0.0.1";
  const answer = (await (
    await fetch(`${origin}${isLocal ? "/config.json" : "/__/firebase/init.json"}`)
  ).json()) as never;
  const { firebase, emulators } = isLocal ? (answer as LocalConfig) : { firebase: answer, emulators: null };
  const app = initializeApp(firebase);
  const [auth, db] = [getAuth(app), firestore.getFirestore(app)];
  if (emulators) {
    connectAuthEmulator(auth, `http://${emulators.auth.host}:${emulators.auth.port}`, { disableWarnings: true });
    firestore.connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  }
  await signInWithCustomToken(auth, token);
  return db;
}

type Address = { readonly host: string; readonly port: number };
type LocalConfig = {
  readonly firebase: object;
  readonly emulators: { readonly firestore: Address; readonly auth: Address };
};

export async function enterRoom(link: URL, name: string) {
  const linkKey = Buffer.from(link.hash.slice(1), "base64url");
  const uuid = link.pathname.split("/").at(-1)!;
  const [meetogram, session] = [createClient({ baseURL: link.origin }), randomUUID()];
  const { userID } = await meetogram.generateID();
  const linkProof = await proveLink(linkKey);
  const seat = await meetogram.connect({
    uuid,
    userID,
    session,
    constraints: { audio: false, video: false },
    linkProof,
  });
  const me = seat.participantID;
  const clockOffsetMs = Date.parse(seat.serverTime) - Date.now();
  const inMs = (ms: number) => Timestamp.fromMillis(Date.now() + clockOffsetMs + ms);

  const db = await openFirestore(link.origin, seat.token);
  const sealing = await createSealing(linkKey, uuid);
  const room = doc(db, "rooms", uuid);
  const users = collection(room, "users");
  const own = doc(users, me);
  const ownSeat = ((await getDoc(own)).get("joinedAt") as firestore.Timestamp).toMillis();

  // Entering. The first one in a room marks it, and from then on it may stand empty for long.
  const before = await getDoc(room);
  const emptyMs = ((before.get("emptyMinutes") as number | undefined) ?? 60) * 60_000;
  const batch = firestore.writeBatch(db);
  const sealedName = await sealing.seal(["name", uuid, me], name);
  batch.update(own, { isActive: true, constraints, name: sealedName, leaseUntil: inMs(leaseMs) });
  if (before.get("enteredAt") === null) batch.update(room, { enteredAt: serverTimestamp(), expireAt: inMs(emptyMs) });
  await batch.commit();
  const renewal = setInterval(() => void updateDoc(own, { leaseUntil: inMs(leaseMs) }), renewEveryMs);

  let slot = ownSeat % slots;
  const unsubscribes: firestore.Unsubscribe[] = [];
  return {
    me,
    ownSeat,
    iceServers: seat.iceServers,
    watchOthers(handle: (others: readonly Other[]) => void): void {
      const stop = onSnapshot(users, ({ docs }) =>
        handle(
          docs
            .filter(({ id }) => id !== me)
            .map((other) => ({
              participantID: other.id,
              seat: (other.get("joinedAt") as firestore.Timestamp).toMillis(),
              hasEntered: other.get("isActive") === true,
            })),
        ),
      );
      unsubscribes.push(stop);
    },
    async sendSignal(to: string, signal: Omit<Signal, "seat">): Promise<void> {
      const payload = await sealing.seal(["signal", uuid, me, to], JSON.stringify({ seat: ownSeat, ...signal }));
      const place = doc(users, to, "inbox", `${me}-${(slot = (slot + 1) % slots)}`);
      await setDoc(place, { from: me, session, payload, sentAt: serverTimestamp(), expireAt: inMs(signalTtlMs) });
    },
    /** In the order in which they were sent, one after another. */
    watchSignals(handle: (from: string, signal: Signal, signer: string) => void): void {
      let opening = Promise.resolve();
      const inbox = firestore.query(collection(own, "inbox"), firestore.orderBy("sentAt"));
      const stop = onSnapshot(inbox, (snapshot) => {
        for (const { doc: message, type } of snapshot.docChanges()) {
          if (type === "removed") continue;
          void deleteDoc(message.ref);
          const from = message.get("from") as string;
          opening = opening
            .then(() => sealing.open(["signal", uuid, from, me], message.get("payload") as string))
            .then(({ text, signer }) => handle(from, JSON.parse(text) as Signal, signer))
            .catch((error: unknown) => console.error("A signal does not open:", error));
        }
      });
      unsubscribes.push(stop);
    },
    async leave(): Promise<void> {
      clearInterval(renewal);
      // Without the seat nothing may be read any more.
      for (const stop of unsubscribes) stop();
      await deleteDoc(own);
    },
  };
}
