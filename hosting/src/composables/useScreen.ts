// The screen, told from the address alone: going back is leaving, a pasted link is a visit, an unknown path is a dead end.
import { shallowReadonly, shallowRef } from "vue";
import { formatRoomLink, parseRoomLink, type RoomLink } from "../call/room-link.ts";

export type { RoomLink };

export type Screen =
  | { readonly name: "welcome" }
  /** `isNew`: made a moment ago by this page, so nothing about it needs to be asked. */
  | { readonly name: "room"; readonly link: RoomLink; readonly path: string; readonly isNew: boolean }
  | { readonly name: "missing" };

export function parseScreen(location: { pathname: string; hash: string }): Screen {
  if (location.pathname === "/" || location.pathname === "/index.html") return { name: "welcome" };
  const link = parseRoomLink(location);
  return link === null ? { name: "missing" } : { name: "room", link, path: formatRoomLink(link), isNew: false };
}

const screen = shallowRef<Screen>(parseScreen(window.location));

window.addEventListener("popstate", () => {
  const next = parseScreen(window.location);
  const current = screen.value;
  if (next.name === "room" && current.name === "room" && next.path === current.path) return;
  screen.value = next;
});

function openNewRoom(link: RoomLink): void {
  const path = formatRoomLink(link);
  history.pushState(null, "", path);
  screen.value = { name: "room", link, path, isNew: true };
}

function goToStart(): void {
  history.pushState(null, "", "/");
  screen.value = { name: "welcome" };
}

export function useScreen() {
  return { screen: shallowReadonly(screen), openNewRoom, goToStart };
}
