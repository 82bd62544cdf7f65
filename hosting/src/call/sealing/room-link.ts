// A room's link, /r/{uuid}#{key}. The fragment never leaves the browser: everybody with the link
// has the key, the server does not.
import { uuidPattern } from "@meetogram/contract/uuid";
import { decodeBase64url, encodeBase64url } from "../../platform/base64url.ts";

const keyBytes = 16;

export interface RoomLink {
  readonly uuid: string;
  /** Null for a link without a key: the server can then derive the key that seals signals. */
  readonly key: Uint8Array<ArrayBuffer> | null;
}

/**
 * Null when the address does not belong to a room. "incomplete" when a part of the key is missing:
 * with another key the room would only look empty.
 */
export function parseRoomLink(location: { pathname: string; hash: string }): RoomLink | "incomplete" | null {
  const [, written = ""] = /^\/r\/([^/]+)\/?$/.exec(location.pathname) ?? [];
  if (!uuidPattern.test(written)) return null;
  const uuid = written.toLowerCase();
  const text = location.hash.replace(/^#/, "");
  if (text === "") return { uuid, key: null };
  const key = decodeBase64url(text);
  // The last of 22 characters holds two bits of the key and four zeros. Other text rarely ends so.
  const isWhole = key?.length === keyBytes && encodeBase64url(key) === text;
  return isWhole ? { uuid, key } : "incomplete";
}

export function createRoomKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(keyBytes));
}

/** The path and the fragment. With `origin`: the whole link, to send to others. */
export function formatRoomLink(link: RoomLink, origin = ""): string {
  return `${origin}/r/${link.uuid}${link.key === null ? "" : `#${encodeBase64url(link.key)}`}`;
}
