// Everyone's documents: who is seated, and what happened to the participant's own seat. Snapshots
// from the cache alone are never reported.
import type { EnteredParticipant } from "@meetogram/contract";
import { onSnapshot, type CollectionReference, type QuerySnapshot } from "firebase/firestore";
import { createListeners } from "../../platform/listeners.ts";
import type { EndOfSeat, SeatedParticipant, Signalling } from "../signalling.ts";
import type { Listening } from "./listening.ts";
import type { Reachability } from "./reachability.ts";
import { readSeat, type Seated } from "./seat-documents.ts";
import type { ServerClock } from "./server-clock.ts";

export interface SeatsWatch {
  /** Reading starts with the first listener. */
  readonly onParticipants: Signalling["onParticipants"];
  all(): readonly Seated[];
  /** Infinity until it has been read. */
  ownLeaseUntil(): number;
  /** The seat is taken again: until it is seen, its absence means nothing. */
  forgetOwn(): void;
  /** Reports to all listeners again, because a lease may have expired. */
  publish(): void;
}

export function watchSeats(options: {
  users: CollectionReference;
  self: Signalling["self"];
  entered: readonly EnteredParticipant[];
  serverNow: ServerClock;
  listening: Listening;
  reachability: Reachability;
  onGone: (reason: EndOfSeat | "unknown") => void;
  signal: AbortSignal;
}): SeatsWatch {
  const { users, self, serverNow, reachability, onGone, signal } = options;
  const participants = createListeners<[readonly SeatedParticipant[]]>();
  let seats: readonly Seated[] = [];
  let leaseUntil = Number.POSITIVE_INFINITY;
  let isListening = false;
  let hasSeenOwn = false;

  function handleSnapshot(snapshot: QuerySnapshot) {
    if (signal.aborted) return;
    if (snapshot.metadata.fromCache) return reachability.handleSnapshot(snapshot.metadata);
    seats = snapshot.docs.flatMap((found) => readSeat(found.id, found.data()) ?? []);
    const own = seats.find(({ participant }) => participant.participantID === self.participantID);
    if (own !== undefined) ({ leaseUntil } = own);
    // Comes after the reading: reactions to the returned server depend on it.
    reachability.handleSnapshot(snapshot.metadata);
    // A change written before the first snapshot briefly hides the participant's own document. So
    // the document is gone only if it was there before. A participant without a seat is denied the
    // listener.
    if (own === undefined) return hasSeenOwn ? onGone("unknown") : undefined;
    if (own.participant.seat > self.seat) return onGone("moved");
    hasSeenOwn = true;
    publish();
  }

  function publish() {
    const now = serverNow();
    const isHeld = ({ participant, leaseUntil: until }: Seated) =>
      until > now || participant.participantID === self.participantID;
    participants.emit(seats.filter(isHeld).map(({ participant }) => participant));
  }

  return {
    onParticipants(listener, listening) {
      participants.add(listener, listening);
      if (isListening) return void (hasSeenOwn && publish());
      isListening = true;
      // Their documents follow. Until then nobody else is known.
      if (options.entered.length > 0) listener(options.entered.map((seat) => ({ ...seat, isActive: true })));
      options.listening.listen((onError) =>
        onSnapshot(users, { includeMetadataChanges: true }, handleSnapshot, onError),
      );
    },
    all: () => seats,
    ownLeaseUntil: () => leaseUntil,
    forgetOwn() {
      hasSeenOwn = false;
      leaseUntil = Number.POSITIVE_INFINITY;
    },
    publish,
  };
}
