// The room's waiting room, as this page keeps to it: whom it holds back. The rules hold it on the
// server. Here nothing is sent to somebody held back and nothing is taken from them, and their
// connections are closed. A page that is held back itself connects to nobody.
import { cleanName, limits, type Signal } from "@meetogram/contract";
import type { RoomState, SeatedParticipant } from "../signalling/signalling.ts";
import type { Mesh } from "./mesh/mesh.ts";
import type { Opened } from "./sealing/seal.ts";

/** "unknown": there is a waiting room, and nobody has said yet whether it holds this page back. */
export type Admission = "unknown" | "waiting" | "admitted";

/** Somebody who asks to be admitted. */
export interface Knock {
  readonly participantID: string;
  /** Cleaned. Empty for a participant without a name, or whose name does not open. */
  readonly name: string;
  /** From 1: which one of several with this name. */
  readonly nameNumber: number;
}

export interface WaitingRoom {
  readonly admission: Admission;
  /** For hosts, oldest first. */
  readonly knocks: readonly Knock[];
  handleRoom(room: RoomState): void;
  handleParticipants(seated: readonly SeatedParticipant[]): void;
  handleSignal(from: string, signal: Signal, signer: string): void;
  /** The local participant has entered, or did not get in. */
  review(): void;
}

/**
 * The sender may have been admitted, and this page does not know it yet. Nobody who is held back
 * can write any.
 */
const maxEarlySignals = limits.maxCapacity * 4;

export function createWaitingRoom(options: {
  self: { readonly participantID: string };
  /** What the room said before the call was made. */
  isExpected: boolean;
  hasEntered: () => boolean;
  mesh: () => Pick<Mesh, "handleParticipants" | "handleSignal" | "holdBack" | "numberOf">;
  openName: (participantID: string, sealed: string) => Promise<Opened<string> | null>;
  onAdmission: (admission: Admission) => void;
  onKnocks: () => void;
}): WaitingRoom {
  const { self, mesh } = options;
  let room: Pick<RoomState, "hasWaitingRoom" | "admitted"> = { hasWaitingRoom: options.isExpected, admitted: [] };
  let seated: readonly SeatedParticipant[] = [];
  let admission: Admission = options.isExpected ? "unknown" : "admitted";
  let knocks: readonly Knock[] = [];
  /** The names of those who knock: as sealed, and as opened. Null until then. */
  const names = new Map<string, { readonly sealed: string; name: string | null }>();
  let early: { readonly from: string; readonly signal: Signal; readonly signer: string }[] = [];

  const find = (participantID: string) => seated.find((seat) => seat.participantID === participantID);

  function isLetIn(participantID: string): boolean {
    if (!room.hasWaitingRoom || room.admitted.includes(participantID)) return true;
    const seat = find(participantID);
    return seat !== undefined && (seat.isActive || seat.role === "host");
  }

  function judge(): Admission {
    if (options.hasEntered() || isLetIn(self.participantID)) return "admitted";
    return find(self.participantID) === undefined ? admission : "waiting";
  }

  function review() {
    const judged = judge();
    if (judged !== admission) options.onAdmission((admission = judged));
    const heldBack = seated.filter(({ participantID }) => !isLetIn(participantID));
    mesh().holdBack(heldBack.map(({ participantID }) => participantID));
    mesh().handleParticipants(seated.filter((seat) => !heldBack.includes(seat)));
    const isDue = early.filter(({ from }) => isLetIn(from));
    early = early.filter((kept) => !isDue.includes(kept));
    for (const { from, signal, signer } of isDue) mesh().handleSignal(from, signal, signer);
    reviewKnocks(find(self.participantID)?.role === "host" ? heldBack.filter(({ hasKnocked }) => hasKnocked) : []);
  }

  function reviewKnocks(asking: readonly SeatedParticipant[]) {
    const listed: Knock[] = [];
    for (const { participantID, name: sealed } of asking.toSorted((one, other) => one.seat - other.seat)) {
      if (sealed !== null && names.get(participantID)?.sealed !== sealed) void openName(participantID, sealed);
      const name = sealed === null ? "" : (names.get(participantID)?.name ?? null);
      if (name !== null) listed.push({ participantID, name, nameNumber: mesh().numberOf(participantID, name) });
    }
    if (JSON.stringify(listed) === JSON.stringify(knocks)) return;
    knocks = listed;
    options.onKnocks();
  }

  async function openName(participantID: string, sealed: string) {
    const opening = { sealed, name: names.get(participantID)?.name ?? null };
    names.set(participantID, opening);
    const opened = await options.openName(participantID, sealed);
    opening.name = cleanName(opened?.content ?? "");
    review();
  }

  return {
    get admission() {
      return admission;
    },
    get knocks() {
      return knocks;
    },
    handleRoom(changed) {
      room = changed;
      review();
    },
    handleParticipants(list) {
      seated = list;
      review();
    },
    handleSignal(from, signal, signer) {
      if (isLetIn(from)) return mesh().handleSignal(from, signal, signer);
      early = [...early, { from, signal, signer }].slice(-maxEarlySignals);
    },
    review,
  };
}
