// Seats on their way to another device. What that device needs is sealed: the server keeps it for
// two minutes and cannot read it. Of the ticket it keeps a hash, so that nobody finds one stored.
import { createHash } from "node:crypto";
import { limits } from "@meetogram/contract";
import * as v from "valibot";
import { Timestamp } from "../firestore/timestamp.ts";

/** By participantID. */
export const Moves = v.record(
  v.string(),
  v.object({ ticketHash: v.string(), sealed: v.string(), until: v.instance(Timestamp) }),
);
export type Moves = v.InferOutput<typeof Moves>;

function hashTicket(ticket: string): string {
  return createHash("sha256").update(`move ${ticket}`).digest("base64url");
}

function dropExpired(moves: Moves, nowMs: number): [string, Moves[string]][] {
  return Object.entries(moves).filter(([, { until }]) => until.toMillis() > nowMs);
}

export function addMove(
  moves: Moves,
  { participantID, ticket, sealed }: { participantID: string; ticket: string; sealed: string },
  nowMs: number,
): Moves {
  const others = dropExpired(moves, nowMs)
    .filter(([id]) => id !== participantID)
    .sort(([, one], [, other]) => one.until.toMillis() - other.until.toMillis())
    .slice(1 - limits.maxMoves);
  const until = Timestamp.fromMillis(nowMs + limits.moveTtlMs);
  return { ...Object.fromEntries(others), [participantID]: { ticketHash: hashTicket(ticket), sealed, until } };
}

/** What was kept for this ticket, and the others. Null when there is none, or not any more. */
export function takeMove(moves: Moves, ticket: string, nowMs: number): { sealed: string; rest: Moves } | null {
  const ticketHash = hashTicket(ticket);
  const kept = dropExpired(moves, nowMs);
  const found = kept.find(([, move]) => move.ticketHash === ticketHash);
  if (found === undefined) return null;
  return { sealed: found[1].sealed, rest: Object.fromEntries(kept.filter((move) => move !== found)) };
}
