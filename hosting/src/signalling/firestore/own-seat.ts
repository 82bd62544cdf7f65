// Writes about the participant's own seat: that it has entered, and its lease. The lease lasts
// minutes, so there is no heartbeat. It is renewed immediately when the server is back or the
// device has woken. No write is queued for a lost server: it would arrive outdated.
import { limits } from "@meetogram/contract";
import { deleteDoc, doc, serverTimestamp, Timestamp, updateDoc, writeBatch, type Firestore } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";
import { SignallingError, type OwnChanges, type Signalling } from "../signalling.ts";
import type { Attendance } from "./attendance.ts";
import type { Reachability } from "./reachability.ts";
import type { RoomWatch } from "./room-watch.ts";
import type { openPaths } from "./seat-documents.ts";
import type { SeatsWatch } from "./seats-watch.ts";
import type { ServerClock } from "./server-clock.ts";
import type { Retaking } from "./retaking.ts";
import { isRefusal, type Write } from "./writing.ts";

/** Others delete a seat this long after its lease: when it has no rights, by any clock. */
const sweepAfterMs = 2 * limits.leaseToleranceMs;
/** More often than leases are written: seats that have expired are hidden in time. */
const checkEveryMs = limits.leaseRefreshMs / 2;

export interface OwnSeat {
  isActive(): boolean;
  /** Connect was pressed, whether or not the server knows it. */
  isEntering(): boolean;
  /** The person waits for a host. */
  isKnocking(): boolean;
  update(changes: OwnChanges): Promise<void>;
  /** Renews the lease if it is due, such as after a sleep or the loss of the server. */
  renewIfDue(): void;
  /** The seat was taken again: writes what the server may have forgotten. */
  restore(): void;
}

export function keepOwnSeat(options: {
  firestore: Firestore;
  at: ReturnType<typeof openPaths>;
  self: Signalling["self"];
  room: RoomWatch;
  seats: SeatsWatch;
  write: Write;
  reachability: Reachability;
  retaking: Retaking;
  attendance: Attendance;
  serverNow: ServerClock;
  /** The device's clocks may disagree. */
  reviewClock: () => void;
  clock: Clock;
  signal: AbortSignal;
}): OwnSeat {
  const { firestore, at, self, room, seats, write, reachability, retaking, attendance, serverNow, clock, signal } =
    options;
  let isActive = false;
  /** What the own document should say. */
  let written: OwnChanges = {};
  let isEntryUnderWay = false;
  let checkedAt = serverNow();
  let cancelCheck = clock.after(checkEveryMs, check);
  signal.addEventListener("abort", () => cancelCheck(), { once: true });

  /**
   * The rules let a lease only grow, and that of a waiting seat only so far. It stays as `connect`
   * gave it until it has been read.
   */
  function leaseFrom(now: number, isEntered = isActive): { leaseUntil?: Timestamp } {
    const lastsMs = isEntered && attendance.isComplete() ? limits.attendedLeaseMs : limits.leaseMs;
    const until = Math.min(now + lastsMs, isEntered ? Infinity : self.seat + limits.waitingMs);
    return until > seats.ownLeaseUntil() ? { leaseUntil: Timestamp.fromMillis(until) } : {};
  }

  function check() {
    cancelCheck = clock.after(checkEveryMs, check);
    options.reviewClock();
    const now = serverNow();
    // After a sleep the view of the room is outdated: it would hide and delete live seats.
    const isPunctual = now - checkedAt < 2 * checkEveryMs;
    if (reachability.isReachable()) checkedAt = now;
    if (reachability.isReachable() && isPunctual) {
      seats.publish();
      for (const { participant, leaseUntil } of seats.all()) {
        if (leaseUntil + sweepAfterMs < now) deleteDoc(doc(at.users, participant.participantID)).catch(() => {});
      }
    }
    renewIfDue();
  }

  function renewIfDue() {
    const now = serverNow();
    const heldForMs = seats.ownLeaseUntil() - now;
    if (heldForMs < -limits.leaseToleranceMs) return retaking.lapse();
    // An outage may begin right before the next check.
    const isDue = heldForMs - checkEveryMs < limits.outageMs;
    if (!reachability.isReachable()) return;
    // Two participants may extend the expiry at once. The second write is refused, and nothing is
    // lost.
    if (isActive && room.isExpiryNear(now)) updateDoc(at.room, { expireAt: room.expiryFrom(now) }).catch(() => {});
    const lease = leaseFrom(now);
    if (isDue && lease.leaseUntil !== undefined) write(() => updateDoc(at.own, lease)).catch(handleRefusal);
  }

  function handleRefusal(error: unknown) {
    if (error instanceof SignallingError && error.code === "refused") retaking.lapse();
  }

  /**
   * A refused write is repeated once with the seat taken again. Refused again, it waits for the
   * seat that comes next.
   */
  async function writeSeated(run: () => Promise<void>): Promise<void> {
    if (retaking.isLapsed()) await retaking.retake();
    await write(run).catch(async (error: unknown) => {
      if (!(error instanceof SignallingError && error.code === "refused")) throw error;
      await retaking.retake();
      await write(run).catch((again: unknown) => {
        handleRefusal(again);
        throw again;
      });
    });
  }

  function isHost(): boolean {
    return seats
      .all()
      .some(({ participant }) => participant.participantID === self.participantID && participant.role === "host");
  }

  /** In one batch, the seat becomes active and the room entered. */
  async function enter(changes: OwnChanges): Promise<void> {
    if (!room.isKnown()) await room.read();
    const now = serverNow();
    const batch = writeBatch(firestore);
    batch.update(at.own, { ...changes, ...leaseFrom(now, true) });
    const isFirst = !room.isEntered();
    if (isFirst || room.isExpiryNear(now)) {
      batch.update(at.room, { expireAt: room.expiryFrom(now), ...(isFirst && { enteredAt: serverTimestamp() }) });
    }
    await batch.commit();
  }

  /**
   * Somebody else may have entered first or extended the expiry. Then the room is read again and
   * the entry retried once. Or the waiting room was switched on: then the entry waits for a host.
   */
  function enterWithRetry(changes: OwnChanges): Promise<void> {
    return enter(changes).catch(async (error: unknown) => {
      if (!isRefusal(error)) throw error;
      await room.read();
      if (!isHost() && room.holdsBack(self.participantID)) {
        delete written.isActive;
        throw new SignallingError("held-back", { cause: error });
      }
      await enter(changes);
    });
  }

  /** Once accepted, a participant has entered for good. */
  async function writeEntry(changes: OwnChanges): Promise<void> {
    await enterWithRetry(changes);
    isActive = true;
  }

  return {
    isActive: () => isActive,
    isEntering: () => written.isActive === true,
    isKnocking: () => written.hasKnocked === true,
    async update(changes) {
      written = { ...written, ...changes };
      if (!changes.isActive || isActive) {
        return writeSeated(() => updateDoc(at.own, { ...changes, ...leaseFrom(serverNow()) }));
      }
      isEntryUnderWay = true;
      await writeSeated(() => writeEntry(changes)).finally(() => (isEntryUnderWay = false));
    },
    renewIfDue,
    restore() {
      // An entry that is under way writes the same itself.
      if (written.isActive && !isEntryUnderWay) write(() => writeEntry(written)).catch(handleRefusal);
      else if (written.hasKnocked) write(() => updateDoc(at.own, { ...written })).catch(handleRefusal);
    },
  };
}
