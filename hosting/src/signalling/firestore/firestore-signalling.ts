// Signalling over Firestore. It reads everyone's documents, the participant's own inbox and the
// room. It writes its own document, other inboxes and the room's expiry: only what firestore.rules
// allow. There is no heartbeat, only a lease of minutes.
import type { EnteredParticipant } from "@meetogram/contract";
import { disableNetwork, enableNetwork, updateDoc, type Firestore } from "firebase/firestore";
import { systemClock, type Clock } from "../../platform/clock.ts";
import { createListeners } from "../../platform/listeners.ts";
import { readNetworkHints, watchNetwork, type NetworkHints } from "../../platform/network-watch.ts";
import type { EndOfSeat, SeatLoss, Signalling } from "../signalling.ts";
import { createAttendance } from "./attendance.ts";
import { createInbox } from "./inbox.ts";
import { createListening } from "./listening.ts";
import type { PostMessage } from "./rest/message-post.ts";
import { createOutbox } from "./outbox.ts";
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
  /** Who had entered when the seat was taken. */
  readonly entered?: readonly EnteredParticipant[];
  /** Resolves to whether `serverNow` was corrected: see server-clock.ts. */
  readonly reviewClock?: () => Promise<boolean>;
  readonly probe: ServerProbe;
  /** Asks the server for the same seat again, after its lease has lapsed. */
  readonly retake: () => Promise<void>;
  /** False when the server has ended the sign-in. `retake` signs in again. */
  readonly isSignedIn?: () => Promise<boolean>;
  /** For leases. */
  readonly clock?: Clock;
  /** For probes and reconnects. */
  readonly networkClock?: Clock;
  readonly hints?: NetworkHints;
  /** Writes a message over REST, where no stream has to be opened. */
  post: PostMessage;
  /** Deletes the participant's document over REST. The request outlives the page. */
  deleteSeat: () => Promise<void>;
  /** Releases what was opened for this signalling. */
  onClose?: () => void;
}

/** How long leaving waits for the answer. */
const leaveTimeoutMs = 3_000;
/** A seat that is gone with less of its lease left may have lapsed. */
const lapsesWithinMs = 60_000;

export function createFirestoreSignalling(options: FirestoreSignallingOptions): Signalling {
  const { firestore, participantID, serverNow, entered = [], hints = readNetworkHints() } = options;
  const { clock = systemClock, networkClock = systemClock } = options;
  const self = { participantID, seat: options.seat };
  const at = openPaths(firestore, options.room, participantID);
  const closing = new AbortController();
  const { signal } = closing;
  const ended = createListeners<[EndOfSeat]>();
  const losses = createListeners<[SeatLoss | null]>();
  const reachabilityChanges = createListeners<[boolean]>();

  const reachability = watchReachability({
    probe: options.probe,
    async reconnect() {
      // Another sign-in makes the SDK reconnect.
      if ((await options.isSignedIn?.()) === false) return retaking.ask();
      await disableNetwork(firestore);
      if (!signal.aborted) await enableNetwork(firestore);
    },
    clock: networkClock,
    // A hidden waiting page may notice a loss when it becomes visible.
    isWatching: () => ownSeat.isActive() || hints.document?.visibilityState !== "hidden",
    onChange(isReachable) {
      if (isReachable) {
        reviewClock();
        ownSeat.renewIfDue();
        retaking.hurry();
      }
      reachabilityChanges.emit(isReachable);
    },
    signal,
  });
  const writing = createWriting({ reachability, clock: networkClock, signal });
  const { write } = writing;
  const listening = createListening({ clock, onDenied: handleLoss, signal });
  const room = watchRoom(at.room, listening);
  const seats = watchSeats({
    users: at.users,
    self,
    entered,
    serverNow,
    listening,
    reachability,
    onGone: (reason) => (reason === "unknown" ? handleLoss() : end(reason)),
    signal,
  });
  const retaking = createRetaking({
    connect: options.retake,
    isThere: () => ownSeat.isEntering() || ownSeat.isKnocking(),
    onRetaken() {
      seats.forgetOwn();
      listening.resume();
      ownSeat.restore();
      // Whoever waits for a signal gets one now.
      if (reachability.isReachable()) reachabilityChanges.emit(true);
    },
    onEnded: end,
    onLoss: losses.emit,
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
  const leasing = { seats, write, reachability, retaking, attendance, serverNow, reviewClock, clock, signal };
  const ownSeat: OwnSeat = keepOwnSeat({ firestore, at, self, room, ...leasing });
  const handleHint = () => {
    reviewClock();
    reachability.handleHint();
    ownSeat.renewIfDue();
  };
  watchNetwork({ clock: networkClock, hints, onReturn: handleHint, signal });
  hints.page?.addEventListener("offline", reachability.handleHint, { signal });
  const { session, post } = options;
  const onMessage = createInbox({ firestore, at, self, listening, write, clock, signal });
  const send = createOutbox({ at, self, session, writing, post, serverNow });

  /** The own document is gone, or nothing may be read any more. Why, only the server knows. */
  function handleLoss() {
    const now = serverNow();
    if (room.wasEnded(now)) return end("ended");
    const isLapsed = seats.ownLeaseUntil() < now + lapsesWithinMs || retaking.isLapsed();
    if (isLapsed) retaking.lapse();
    else retaking.ask();
  }

  /** In the background: the lease is renewed by the time as it was estimated, and again if not. */
  function reviewClock() {
    void options.reviewClock?.().then((isCorrected) => {
      if (isCorrected && !signal.aborted) ownSeat.renewIfDue();
    });
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
    onMessage,
    send,
    onEnded: ended.add,
    onSeatLoss: losses.add,
    onReachability: reachabilityChanges.add,
    onRoom: room.onRoom,
    setLocked: (isLocked) => write(() => updateDoc(at.room, { isLocked })),
    setWaitingRoom: (hasWaitingRoom) => write(() => updateDoc(at.room, { hasWaitingRoom })),
    admit: (participantIDs) => write(() => updateDoc(at.room, { admitted: room.admittedWith(participantIDs) })),
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
