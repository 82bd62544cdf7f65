// From the press on Go to a call that only waits for Connect: asks for a seat, signs in, listens. Firebase is loaded meanwhile and
// never before.
import type { Constraints, ResponseOf } from "@meetogram/contract";
import type { Api } from "../api/client.ts";
import type { Call } from "../call/call.ts";
import type { RoomLink } from "../call/room-link.ts";
import type { LocalMedia } from "../media/local-media.ts";

export interface JoinOptions {
  api: Api;
  link: RoomLink;
  userID: string;
  /** From Session Storage: a reload is the same session, another tab another. */
  session: string;
  constraints: Constraints;
  name: string;
  media: LocalMedia;
  password?: string | undefined;
  hostKey?: string | undefined;
  takeOver?: boolean | undefined;
  signal: AbortSignal;
}

export interface Joined {
  readonly call: Call;
  readonly seat: ResponseOf<"connect">;
}

/** Starts to load what joining will need; to be called as soon as it is likely. */
export declare function preloadSignalling(): void;

/** Rejects with an ApiError, or with the signal's reason once aborted (what was begun is then closed, the seat given up). */
export declare function joinRoom(options: JoinOptions): Promise<Joined>;
