// Reads what somebody has pasted to join a room: a link with text around it, a part of one, or a
// room's UUID. Pure.
import { parseRoomLink, type RoomLink } from "../call/sealing/room-link.ts";
import { findRoom } from "./mend-address.ts";

export type ReadLink =
  | { readonly kind: "room"; readonly link: RoomLink }
  /** A link of another site, where this one cannot lead without saying so. */
  | { readonly kind: "elsewhere"; readonly host: string; readonly url: string }
  /** The room is there; the key, or a part of it, is not. */
  | { readonly kind: "cut" }
  | { readonly kind: "none" };

/** What stands right before the path. Of the slashes one is left. */
const hostBefore = /(?:(https?):\/)?(?:[^\s/@]*@)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?::\d{1,5})?)$/iu;

function findSite(before: string): URL | null {
  const [, scheme, host = ""] = hostBefore.exec(before) ?? [];
  // A word before a path is no host.
  if (host === "" || (scheme === undefined && !/[.:]/.test(host))) return null;
  try {
    return new URL(`${scheme?.toLowerCase() ?? "https"}://${host}`);
  } catch {
    return null;
  }
}

/** `ownHost` is like location.host. */
export function readLink(text: string, ownHost: string): ReadLink {
  const found = findRoom(text, { mayBeBare: true });
  const link = found && parseRoomLink(found.address);
  if (found === null || link === null) return { kind: "none" };
  if (link === "incomplete" || (link.key === null && found.hasFragment)) return { kind: "cut" };
  const site = findSite(found.before);
  if (site === null || site.host === ownHost.toLowerCase()) return { kind: "room", link };
  return { kind: "elsewhere", host: site.host, url: site.origin + found.address.pathname + found.address.hash };
}
