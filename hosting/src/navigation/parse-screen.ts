// Derives the screen from an address. Pure.
import { formatRoomLink, parseRoomLink, type RoomLink } from "../call/sealing/room-link.ts";
import { isEmbedPath, toRoomPath } from "./embed-address.ts";
import { mendAddress, type Address } from "./mend-address.ts";

export type Screen =
  | { readonly name: "start" }
  /** `isNew`: just created by this page, so nothing needs to be looked up. */
  | { readonly name: "room"; readonly link: RoomLink; readonly path: string; readonly isNew: boolean }
  /** What this device can do. No part of a visit. */
  | { readonly name: "check" }
  /** Start was pressed in a browser that cannot make calls. No address leads here. */
  | { readonly name: "unsupported" }
  /** A room whose key is not whole. */
  | { readonly name: "incomplete" }
  | { readonly name: "missing" };

export function parseScreen(location: Address): Screen {
  const { pathname, search = "", hash } = location;
  const isEmbedded = isEmbedPath(pathname);
  // What is written after the "?" of a frame is not a part of the link.
  const link = parseRoomLink(mendAddress(isEmbedded ? { pathname: toRoomPath(pathname), hash } : location));
  if (link === "incomplete") return { name: "incomplete" };
  if (link !== null) {
    const path = formatRoomLink(link);
    const framed = path.replace("/r/", "/embed/").replace(/(?=#|$)/, search);
    return { name: "room", link, path: isEmbedded ? framed : path, isNew: false };
  }
  if (pathname === "/check") return { name: "check" };
  return location.pathname === "/" || location.pathname === "/index.html" ? { name: "start" } : { name: "missing" };
}
