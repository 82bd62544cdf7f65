// Whom this participant is connected to, and who only has a document. While everybody is connected,
// leases are long, because somebody would notice who goes. Whoever is missed for a while gets a
// shorter lease, in which it can still outlast an outage. If it is there, it renews it.
import { limits } from "@meetogram/contract";
import { doc, Timestamp, updateDoc, type CollectionReference } from "firebase/firestore";
import type { Clock } from "../../platform/clock.ts";
import type { Signalling } from "../signalling.ts";
import type { Reachability } from "./reachability.ts";
import type { SeatsWatch } from "./seats-watch.ts";
import type { ServerClock } from "./server-clock.ts";

/** Longer than most reconnects. */
const missedAfterMs = 30_000;
/** One after another, so that usually only one writes. */
const turnMs = 2_000;
const shortLeaseMs = limits.outageMs + limits.leaseToleranceMs;

export interface Attendance {
  notice(present: ReadonlySet<string>): void;
  /** Everybody who has entered is connected, and that is somebody. */
  isComplete(): boolean;
}

export function createAttendance(options: {
  users: CollectionReference;
  self: Signalling["self"];
  seats: SeatsWatch;
  reachability: Reachability;
  /** Only who has entered, and so is connected by intent, can miss somebody. */
  hasEntered: () => boolean;
  serverNow: ServerClock;
  clock: Clock;
  signal: AbortSignal;
}): Attendance {
  const { users, self, seats, serverNow, clock, signal } = options;
  let present: ReadonlySet<string> = new Set();
  /** Since when each one is missed; null after its lease has been looked at. */
  const missed = new Map<string, number | null>();
  let cancelReview = () => {};
  signal.addEventListener("abort", () => cancelReview(), { once: true });

  function others() {
    const now = serverNow();
    return seats
      .all()
      .filter(({ participant, leaseUntil }) => participant.isActive && leaseUntil > now)
      .map(({ participant: { participantID }, leaseUntil }) => ({ participantID, leaseUntil }))
      .filter(({ participantID }) => participantID !== self.participantID);
  }

  function review() {
    cancelReview();
    if (signal.aborted || !options.hasEntered()) return;
    const now = clock.now();
    const absent = others().filter(({ participantID }) => !present.has(participantID));
    const absentIDs = new Set(absent.map(({ participantID }) => participantID));
    for (const known of missed.keys()) if (!absentIDs.has(known)) missed.delete(known);
    const rank = [...present].filter((id) => id < self.participantID).length;
    const delayMs = missedAfterMs + rank * turnMs;
    for (const { participantID, leaseUntil } of absent) {
      const since = missed.get(participantID);
      if (since === undefined) missed.set(participantID, now);
      if (typeof since !== "number" || now - since < delayMs || !options.reachability.isReachable()) continue;
      missed.set(participantID, null);
      shorten(participantID, leaseUntil);
    }
    if ([...missed.values()].some((since) => since !== null)) cancelReview = clock.after(turnMs, review);
  }

  function shorten(participantID: string, leaseUntil: number) {
    const until = serverNow() + shortLeaseMs;
    if (leaseUntil <= until + limits.leaseToleranceMs) return;
    updateDoc(doc(users, participantID), { leaseUntil: Timestamp.fromMillis(until) }).catch(() => {});
  }

  return {
    notice(noticed) {
      if (noticed.size === present.size && [...noticed].every((id) => present.has(id))) return;
      present = noticed;
      review();
    },
    isComplete() {
      const found = others();
      return found.length > 0 && found.every(({ participantID }) => present.has(participantID));
    },
  };
}
