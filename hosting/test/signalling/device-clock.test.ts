// The clock of a device is wrong, is corrected, or stands still, while its participant has a seat.
// The server's time moves with the test's own, so minutes pass at once.
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { doc, getDoc, onSnapshot, type Timestamp } from "firebase/firestore";
import type { NetworkHints } from "../../src/platform/network-watch.ts";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";
import { useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

const [ann, bob] = [crypto.randomUUID(), crypto.randomUUID()];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const stepMs = limits.leaseRefreshMs / 2;
const jumps: readonly [what: string, wallMs: number][] = [
  ["set forward by 3.6 minutes", 3.6 * minuteMs],
  ["set forward by nine hours", 9 * hourMs],
  ["set back by twelve minutes", -12 * minuteMs],
];

describe("a seat on a device", () => {
  const { openRoom } = useTestFirestore({ now: () => now });
  let room: FirestoreRoom;
  let opened: Signalling[];
  let clock: ManualClock;
  let moved: { wallMs: number; monotonicMs: number };
  let said: unknown[];
  let retakes: number;
  let page: EventTarget;
  let now = Date.now();

  beforeEach(async () => {
    room = await openRoom();
    opened = [];
    clock = createManualClock();
    moved = { wallMs: 0, monotonicMs: 0 };
    said = [];
    retakes = 0;
    page = new EventTarget();
  });
  afterEach(async () => {
    for (const signalling of opened) signalling.close();
    await room.close();
  });

  const forever = { signal: new AbortController().signal };
  const at = (participantID: string) => doc(room.firestore, paths.user(room.uuid, participantID));
  const leaseOf = async (participantID: string) =>
    ((await getDoc(at(participantID))).get("leaseUntil") as Timestamp).toMillis() - now;

  /** Ann's device is the one whose clock is not the server's. */
  async function seat(participantID: string, wrongByMs = 0): Promise<Signalling> {
    now += 1_000;
    const [start, isAnn] = [now, participantID === ann];
    const device = {
      wall: () => now + wrongByMs + moved.wallMs,
      monotonic: () => 7_000 + now - start + moved.monotonicMs,
    };
    const hints: NetworkHints = { page, document: null, connection: null, now: device.wall };
    const signalling = await room.seat(participantID, {
      clock,
      networkClock: createManualClock(),
      ...(isAnn ? { device, hints, onRetake: () => (retakes += 1) } : { serverNow: () => now }),
    });
    opened.push(signalling);
    signalling.onParticipants(() => {}, forever);
    signalling.onEnded((reason) => said.push(reason), forever);
    signalling.onSeatLoss((loss) => said.push(loss), forever);
    await room.settled(signalling);
    return signalling;
  }

  async function enter(participantID: string, wrongByMs?: number) {
    const signalling = await seat(participantID, wrongByMs);
    await signalling.update({ isActive: true });
    return signalling;
  }

  function until(participantID: string, isSo: (leaseMs: number) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(at(participantID), (found) => {
        if (!found.exists() || !isSo((found.get("leaseUntil") as Timestamp).toMillis() - now)) return;
        unsubscribe();
        resolve();
      });
    });
  }

  async function expectUsable(signalling: Signalling, other: Signalling) {
    const arrived = new Promise((resolve) => other.onMessage(({ payload }) => resolve(payload), forever));
    await signalling.update({ constraints: { audio: false, video: true, screen: false } });
    await signalling.send(other.self.participantID, "offer");
    expect(await arrived).to.equal("offer");
    const leaseMs = await leaseOf(ann);
    expect(leaseMs).to.be.within(limits.outageMs, limits.attendedLeaseMs);
    expect(said).to.deep.equal([]);
  }

  /** Minutes in which the page runs, and looks after its lease. */
  async function pass(ms: number, signalling: Signalling) {
    for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
      now += stepMs;
      clock.advance(stepMs);
      // Whatever the check has written is there.
      await room.settled(signalling);
      expect(await leaseOf(ann), `${passedMs / 1_000} s`).to.be.above(limits.outageMs);
    }
  }

  for (const [what, wallMs] of jumps) {
    it(`that is ${what} during a call writes and sends, and keeps its lease without asking for it`, async () => {
      const [signalling, other] = [await enter(ann), await enter(bob)];
      signalling.noticePresent(new Set([bob]));
      moved.wallMs = wallMs;
      await expectUsable(signalling, other);
      await pass(10 * minuteMs, signalling);
      await expectUsable(signalling, other);
      expect(retakes).to.equal(0);
    });

    it(`that is ${what} in the lobby enters, for as long as the server says`, async () => {
      const other = await enter(bob);
      const signalling = await seat(ann);
      moved.wallMs = wallMs;
      await signalling.update({ isActive: true });
      await expectUsable(signalling, other);
      const { expireAt } = (await getDoc(doc(room.firestore, paths.room(room.uuid)))).data()!;
      expect((expireAt as Timestamp).toMillis() - now).to.be.within(limits.emptyRoomMs - minuteMs, limits.emptyRoomMs);
    });

    it(`that was never right, and is ${what}, keeps its lease too`, async () => {
      const [signalling, other] = [await enter(ann, -30 * 365 * 24 * hourMs), await enter(bob)];
      moved.wallMs = wallMs;
      await pass(10 * minuteMs, signalling);
      await expectUsable(signalling, other);
      expect(retakes).to.equal(0);
    });

    it(`that is ${what} and sleeps for six minutes renews its lease when it wakes`, async () => {
      const [signalling, other] = [await enter(ann), await enter(bob)];
      now += 6 * minuteMs;
      moved = { wallMs, monotonicMs: -6 * minuteMs };
      const renewed = until(ann, (leaseMs) => leaseMs === limits.leaseMs);
      page.dispatchEvent(new Event("pageshow"));
      await renewed;
      await expectUsable(signalling, other);
      expect(retakes).to.equal(0);
    });

    it(`that is ${what} and sleeps for twenty minutes takes its seat again`, async () => {
      const [signalling, other] = [await enter(ann), await enter(bob)];
      now += 20 * minuteMs;
      moved = { wallMs, monotonicMs: -20 * minuteMs };
      const renewed = until(ann, (leaseMs) => leaseMs === limits.leaseMs);
      await room.forget(ann);
      page.dispatchEvent(new Event("pageshow"));
      await renewed;
      await other.update({ name: null });
      await expectUsable(signalling, other);
    });
  }

  it("that is ahead enters its room until it expires by the server's time, and not after", async () => {
    now += 5 * minuteMs;
    await room.seat(bob).then((signalling) => opened.push(signalling));
    const signalling = await seat(ann, 3 * hourMs);
    const { expireAt } = (await getDoc(doc(room.firestore, paths.room(room.uuid)))).data()!;
    now = (expireAt as Timestamp).toMillis() - 1;
    await signalling.update({ isActive: true });
    expect(said).to.deep.equal([]);
  });

  it("that is behind does not enter a room that has expired by the server's time", async () => {
    now += 5 * minuteMs;
    const signalling = await seat(ann, -3 * hourMs);
    const { expireAt } = (await getDoc(doc(room.firestore, paths.room(room.uuid)))).data()!;
    now = (expireAt as Timestamp).toMillis() + 1;
    expect(await signalling.update({ isActive: true }).catch((error: unknown) => error)).to.include({
      code: "refused",
    });
    expect(said).to.deep.equal(["expired"]);
  });
});
