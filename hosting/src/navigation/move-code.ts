// A link that also carries the code of a move to another device: /r/{uuid}#{key}.{code}. Without
// the code it is the room's link, and a page that knows no moves opens that.
import { formatRoomLink, type RoomLink } from "../call/sealing/room-link.ts";

/** Both are 16 bytes as base64url. */
const pattern = /^#[\w-]{22}\.([\w-]{22})$/;

export function readMoveCode(hash: string): string | null {
  return pattern.exec(hash)?.[1] ?? null;
}

export function formatMoveLink(link: RoomLink, code: string, origin: string): string {
  return `${formatRoomLink(link, origin)}.${code}`;
}
