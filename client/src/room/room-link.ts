// A room's link: {origin}/r/{uuid}#{key}. Whoever has the link has the key. The server does not.
import { uuidPattern } from "@meetogram/contract/uuid";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { RoomError } from "./room-error.ts";

const keyBytes = 16;
const form = "{origin}/r/{uuid}#{key}";

export interface RoomLink {
  /** Of the site, without a slash at the end: `https://meet.example`. */
  readonly origin: string;
  /** In lower case. */
  readonly uuid: string;
  /**
   * 16 bytes. Null for a link without a key: the server could then derive what seals the signals.
   */
  readonly key: Uint8Array | null;
}

/** Throws a `RoomError` with the code `link-damaged`. A part of a key would open another room. */
export function parseRoomLink(link: string | URL): RoomLink {
  const parsed = URL.canParse(String(link)) ? new URL(link) : null;
  const [, uuid = ""] = /^\/r\/([^/]+)\/?$/.exec(parsed?.pathname ?? "") ?? [];
  if (parsed === null || !uuidPattern.test(uuid)) throw new RoomError("link-damaged", `Not ${form}`);
  const text = parsed.hash.slice(1);
  const key = text === "" ? null : decodeBase64url(text);
  // The last character of a key has four zero bits. Other text of this length rarely ends so.
  const isWhole = key === null ? text === "" : key.length === keyBytes && encodeBase64url(key) === text;
  if (!isWhole) throw new RoomError("link-damaged", `The key is not whole. A link is ${form}`);
  return { origin: parsed.origin, uuid: uuid.toLowerCase(), key };
}

export function formatRoomLink({ origin, uuid, key }: RoomLink): string {
  return `${origin}/r/${uuid}${key === null ? "" : `#${encodeBase64url(key)}`}`;
}

/** 16 random bytes, for the link of a new room. Give its proof to `createRoom`. */
export function createLinkKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(keyBytes));
}
