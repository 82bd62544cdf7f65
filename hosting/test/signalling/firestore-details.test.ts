// What only Firestore signalling does: leases, the room's expiry, inboxes, and how little it
// writes.
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import {
  collection,
  doc,
  getDoc,
  getDocs,
  onSnapshot,
  setDoc,
  Timestamp,
  updateDoc,
  type DocumentData,
  type Firestore,
} from "firebase/firestore";
import { emulatorHost } from "../../src/signalling/firestore/emulator-host.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import { useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

describe("Firestore signalling", () => {
  const { openRoom } = useTestFirestore();
  let room: FirestoreRoom;
  let firestore: Firestore;
  let opened: Signalling[];
  const ann = crypto.randomUUID();
  const bob = crypto.randomUUID();

  beforeEach(async () => {
    room = await openRoom();
    firestore = room.firestore;
    opened = [];
  });
  afterEach(async () => {
    for (const signalling of opened) signalling.close();
    await room.close();
  });

  async function seat(participantID: string, options: Parameters<FirestoreRoom["seat"]>[1] = {}) {
    const signalling = await room.seat(participantID, options);
    opened.push(signalling);
    signalling.onParticipants(() => {}, { signal: new AbortController().signal });
    return signalling;
  }

  const read = async (path: string) => (await getDoc(doc(firestore, path))).data() ?? {};
  const millis = (value: unknown) => (value as Timestamp).toMillis();

  /** Waits until a document matches. */
  function until(path: string, isSo: (data: DocumentData) => boolean): Promise<DocumentData> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(doc(firestore, path), (snapshot) => {
        const data = snapshot.data();
        if (data === undefined || !isSo(data)) return;
        unsubscribe();
        resolve(data);
      });
    });
  }

  it("marks the room as entered once, and extends its expiry to an hour", async () => {
    const before = Date.now();
    await (await seat(ann)).update({ isActive: true });
    const first = await read(paths.room(room.uuid));
    expect(millis(first["expireAt"])).to.be.at.least(before + limits.emptyRoomMs);
    expect(millis(first["enteredAt"])).to.be.at.least(before);
    await (await seat(bob)).update({ isActive: true });
    expect(millis((await read(paths.room(room.uuid)))["enteredAt"])).to.equal(millis(first["enteredAt"]));
  });

  it("refuses entering an expired room", async () => {
    const signalling = await seat(ann);
    await updateDoc(doc(firestore, paths.room(room.uuid)), { expireAt: Timestamp.fromMillis(Date.now() - 1) });
    const refusal = await signalling.update({ isActive: true }).catch((error: unknown) => error);
    expect(refusal).to.include({ code: "refused" });
  });

  it("renews its lease while waiting, without extending the room's expiry", async () => {
    const clock = createManualClock();
    let now = Date.now();
    const signalling = await seat(ann, { clock, serverNow: () => now });
    await room.settled(signalling);
    const { expireAt } = await read(paths.room(room.uuid));
    now += limits.leaseRefreshMs;
    clock.advance(limits.leaseRefreshMs);
    const longest = Math.min(now + limits.leaseMs, signalling.self.seat + limits.waitingMs);
    await until(paths.user(room.uuid, ann), ({ leaseUntil }) => millis(leaseUntil) === longest);
    expect(await read(paths.room(room.uuid))).to.have.deep.property("expireAt", expireAt);
  });

  it("does not renew the lease of a waiting seat beyond ten minutes", async () => {
    const clock = createManualClock();
    let now = Date.now();
    const signalling = await seat(ann, { clock, serverNow: () => now });
    await room.settled(signalling);
    const last = signalling.self.seat + limits.waitingMs;
    now += limits.leaseRefreshMs + 1;
    clock.advance(limits.leaseRefreshMs);
    await until(paths.user(room.uuid, ann), ({ leaseUntil }) => millis(leaseUntil) === last);
    now += limits.leaseRefreshMs;
    clock.advance(limits.leaseRefreshMs);
    await room.settled(signalling);
    expect(millis((await read(paths.user(room.uuid, ann)))["leaseUntil"])).to.equal(last);
  });

  it("never takes its lease back, with a clock that is behind", async () => {
    const signalling = await seat(ann, { serverNow: () => Date.now() - limits.leaseMs });
    const { leaseUntil } = await read(paths.user(room.uuid, ann));
    await room.settled(signalling);
    await signalling.update({ isActive: true });
    expect(await read(paths.user(room.uuid, ann))).to.deep.include({ leaseUntil, isActive: true });
  });

  it("extends the room's expiry when less than half of it remains", async () => {
    const clock = createManualClock();
    const signalling = await seat(ann, { clock });
    await signalling.update({ isActive: true });
    const sooner = Timestamp.fromMillis(Date.now() + limits.emptyRoomMs / 2 - 1_000);
    await updateDoc(doc(firestore, paths.room(room.uuid)), { expireAt: sooner });
    await new Promise<void>((resolve) =>
      signalling.onRoom(({ expiresAtMs }) => void (expiresAtMs === sooner.toMillis() && resolve()), {
        signal: new AbortController().signal,
      }),
    );
    clock.advance(limits.leaseRefreshMs);
    await until(paths.room(room.uuid), ({ expireAt }) => millis(expireAt) > Date.now() + limits.emptyRoomMs - 60_000);
  });

  it("hides a seat with an expired lease, and deletes it at the next refresh", async () => {
    const clock = createManualClock();
    const staleID = crypto.randomUUID();
    // A page that has crashed.
    await room.seat(staleID).then((signalling) => signalling.close());
    await updateDoc(doc(firestore, paths.user(room.uuid, staleID)), {
      isActive: true,
      leaseUntil: Timestamp.fromMillis(Date.now() - 60_000),
    });
    const signalling = await seat(ann, { clock });
    const seen = await new Promise<string[]>((resolve) =>
      signalling.onParticipants((all) => resolve(all.map(({ participantID }) => participantID)), {
        signal: new AbortController().signal,
      }),
    );
    expect(seen).to.deep.equal([ann]);
    clock.advance(limits.leaseRefreshMs);
    await new Promise<void>((resolve) => {
      const unsubscribe = onSnapshot(doc(firestore, paths.user(room.uuid, staleID)), (snapshot) => {
        if (snapshot.exists()) return;
        unsubscribe();
        resolve();
      });
    });
  });

  it("deletes delivered and unreadable messages from its inbox", async () => {
    const sender = await seat(ann);
    const receiver = await seat(bob);
    await setDoc(doc(firestore, `${paths.inbox(room.uuid, bob)}/strange`), { payload: 7 });
    const received: string[] = [];
    await Promise.all(["one", "two", "three"].map((payload) => sender.send(bob, payload)));
    const emptied = new Promise<void>((resolve) => {
      let wasFull = false;
      const unsubscribe = onSnapshot(collection(firestore, paths.inbox(room.uuid, bob)), ({ size }) => {
        if (size > 0) wasFull = true;
        else if (wasFull) {
          unsubscribe();
          resolve();
        }
      });
    });
    expect((await getDocs(collection(firestore, paths.inbox(room.uuid, bob)))).size).to.equal(4);
    receiver.onMessage(({ payload }) => received.push(payload), { signal: new AbortController().signal });
    await emptied;
    expect(received).to.deep.equal(["one", "two", "three"]);
  });

  it("reports 'expired' when the room is ended for all, even if the local clock is behind", async () => {
    const signalling = await seat(ann, { serverNow: () => Date.now() - 5_000 });
    await room.settled(signalling);
    const ended = new Promise((resolve) => signalling.onEnded(resolve, { signal: new AbortController().signal }));
    await updateDoc(doc(room.firestore, paths.room(room.uuid)), { expireAt: Timestamp.now(), isLocked: true });
    await room.remove(ann);
    expect(await ended).to.equal("ended");
  });
});

describe("the emulator's host", () => {
  const chromium = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const safari = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15";

  it("differs for each tab in Chromium and Firefox", () => {
    for (const browser of [chromium, firefox]) {
      const host = emulatorHost("127.0.0.1", browser, () => 0.5);
      expect(host).to.match(/^t[0-9a-z]+\.localhost$/);
      expect(emulatorHost("127.0.0.1", browser, () => 0.25)).to.not.equal(host);
    }
  });

  it("is unchanged elsewhere", () => {
    expect(emulatorHost("127.0.0.1", safari)).to.equal("127.0.0.1");
    expect(emulatorHost("firestore.test", chromium)).to.equal("firestore.test");
  });
});
