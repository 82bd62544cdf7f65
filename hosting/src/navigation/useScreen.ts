// The screen follows the address bar: going back leaves, a pasted link is a visit, an unknown path
// is a dead end.
import { shallowReadonly, shallowRef } from "vue";
import { formatRoomLink, type RoomLink } from "../call/sealing/room-link.ts";
import { parseScreen, type Screen } from "./parse-screen.ts";

export type { RoomLink };

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
  screen.value = { name: "start" };
}

export function useScreen() {
  return { screen: shallowReadonly(screen), openNewRoom, goToStart };
}
