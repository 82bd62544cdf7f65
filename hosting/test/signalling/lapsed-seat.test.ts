// A seat whose lease has lapsed is taken again, and the call knows nothing of it.
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import {
  deleteDoc,
  doc,
  getDoc,
  onSnapshot,
  setDoc,
  Timestamp,
  updateDoc,
  type DocumentData,
} from "firebase/firestore";
import type { EndOfSeat, SeatLoss, Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock } from "../platform/manual-clock.ts";
import { useTestFirestore, type FirestoreRoom, type SeatOptions } from "./firestore-room.ts";

const ann = crypto.randomUUID();
const bob = crypto.randomUUID();
/** No test outlives its signalling. */
const forever = {
  get signal() {
    return new AbortController().signal;
  },
};

describe("a lapsed seat", () => {
  const { openRoom } = useTestFirestore();
  let room: FirestoreRoom;
  let opened: Signalling[];
  let now: number;
  let ends: EndOfSeat[];
  let losses: (SeatLoss | null)[];
  let wake: () => void;

  beforeEach(async () => {
    room = await openRoom();
    opened = [];
    ends = [];
    losses = [];
    wake = () => {};
    now = Date.now();
  });
  afterEach(async () => {
    for (const signalling of opened) signalling.close();
    await room.close();
  });

  const at = (participantID: string) => doc(room.firestore, paths.user(room.uuid, participantID));
  const read = async (participantID: string) => (await getDoc(at(participantID))).data();

  async function seat(participantID: string, options: SeatOptions = {}) {
    const signalling = await room.seat(participantID, { serverNow: () => now, ...options });
    opened.push(signalling);
    signalling.onParticipants(() => {}, forever);
    signalling.onMessage(() => {}, forever);
    signalling.onEnded((reason) => ends.push(reason), forever);
    signalling.onSeatLoss((loss) => {
      losses.push(loss);
      wake();
    }, forever);
    await room.settled(signalling);
    return signalling;
  }

  async function enter(participantID: string, options: SeatOptions = {}) {
    const signalling = await seat(participantID, options);
    await signalling.update({ isActive: true, name: "c2VhbGVk" });
    return signalling;
  }

  function until(participantID: string, isSo: (data: DocumentData) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(at(participantID), (snapshot) => {
        if (!isSo(snapshot.data() ?? {})) return;
        unsubscribe();
        resolve();
      });
    });
  }

  async function untilLoss(loss: SeatLoss | null): Promise<void> {
    while (losses.at(-1) !== loss) await new Promise<void>((resolve) => (wake = resolve));
  }

  /** Time passes for the server, which only its administrator can show: the lease is over. */
  const lapse = (participantID: string) =>
    updateDoc(at(participantID), { leaseUntil: Timestamp.fromMillis(Date.now() - 60_000) });

  function receivedBy(signalling: Signalling): Promise<string> {
    return new Promise((resolve) => signalling.onMessage(({ payload }) => resolve(payload), forever));
  }

  it("is the same seat again after a sleep, when others have deleted it", async () => {
    const [signalling, other] = [await enter(ann), await seat(bob)];
    const arrived = receivedBy(other);
    now += limits.leaseMs + 60_000;
    await room.forget(ann);
    await until(ann, ({ isActive, name }) => isActive === true && name === "c2VhbGVk");
    expect(((await read(ann))!["joinedAt"] as Timestamp).toMillis()).to.equal(signalling.self.seat);
    await signalling.send(bob, "still-here");
    expect(await arrived).to.equal("still-here");
    expect(ends).to.deep.equal([]);
  });

  it("asks the server whether the room is over, after a sleep of hours", async () => {
    let asked = 0;
    await enter(ann, {
      async retake() {
        asked += 1;
        now = Date.now();
        await setDoc(at(ann), { ...before, leaseUntil: Timestamp.fromMillis(now + limits.leaseMs) });
      },
    });
    const before = await read(ann);
    now += 2 * limits.emptyRoomMs;
    await room.forget(ann);
    await until(ann, ({ session }) => session === before!["session"]);
    expect([asked, ends]).to.deep.equal([1, []]);
  });

  it("hears everything again", async () => {
    const [signalling, other] = [await enter(ann), await seat(bob)];
    now += limits.leaseMs + 60_000;
    await room.forget(ann);
    await until(ann, ({ isActive }) => isActive === true);
    const arrived = receivedBy(signalling);
    await other.send(ann, "hello");
    expect(await arrived).to.equal("hello");
    await other.update({ name: "bmV3" });
    await new Promise<void>((resolve) =>
      signalling.onParticipants((all) => all.some(({ name }) => name === "bmV3") && resolve(), forever),
    );
  });

  it("is taken again when a write of the participant is refused", async () => {
    const signalling = await enter(ann);
    await lapse(ann);
    await signalling.update({ constraints: { audio: false, video: false, screen: false } });
    expect(await read(ann)).to.deep.include({
      isActive: true,
      constraints: { audio: false, video: false, screen: false },
    });
    expect(ends).to.deep.equal([]);
  });

  it("is taken again at the next renewal, with a clock that knows nothing of it", async () => {
    const clock = createManualClock();
    await enter(ann, { clock });
    await lapse(ann);
    clock.advance(limits.leaseRefreshMs);
    await until(ann, ({ leaseUntil }) => (leaseUntil as Timestamp).toMillis() > Date.now());
    expect(ends).to.deep.equal([]);
  });

  for (const [how, act] of [
    ["somebody moves in the lobby", (signalling: Signalling) => signalling.wake()],
    ["Connect is pressed", (signalling: Signalling) => void signalling.update({ isActive: true })],
  ] as const) {
    it(`of somebody who waits is taken again when ${how}, and not before`, async () => {
      const other = await enter(bob);
      const signalling = await seat(ann);
      const own = await read(ann);
      now += limits.waitingMs;
      await room.forget(ann);
      await room.settled(other);
      expect(await read(ann)).to.equal(undefined);
      act(signalling);
      await until(ann, ({ session }) => session === own!["session"]);
      expect(ends).to.deep.equal([]);
    });
  }

  for (const [code, reason] of [
    ["removed", "removed"],
    ["already-connected", "moved"],
  ] as const) {
    it(`ends the seat when the server answers ${code}`, async () => {
      const signalling = await enter(ann, { retake: () => Promise.reject({ code }) });
      const ended = new Promise((resolve) => signalling.onEnded(resolve, forever));
      await room.forget(ann);
      expect(await ended).to.equal(reason);
      expect(losses).to.deep.equal([]);
    });
  }

  for (const [code, loss] of [
    ["room-full", "full"],
    ["room-locked", "locked"],
    ["room-expired", "expired"],
    ["room-not-found", "lost"],
    ["wrong-password", "lost"],
    ["network", "unanswered"],
    ["internal", "unanswered"],
    ["rate-limited", "unanswered"],
  ] as const) {
    it(`is lost, and asked for until it is had again, when the server answers ${code}`, async () => {
      const networkClock = createManualClock();
      let isRefused = true;
      let asked = 0;
      await enter(ann, {
        networkClock,
        async retake() {
          asked += 1;
          if (isRefused) throw { code };
          await setDoc(at(ann), { ...before, leaseUntil: Timestamp.fromMillis(Date.now() + limits.leaseMs) });
        },
      });
      const before = await read(ann);
      await room.forget(ann);
      await untilLoss(loss);
      isRefused = false;
      expect([asked, ends]).to.deep.equal([1, []]);
      const timer = setInterval(() => networkClock.advance(1_000), 5);
      await untilLoss(null);
      clearInterval(timer);
      expect([losses, asked, ends]).to.deep.equal([[loss, null], 2, []]);
    });
  }

  it("is asked for once in 3 s, whoever presses or moves, while the server refuses it", async () => {
    const networkClock = createManualClock();
    let asked = 0;
    const signalling = await enter(ann, {
      networkClock,
      async retake() {
        asked += 1;
        throw { code: "room-not-found" };
      },
    });
    await room.forget(ann);
    await untilLoss("lost");
    for (let press = 0; press < 10; press += 1) {
      signalling.wake();
      const refusal = await signalling.update({ name: null }).catch((error: unknown) => error);
      expect(refusal).to.include({ code: "refused" });
    }
    expect(asked).to.equal(1);
    networkClock.advance(3_000);
    signalling.wake();
    await signalling.update({ name: null }).catch(() => {});
    expect([asked, ends]).to.deep.equal([2, []]);
  });

  it("is not what it was for, when it is lost again and again: that is said, and asked ever less", async () => {
    const networkClock = createManualClock();
    const askedAtMs: number[] = [];
    // Given each time, and refused by the rules each time.
    await enter(ann, { networkClock, retake: async () => void askedAtMs.push(networkClock.now()) });
    await room.forget(ann);
    const timer = setInterval(() => networkClock.advance(500), 2);
    await untilLoss("lost");
    while (askedAtMs.length < 6) await new Promise((resolve) => setImmediate(resolve));
    clearInterval(timer);
    const gaps = askedAtMs.slice(1).map((atMs, index) => atMs - askedAtMs[index]!);
    gaps.forEach((gap, index) => expect(gap).to.be.at.least([3_000, 6_000, 12_000, 24_000, 30_000][index]!));
    expect([losses, ends]).to.deep.equal([["lost"], []]);
  });

  it("is had again when only its document was gone, and nobody knows why", async () => {
    const [signalling, other] = [await enter(ann), await enter(bob)];
    await room.forget(ann);
    await until(ann, ({ isActive, name }) => isActive === true && name === "c2VhbGVk");
    const arrived = receivedBy(other);
    await signalling.send(bob, "still-here");
    expect(await arrived).to.equal("still-here");
    expect([losses, ends]).to.deep.equal([[], []]);
  });

  it("is had again in the lobby, too", async () => {
    await seat(ann);
    await room.forget(ann);
    await until(ann, ({ isActive }) => isActive === false);
    expect([losses, ends]).to.deep.equal([[], []]);
  });

  it("is lost when the room's document is gone, and had again when that is back", async () => {
    const networkClock = createManualClock();
    await enter(ann, { networkClock });
    const at = doc(room.firestore, paths.room(room.uuid));
    const before = (await getDoc(at)).data()!;
    await deleteDoc(at);
    await room.forget(ann);
    await untilLoss("lost");
    await setDoc(at, before);
    const timer = setInterval(() => networkClock.advance(1_000), 5);
    await until(ann, ({ isActive }) => isActive === true);
    clearInterval(timer);
    expect([losses, ends]).to.deep.equal([["lost", null], []]);
  });

  it("is not taken for ended when the server's data is older than what the page has seen", async () => {
    const signalling = await enter(ann);
    const earlier = Timestamp.fromMillis(Date.now() + 20 * 60_000);
    await updateDoc(doc(room.firestore, paths.room(room.uuid)), { expireAt: earlier });
    await room.settled(signalling);
    await room.forget(ann);
    await until(ann, ({ isActive }) => isActive === true);
    expect([losses, ends]).to.deep.equal([[], []]);
  });

  it("is asked for again while the server does not answer", async () => {
    const networkClock = createManualClock();
    let asked = 0;
    let answer!: () => void;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    await enter(ann, {
      networkClock,
      async retake() {
        asked += 1;
        if (asked < 3) throw { code: asked === 1 ? "network" : "rate-limited" };
        answer();
      },
    });
    now += limits.leaseMs + 60_000;
    await room.forget(ann);
    const timer = setInterval(() => networkClock.advance(1_000), 5);
    await isAnswered;
    clearInterval(timer);
    expect([asked, ends]).to.deep.equal([3, []]);
  });
});
