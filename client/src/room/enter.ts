// The writes about the own seat: entering the room, and the lease that keeps the seat.
// docs/signalling.md says under "Documents" when each of them is due.
import { limits, RoomDocument } from "@meetogram/contract";
import { getDocFromServer, serverTimestamp, Timestamp, updateDoc, writeBatch } from "firebase/firestore";
import { parse } from "valibot";
import { constraints } from "./constraints.ts";
import type { Place } from "./place.ts";
import { RoomError } from "./room-error.ts";

/** Only hosts, and whom they have admitted, enter while the waiting room is on. */
export function isHeldBack(room: RoomDocument, participantID: string, role: "host" | "guest"): boolean {
  return room.hasWaitingRoom === true && role === "guest" && room.admitted?.includes(participantID) !== true;
}

/**
 * Marks the seat as entered. Another one may mark the room at the same moment: then the rules
 * refuse one of the two, which reads it again. Rejects with a `RoomError` if a host has to admit.
 */
export async function enter(at: Place, sealedName: string | null): Promise<void> {
  const attempt = async () => {
    const room = parse(RoomDocument, (await getDocFromServer(at.room)).data());
    if (isHeldBack(room, at.participantID, at.role)) throw new RoomError("waiting-room");
    const batch = writeBatch(at.firestore);
    batch.update(at.own, { isActive: true, constraints, name: sealedName, leaseUntil: at.in(limits.leaseMs) });
    const isFirst = room.enteredAt === null;
    if (isFirst) batch.update(at.room, { expireAt: laterExpiry(at, room), enteredAt: serverTimestamp() });
    await batch.commit();
  };
  await attempt().catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    return attempt();
  });
}

/** Rejects if the seat has lapsed. `room` is null as long as it is not known. */
export async function renew(at: Place, room: RoomDocument | null): Promise<void> {
  await updateDoc(at.own, { leaseUntil: at.in(limits.leaseMs) });
  const isNear = room !== null && room.expireAt - at.now() < emptyMs(room) / 2;
  // Two may do this at once. The second write is refused, and nothing is lost.
  if (isNear) await updateDoc(at.room, { expireAt: laterExpiry(at, room) }).catch(() => {});
}

/** "not-found": the own document is gone. */
export function isRefusal(error: unknown): boolean {
  return ["permission-denied", "not-found"].includes((error as { code?: string } | null)?.code ?? "");
}

const emptyMs = ({ emptyMinutes }: RoomDocument) =>
  emptyMinutes === undefined ? limits.emptyRoomMs : emptyMinutes * 60_000;

/** The rules only let it grow. */
function laterExpiry(at: Place, room: RoomDocument): Timestamp {
  return Timestamp.fromMillis(Math.max(at.now() + emptyMs(room), room.expireAt));
}
