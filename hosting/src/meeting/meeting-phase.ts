// The phases of a visit to a room, and the phase that a failure leads to. Pure functions: the parts
// of a visit act on them.
import { isApiFailure, toProblem, type Problem } from "../popups/problem.ts";

export type DeadEndReason =
  | "expired"
  | "ended"
  | "erased"
  | "refused"
  | "not-found"
  | "incomplete-link"
  | "full"
  | "already-connected"
  | "moved"
  | "move-used"
  | "locked"
  | "removed"
  | "lost"
  | "left"
  | "unsupported"
  | "insecure";

export interface RoomInfo {
  readonly isProtected: boolean;
  /** Whether the server asks for a proof of the link's key. */
  readonly hasLinkProof: boolean;
  /** Whether a host has to admit everybody. */
  readonly hasWaitingRoom: boolean;
  /** The number of participants that have entered. */
  readonly participants: number;
}

export type PasswordProblem = "missing" | "wrong";

/** "password": waits for one. "failed": a popup says so, and Connect or Retry tries again. */
export type LobbyStep = "checking" | "password" | "connecting" | "ready" | "failed";

export type Phase =
  | { readonly name: "lobby"; readonly step: LobbyStep }
  | { readonly name: "call" }
  | { readonly name: "ended"; readonly reason: DeadEndReason };

export type Failure =
  | { readonly kind: "dead-end"; readonly reason: DeadEndReason }
  | { readonly kind: "password"; readonly problem: PasswordProblem }
  | { readonly kind: "popup"; readonly problem: Problem };

/**
 * Where a refused request leads: to a page of its own, to the password field, or to a popup. A
 * password is wrong only if one was given.
 */
export function failureOf(error: unknown, hadPassword: boolean): Failure {
  const code = isApiFailure(error) ? error.code : null;
  switch (code) {
    case "room-expired":
      return { kind: "dead-end", reason: "expired" };
    case "room-not-found":
      return { kind: "dead-end", reason: "not-found" };
    case "wrong-link":
      return { kind: "dead-end", reason: "incomplete-link" };
    case "room-full":
      return { kind: "dead-end", reason: "full" };
    case "removed":
      return { kind: "dead-end", reason: "removed" };
    case "refused":
      return { kind: "dead-end", reason: "refused" };
    case "room-locked":
      return { kind: "dead-end", reason: "locked" };
    case "already-connected":
      return { kind: "dead-end", reason: "already-connected" };
    case "wrong-password":
      return { kind: "password", problem: hadPassword ? "wrong" : "missing" };
    default:
      return { kind: "popup", problem: toProblem(error, "connect-failed") };
  }
}

/**
 * What a person can do at a dead end, besides a new meeting: visit again, with or without taking
 * over the seat, or open the link in another browser or with https. The last two are instead of a
 * new meeting: it would end at the same page.
 */
export function wayOut(reason: DeadEndReason): "again" | "take-over" | "elsewhere" | "https" | null {
  switch (reason) {
    case "full":
    case "refused":
    case "locked":
    case "lost":
    case "left":
    case "move-used":
      return "again";
    case "already-connected":
    case "moved":
      return "take-over";
    case "expired":
    case "ended":
    case "erased":
    case "not-found":
    case "incomplete-link":
    case "removed":
      return null;
    case "unsupported":
      return "elsewhere";
    case "insecure":
      return "https";
  }
  return reason satisfies never;
}
