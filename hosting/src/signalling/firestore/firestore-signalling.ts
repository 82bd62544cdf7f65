// Signalling over Firestore. It reads everyone's documents, the participant's own inbox and the
// room. It writes its own document, other inboxes and the room's expiry: only what firestore.rules
// allow. There is no heartbeat, only a lease of minutes.
import { disableNetwork, enableNetwork, updateDoc, type Firestore } from "firebase/firestore";
import { systemClock, type Clock } from "../../platform/clock.ts";
import { createListeners } from "../../platform/listeners.ts";
import { readNetworkHints, watchNetwork, type NetworkHints } from "../../platform/network-watch.ts";
import type { EndOfSeat, Signalling } from "../signalling.ts";
import { createAttendance } from "./attendance.ts";
import { createInbox } from "./inbox.ts";
import { createListening } from "./listening.ts";
import { keepOwnSeat, type OwnSeat } from "./own-seat.ts";
import { watchReachability } from "./reachability.ts";
import { createRetaking } from "./retaking.ts";
import { watchRoom } from "./room-watch.ts";
import { openPaths } from "./seat-documents.ts";
import { watchSeats } from "./seats-watch.ts";
import type { ServerClock } from "./server-clock.ts";
import type { ServerProbe } from "./server-probe.ts";
import { createWriting } from "./writing.ts";

export interface FirestoreSignallingOptions {
  readonly firestore: Firestore;
  readonly room: string;
  readonly participantID: string;
  /** From the token. It shows which page sent a message. */
  readonly session: string;
  readonly seat: number;
  readonly serverNow: ServerClock;
  readonly probe: ServerProbe;
  /** Asks the server for the same seat again, after its lease has lapsed. */
  readonly retake: () => Promise<void>;
  /** For leases. */
  readonly clock?: Clock;
  /** For probes and reconnects. */
  readonly networkClock?: Clock;
  readonly hints?: NetworkHints;
  /** Deletes the participant's document over REST. The request outlives the page. */
  deleteSeat: () => Promise<void>;
  /** Releases what was opened for this signalling. */
  onClose?: () => void;
}

/** How long leaving waits for the answer. */
const leaveTimeoutMs = 3_000;
/** How far the estimated server time may be behind. */
const clockToleranceMs = 30_000;
/** A seat that is gone with less of its lease left may have lapsed. */
const lapsesWithinMs = 60_000;

export function createFirestoreSignalling(options: FirestoreSignallingOptions): Signalling {
  const { firestore, participantID, serverNow, hints = readNetworkHints() } = options;
  const { clock = systemClock, networkClock = systemClock } = options;
  const self = { participantID, seat: options.seat };
  const at = openPaths(firestore, options.room, participantID);
  const closing = new AbortController();
  const { signal } = closing;
  const ended = createListeners<[EndOfSeat]>();
  const reachabilityChanges = createListeners<[boolean]>();

  const reachability = watchReachability({
    probe: options.probe,
    async reconnect() {
      await disableNetwork(firestore);
      if (!signal.aborted) await enableNetwork(firestore);
    },
    clock: networkClock,
    // A hidden waiting page may notice a loss when it becomes visible.
    isWatching: () => ownSeat.isActive() || hints.document?.visibilityState !== "hidden",
    onChange(isReachable) {
      if (isReachable) {
        ownSeat.renewIfDue();
        retaking.hurry();
      }
      reachabilityChanges.emit(isReachable);
    },
    signal,
  });
  const write = createWriting({ reachability, signal });
  const listening = createListening({ clock, onDenied: handleLoss, signal });
  const room = watchRoom(at.room, listening);
  const seats = watchSeats({
    users: at.users,
    self,
    serverNow,
    listening,
    reachability,
    onGone: (reason) => (reason === "unknown" ? handleLoss() : end(reason)),
    signal,
  });
  const retaking = createRetaking({
    connect: options.retake,
    hasEntered: () => ownSeat.isActive(),
    onRetaken() {
      seats.forgetOwn();
      listening.resume();
      ownSeat.restore();
      // Whoever waits for a signal gets one now.
      if (reachability.isReachable()) reachabilityChanges.emit(true);
    },
    onRefused: end,
    clock: networkClock,
    signal,
  });
  const attendance = createAttendance({
    users: at.users,
    self,
    seats,
    reachability,
    hasEntered: () => ownSeat.isActive(),
    serverNow,
    clock,
    signal,
  });
  const leasing = { seats, write, reachability, retaking, attendance, serverNow, clock, signal };
  const ownSeat: OwnSeat = keepOwnSeat({ firestore, at, self, room, ...leasing });
  const handleHint = () => {
    reachability.handleHint();
    ownSeat.renewIfDue();
  };
  watchNetwork({ clock: networkClock, hints, onReturn: handleHint, signal });
  hints.page?.addEventListener("offline", reachability.handleHint, { signal });
  const { session } = options;
  const inbox = createInbox({ firestore, at, self, session, listening, write, serverNow, signal });

  /** The seat has lapsed, or somebody has ended it. */
  function handleLoss() {
    const now = serverNow();
    const isLapsed = seats.ownLeaseUntil() < now + lapsesWithinMs || retaking.isLapsed();
    // After a sleep, what this page knows of the room is outdated. The server knows.
    if (isLapsed && ownSeat.isActive()) retaking.lapse();
    // Ending a room for all sets its expiry to that instant, and this page only estimates the time.
    else if (room.hasExpired(now + clockToleranceMs)) end("expired");
    else if (isLapsed) retaking.lapse();
    else end("removed");
  }

  function end(reason: EndOfSeat) {
    if (signal.aborted) return;
    close();
    ended.emit(reason);
  }

  function close() {
    if (signal.aborted) return;
    closing.abort();
    options.onClose?.();
  }

  return {
    self,
    onParticipants: seats.onParticipants,
    ...inbox,
    onEnded: ended.add,
    onReachability: reachabilityChanges.add,
    onRoom: room.onRoom,
    setLocked: (isLocked) => write(() => updateDoc(at.room, { isLocked })),
    update: ownSeat.update,
    noticePresent: attendance.notice,
    wake: retaking.wake,
    async leave() {
      close();
      await Promise.race([options.deleteSeat(), new Promise<void>((resolve) => clock.after(leaveTimeoutMs, resolve))]);
    },
    leaveNow() {
      void options.deleteSeat();
      close();
    },
    close,
  };
}
