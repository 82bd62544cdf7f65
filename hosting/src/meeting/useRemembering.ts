// Remembers the room of this visit in this browser, where the person wants that, and forgets it
// when it is gone.
import { watch, type Ref } from "vue";
import type { ResponseOf } from "@meetogram/contract";
import { formatRoomLink } from "../call/sealing/room-link.ts";
import type { RoomLink } from "../navigation/useScreen.ts";
import { forgetRoom, rememberRoom } from "../recent/recent-rooms.ts";
import type { Signalling } from "../signalling/signalling.ts";
import { readHostKey, writeHostKey } from "./entrance/host-key.ts";
import type { DeadEndReason } from "./meeting-phase.ts";

/** After these there is nothing to come back to. */
const ends: ReadonlySet<DeadEndReason> = new Set([
  "expired",
  "ended",
  "erased",
  "not-found",
  "incomplete-link",
  "removed",
]);

interface Remembering {
  readonly link: RoomLink;
  readonly isHost: Readonly<Ref<boolean>>;
  /** Aborted when the visit is over. */
  readonly signal: AbortSignal;
}

export function useRemembering({ link, isHost, signal }: Remembering) {
  const { uuid } = link;
  const path = formatRoomLink(link);
  const known = { isHost: false, expiresAtMs: 0 };

  function note(news: Partial<typeof known>): void {
    Object.assign(known, news);
    if (known.expiresAtMs === 0) return;
    const hostKey = known.isHost ? (readHostKey(uuid) ?? null) : null;
    rememberRoom({ uuid, path, ...known, hostKey, seenAtMs: Date.now() });
  }

  watch(isHost, (is) => note({ isHost: is }));

  return {
    attachRemembering(seat: ResponseOf<"connect">, signalling: Pick<Signalling, "onRoom">): void {
      // The list is read by this device's clock, which may be wrong.
      const aheadMs = Date.now() - Date.parse(seat.serverTime);
      const hostKey = readHostKey(uuid);
      // The role must outlive the list.
      if (hostKey !== undefined) writeHostKey(uuid, hostKey);
      note({ isHost: seat.role === "host", expiresAtMs: Date.parse(seat.expiresAt) + aheadMs });
      signalling.onRoom(({ expiresAtMs }) => expiresAtMs && note({ expiresAtMs: expiresAtMs + aheadMs }), { signal });
    },
    forgetEnded(reason: DeadEndReason): void {
      if (ends.has(reason)) forgetRoom(uuid);
    },
  };
}
