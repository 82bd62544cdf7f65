// Derives the screen from an address. Pure.
import { formatRoomLink, parseRoomLink, type RoomLink } from "../call/sealing/room-link.ts";

export type Screen =
  | { readonly name: "start" }
  /** `isNew`: just created by this page, so nothing needs to be looked up. */
  | { readonly name: "room"; readonly link: RoomLink; readonly path: string; readonly isNew: boolean }
  | { readonly name: "missing" };

export function parseScreen(location: { pathname: string; hash: string }): Screen {
  if (location.pathname === "/" || location.pathname === "/index.html") return { name: "start" };
  const link = parseRoomLink(location);
  return link === null ? { name: "missing" } : { name: "room", link, path: formatRoomLink(link), isNew: false };
}
