// A room's link, /r/{uuid}#{key}. The fragment never leaves the browser: everybody with the link
// has the key, the server does not.
import { RoomUUID } from "@meetogram/contract";
import * as v from "valibot";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";

const keyBytes = 16;

export interface RoomLink {
  readonly uuid: string;
  /**
   * Null for a link without a complete key. Signals are then sealed with a key that the server can
   * derive too.
   */
  readonly key: Uint8Array<ArrayBuffer> | null;
}

/** Null when the address does not belong to a room. */
export function parseRoomLink(location: { pathname: string; hash: string }): RoomLink | null {
  const match = /^\/r\/([^/]+)\/?$/.exec(location.pathname);
  const uuid = v.safeParse(RoomUUID, match?.[1]);
  if (!uuid.success) return null;
  const key = decodeBase64url(location.hash.replace(/^#/, ""));
  return { uuid: uuid.output, key: key?.length === keyBytes ? key : null };
}

export function createRoomKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(keyBytes));
}

/** The path and the fragment. With `origin`: the whole link, to send to others. */
export function formatRoomLink(link: RoomLink, origin = ""): string {
  return `${origin}/r/${link.uuid}${link.key === null ? "" : `#${encodeBase64url(link.key)}`}`;
}
