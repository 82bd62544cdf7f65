// What is written about the own seat: that it has entered, that it is still held. A lease of minutes instead of a heartbeat, and at once
// when the server is back or the device has woken. Nothing is queued for a server that is lost: it would arrive as old as the cut is long.
import { limits } from "@meetogram/contract";
import { deleteDoc, doc, serverTimestamp, updateDoc, writeBatch, type Firestore } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";
import type { OwnChanges } from "../signalling.ts";
import type { Reachability } from "./reachability.ts";
import type { RoomWatch } from "./room-watch.ts";
import { leaseFrom, type openPaths } from "./seat-documents.ts";
import type { SeatsWatch } from "./seats-watch.ts";
import type { ServerClock } from "./server-clock.ts";
import { isRefusal, type Write } from "./writing.ts";

/** A seat is swept by others this long after its lease, as clocks differ. */
const sweepAfterMs = 30_000;

export interface OwnSeat {
  isActive(): boolean;
  update(changes: OwnChanges): Promise<void>;
  /** Where the time for it has come, as by a device that slept or a server that was lost. */
  renewIfDue(): void;
}

export function keepOwnSeat(options: {
  firestore: Firestore;
  at: ReturnType<typeof openPaths>;
  room: RoomWatch;
  seats: SeatsWatch;
  write: Write;
  reachability: Reachability;
  serverNow: ServerClock;
  clock: Clock;
  signal: AbortSignal;
}): OwnSeat {
  const { firestore, at, room, seats, write, reachability, serverNow, clock, signal } = options;
  let isActive = false;
  let refreshedAt = serverNow();
  let cancelRefresh = clock.after(limits.leaseRefreshMs, refresh);
  signal.addEventListener("abort", () => cancelRefresh(), { once: true });

  function refresh() {
    const now = serverNow();
    // What is known of the others is old after a sleep: it would hide them, and sweep them.
    const isPunctual = now - refreshedAt < 2 * limits.leaseRefreshMs;
    if (reachability.isReachable() && isPunctual) {
      seats.publish();
      for (const { participant, leaseUntil } of seats.all()) {
        if (leaseUntil + sweepAfterMs < now) deleteDoc(doc(at.users, participant.participantID)).catch(() => {});
      }
    }
    renew();
  }

  function renew() {
    cancelRefresh();
    cancelRefresh = clock.after(limits.leaseRefreshMs, refresh);
    if (!reachability.isReachable()) return;
    const now = serverNow();
    refreshedAt = now;
    // Two may move the expiry at once; the later of them is refused, and needs nothing.
    if (isActive && room.isExpiryNear(now)) updateDoc(at.room, { expireAt: room.expiryFrom(now) }).catch(() => {});
    write(() => updateDoc(at.own, { leaseUntil: leaseFrom(now) })).catch(() => {});
  }

  /** One batch: the seat becomes active, the room entered. */
  async function enter(changes: OwnChanges): Promise<void> {
    if (!room.isKnown()) await room.read();
    const now = serverNow();
    const batch = writeBatch(firestore);
    batch.update(at.own, { ...changes, leaseUntil: leaseFrom(now) });
    const isFirst = !room.isEntered();
    if (isFirst || room.isExpiryNear(now)) {
      batch.update(at.room, { expireAt: room.expiryFrom(now), ...(isFirst && { enteredAt: serverTimestamp() }) });
    }
    await batch.commit();
  }

  return {
    isActive: () => isActive,
    async update(changes) {
      if (!changes.isActive || isActive) {
        return write(() => updateDoc(at.own, { ...changes, leaseUntil: leaseFrom(serverNow()) }));
      }
      // Somebody else may have entered first, or moved the expiry: then the room looks different, and it is asked again once.
      await write(() =>
        enter(changes).catch(async (error: unknown) => {
          if (!isRefusal(error)) throw error;
          await room.read();
          await enter(changes);
        }),
      );
      isActive = true;
    },
    renewIfDue() {
      const heldForMs = seats.ownLeaseUntil() - serverNow();
      if (heldForMs < limits.leaseMs - limits.leaseRefreshMs) renew();
    },
  };
}
