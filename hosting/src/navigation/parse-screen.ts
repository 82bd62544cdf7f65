// Derives the screen from an address. Pure.
import { formatRoomLink, parseRoomLink, type RoomLink } from "../call/sealing/room-link.ts";
import { mendAddress, type Address } from "./mend-address.ts";

export type Screen =
  | { readonly name: "start" }
  /** `isNew`: just created by this page, so nothing needs to be looked up. */
  | { readonly name: "room"; readonly link: RoomLink; readonly path: string; readonly isNew: boolean }
  /** A room whose key is not whole. */
  | { readonly name: "incomplete" }
  | { readonly name: "missing" };

export function parseScreen(location: Address): Screen {
  const link = parseRoomLink(mendAddress(location));
  if (link === "incomplete") return { name: "incomplete" };
  if (link !== null) return { name: "room", link, path: formatRoomLink(link), isNew: false };
  return location.pathname === "/" || location.pathname === "/index.html" ? { name: "start" } : { name: "missing" };
}
