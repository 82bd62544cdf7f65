// What the server's answer says about a seat that was asked for again. Whatever is no such answer
// (none, an error of the server, too many requests) says nothing about the seat.
import type { ErrorCode } from "@meetogram/contract";
import type { EndOfSeat, SeatLoss } from "../signalling.ts";

export type Refusal =
  /** Somebody has ended the seat. */
  | { readonly kind: "ended"; readonly reason: EndOfSeat }
  /** The seat is not had for now, and nobody has ended it. */
  | { readonly kind: "withheld"; readonly loss: SeatLoss };

const ended: Partial<Record<ErrorCode, EndOfSeat>> = {
  removed: "removed",
  refused: "refused",
  "already-connected": "moved",
};

/** A room that is not found may have been erased, or the server has lost its data: "lost". */
const withheld: Partial<Record<ErrorCode, SeatLoss>> = {
  "room-full": "full",
  "room-locked": "locked",
  "room-expired": "expired",
  "room-not-found": "lost",
  "wrong-link": "lost",
  "wrong-password": "lost",
  "invalid-request": "lost",
};

export function readRefusal(error: unknown): Refusal | null {
  const code = (error as { code?: ErrorCode } | null)?.code ?? "internal";
  const reason = ended[code];
  if (reason !== undefined) return { kind: "ended", reason };
  const loss = withheld[code];
  return loss === undefined ? null : { kind: "withheld", loss };
}
