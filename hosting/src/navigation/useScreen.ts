// The screen follows the address bar: going back leaves, a pasted link is a visit, an unknown path
// is a dead end.
import { shallowReadonly, shallowRef } from "vue";
import { formatRoomLink, type RoomLink } from "../call/sealing/room-link.ts";
import { isEmbedded } from "./embed-address.ts";
import { readMoveCode } from "./move-code.ts";
import { parseScreen, type Screen } from "./parse-screen.ts";

export type { RoomLink };

let moveCode: string | null = null;
const screen = shallowRef<Screen>(readScreen());

/** A link that arrived damaged is put right in the address bar: it will be copied from there. */
function readScreen(): Screen {
  const read = parseScreen(window.location);
  const { pathname, search, hash } = window.location;
  // It must not stay in the address bar: the next lines put the room's plain link there.
  moveCode = readMoveCode(hash) ?? moveCode;
  if (read.name === "room" && read.path !== pathname + search + hash) {
    try {
      history.replaceState(history.state, "", read.path);
    } catch {
      // Too many in a short time (Safari). The room opens all the same.
    }
  }
  return read;
}

window.addEventListener("popstate", () => {
  const next = readScreen();
  const current = screen.value;
  if (next.name === "room" && current.name === "room" && next.path === current.path) return;
  screen.value = next;
});

/** `isNew`: just created by this page. */
function openRoom(link: RoomLink, { isNew = false } = {}): void {
  const path = formatRoomLink(link);
  // The state goes along: values may be kept in it.
  history.pushState(history.state, "", path);
  screen.value = { name: "room", link, path, isNew };
}

function goToStart(): void {
  // Only a room is shown inside another site.
  if (isEmbedded) return void window.open("/", "_blank", "noopener");
  history.pushState(history.state, "", "/");
  screen.value = { name: "start" };
}

/** The address stays: another browser can be opened with it. */
function showUnsupported(): void {
  screen.value = { name: "unsupported" };
}

/** The code of a move that this page was opened with. It is given once. */
export function takeMoveCode(): string | null {
  const code = moveCode;
  moveCode = null;
  return code;
}

export function useScreen() {
  return { screen: shallowReadonly(screen), openRoom, goToStart, showUnsupported };
}
