// Who is in the room, as its documents say: everybody with a live seat. It also tells whom nobody
// may be connected to any more, and when the own seat is gone.
import { ParticipantDocument, RoomDocument } from "@meetogram/contract";
import { onSnapshot } from "firebase/firestore";
import { safeParse } from "valibot";
import { isHeldBack } from "./enter.ts";
import type { Place } from "./place.ts";
import type { Other, OthersHandler } from "./room.ts";

export interface People {
  /** Null until it is known. */
  room(): RoomDocument | null;
  isBarred(participantID: string): boolean;
  watch(handle: OthersHandler): () => void;
  /** Leases end without an event. */
  publish(): void;
  /** Listens, or listens anew with another token. */
  start(): void;
  stop(): void;
}

/** `handleLoss` runs when the own document is gone, or nothing may be read any more. */
export function watchPeople(at: Place, handleLoss: () => void): People {
  const handlers = new Set<OthersHandler>();
  let room: RoomDocument | null = null;
  let seated: readonly (Other & { readonly leaseUntil: number })[] | null = null;
  let unsubscribes: readonly (() => void)[] = [];

  function isBarred(participantID: string): boolean {
    if (room === null) return false;
    if (room.removed?.includes(participantID)) return true;
    const other = seated?.find((found) => found.participantID === participantID);
    return other?.hasEntered === false && isHeldBack(room, participantID, other.role);
  }

  function others(): readonly Other[] {
    return (seated ?? [])
      .filter(({ participantID, leaseUntil }) => leaseUntil > at.now() && !isBarred(participantID))
      .map(({ participantID, seat, hasEntered, role }) => ({ participantID, seat, hasEntered, role }));
  }

  function publish() {
    if (seated !== null && room !== null) for (const handle of handlers) handle(others());
  }

  function stop() {
    for (const unsubscribe of unsubscribes) unsubscribe();
    unsubscribes = [];
  }

  return {
    room: () => room,
    isBarred,
    publish,
    watch(handle) {
      handlers.add(handle);
      if (seated !== null && room !== null) handle(others());
      return () => void handlers.delete(handle);
    },
    start() {
      stop();
      const stopUsers = onSnapshot(
        at.users,
        ({ docs, metadata }) => {
          if (!metadata.fromCache && !docs.some(({ id }) => id === at.participantID)) return handleLoss();
          seated = docs.flatMap((found) => {
            const { success, output } = safeParse(ParticipantDocument, found.data());
            if (!success || found.id === at.participantID) return [];
            const { joinedAt: seat, isActive: hasEntered, role, leaseUntil } = output;
            return [{ participantID: found.id, seat, hasEntered, role, leaseUntil }];
          });
          publish();
        },
        handleLoss,
      );
      const stopRoom = onSnapshot(
        at.room,
        (snapshot) => {
          const { success, output } = safeParse(RoomDocument, snapshot.data());
          if (success) room = output;
          publish();
        },
        handleLoss,
      );
      unsubscribes = [stopUsers, stopRoom];
    },
    stop,
  };
}
