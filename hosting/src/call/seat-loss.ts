// Whether a lost seat ends the call. Nobody has ended the seat, so a call in which somebody is goes
// on. Without an answer of the server, nothing is known.
import type { CallEnd } from "./call.ts";
import type { SeatLoss } from "../signalling/signalling.ts";

/** `others`: how many are in the call, silent ones too. */
export function judgeSeatLoss(loss: SeatLoss | null, others: number): CallEnd | null {
  return loss === null || loss === "unanswered" || others > 0 ? null : loss;
}
