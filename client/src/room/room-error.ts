// The only error type of this entry. What the server refuses keeps the code that it gave.
import type { ErrorCode } from "@meetogram/contract";

/**
 * A code of the API, such as `room-full`, `room-not-found`, `wrong-password` (also where one is
 * needed and none was given) and `wrong-link`; or
 * - `network`: no answer has come from the site;
 * - `link-damaged`: the link is no link of a room, or its key is incomplete;
 * - `waiting-room`: a host has to admit guests, and this package does not knock;
 * - `internal`: anything else. `cause` says what.
 */
export type RoomErrorCode = ErrorCode | "network" | "link-damaged" | "waiting-room";

export class RoomError extends Error {
  readonly code: RoomErrorCode;

  /** `cause` is an `ApiError` if the server has refused. It knows how long to wait. */
  constructor(code: RoomErrorCode, message: string = code, cause?: unknown) {
    super(message, { cause });
    this.name = "RoomError";
    this.code = code;
  }
}

/** Knows errors by their name: what is imported later may have its own copy of a class. */
export function toRoomError(error: unknown): RoomError {
  if (error instanceof RoomError) return error;
  const { name, message = String(error), code } = (error ?? {}) as Partial<RoomError>;
  const isOurs = name === "RoomError" || name === "ApiError";
  return new RoomError((isOurs && code) || "internal", message, error);
}
