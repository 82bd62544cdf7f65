// How long leases are while everybody is connected, and what becomes of the lease of somebody who
// is missed.
import { limits, paths } from "@meetogram/contract";
import { expect } from "chai";
import { doc, getDoc, onSnapshot, Timestamp, updateDoc } from "firebase/firestore";
import type { Signalling } from "../../src/signalling/signalling.ts";
import { createManualClock, type ManualClock } from "../platform/manual-clock.ts";
import { useTestFirestore, type FirestoreRoom } from "./firestore-room.ts";

const [ann, bob, eve] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const minuteMs = 60_000;

describe("the leases of people who are connected", () => {
  const { openRoom } = useTestFirestore({ now: () => now });
  let room: FirestoreRoom;
  let opened: Signalling[];
  let clock: ManualClock;
  let now = Date.now();

  beforeEach(async () => {
    room = await openRoom();
    opened = [];
    clock = createManualClock();
  });
  afterEach(async () => {
    for (const signalling of opened) signalling.close();
    await room.close();
  });

  const at = (participantID: string) => doc(room.firestore, paths.user(room.uuid, participantID));
  const leaseOf = async (participantID: string): Promise<number> =>
    ((await getDoc(at(participantID))).data()!["leaseUntil"] as Timestamp).toMillis() - now;

  async function seat(participantID: string, own: ManualClock = createManualClock()) {
    now += 1_000;
    const signalling = await room.seat(participantID, {
      clock: own,
      networkClock: createManualClock(),
      serverNow: () => now,
    });
    opened.push(signalling);
    signalling.onParticipants(() => {}, { signal: new AbortController().signal });
    await room.settled(signalling);
    return signalling;
  }

  async function enter(participantID: string, own?: ManualClock) {
    const signalling = await seat(participantID, own);
    await signalling.update({ isActive: true });
    return signalling;
  }

  function pass(ms: number) {
    now += ms;
    clock.advance(ms);
  }

  /** Until the lease of this participant lasts as long from now. */
  function untilLease(participantID: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const unsubscribe = onSnapshot(at(participantID), (snapshot) => {
        if ((snapshot.get("leaseUntil") as Timestamp).toMillis() - now !== ms) return;
        unsubscribe();
        resolve();
      });
    });
  }

  /** As somebody who has just refreshed it, and crashes. */
  async function crash(participantID: string, watcher: Signalling) {
    await updateDoc(at(participantID), { leaseUntil: Timestamp.fromMillis(now + limits.attendedLeaseMs) });
    await room.settled(watcher);
  }

  it("are long for who is connected to everybody, and short for who misses somebody", async () => {
    const watcher = await enter(ann, clock);
    for (const id of [bob, eve]) await enter(id);
    await room.settled(watcher);
    watcher.noticePresent(new Set([bob, eve]));
    pass(limits.leaseRefreshMs);
    await untilLease(ann, limits.attendedLeaseMs);
    watcher.noticePresent(new Set([bob]));
    await updateDoc(at(ann), { leaseUntil: Timestamp.fromMillis(now + 3 * minuteMs) });
    await room.settled(watcher);
    pass(limits.leaseRefreshMs / 2);
    await untilLease(ann, limits.leaseMs);
  });

  it("are short for who is alone", async () => {
    const watcher = await enter(ann, clock);
    watcher.noticePresent(new Set());
    await room.settled(watcher);
    pass(limits.leaseRefreshMs);
    await untilLease(ann, limits.leaseMs);
  });

  it("of somebody who is missed end within eight minutes, and outlast an outage", async () => {
    const watcher = await enter(ann, clock);
    await enter(bob);
    watcher.noticePresent(new Set([bob]));
    await crash(bob, watcher);
    const crashedAt = now;
    watcher.noticePresent(new Set());
    pass(29_000);
    await room.settled(watcher);
    expect(await leaseOf(bob)).to.equal(limits.attendedLeaseMs - 29_000);
    pass(3_000);
    await untilLease(bob, limits.outageMs + limits.leaseToleranceMs);
    const ghostMs = (await leaseOf(bob)) + now - crashedAt;
    expect(ghostMs).to.be.below(limits.leaseMs);
    expect(ghostMs).to.be.above(limits.outageMs);
  });

  it("of somebody who is missed, and renews it, are left alone", async () => {
    const watcher = await enter(ann, clock);
    await enter(bob);
    await crash(bob, watcher);
    watcher.noticePresent(new Set([eve]));
    watcher.noticePresent(new Set());
    pass(40_000);
    await untilLease(bob, limits.outageMs + limits.leaseToleranceMs);
    await crash(bob, watcher);
    pass(2 * minuteMs);
    await room.settled(watcher);
    expect(await leaseOf(bob)).to.equal(limits.attendedLeaseMs - 2 * minuteMs);
  });

  for (const [why, missing] of [
    ["somebody who is back in time", async (watcher: Signalling) => watcher.noticePresent(new Set([bob]))],
    ["somebody whose lease is short enough", () => updateDoc(at(bob), { leaseUntil: inFuture(5.5) })],
  ] as const) {
    it(`of ${why} are left alone`, async () => {
      const watcher = await enter(ann, clock);
      await enter(bob);
      await crash(bob, watcher);
      watcher.noticePresent(new Set([bob]));
      watcher.noticePresent(new Set());
      pass(20_000);
      await missing(watcher);
      await room.settled(watcher);
      const before = await leaseOf(bob);
      pass(60_000);
      await room.settled(watcher);
      expect(await leaseOf(bob)).to.equal(before - 60_000);
    });
  }

  it("are left alone by who waits in the lobby", async () => {
    const watcher = await seat(ann, clock);
    await enter(bob);
    await crash(bob, watcher);
    watcher.noticePresent(new Set([bob]));
    watcher.noticePresent(new Set());
    pass(60_000);
    await room.settled(watcher);
    expect(await leaseOf(bob)).to.equal(limits.attendedLeaseMs - 60_000);
  });

  function inFuture(minutes: number): Timestamp {
    return Timestamp.fromMillis(now + minutes * minuteMs);
  }
});
