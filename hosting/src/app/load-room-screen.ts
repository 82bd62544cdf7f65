// The room's screen and its texts are loaded separately: the start screen needs none of them.
import { withRoomMessages } from "../messages/useLanguage.ts";

export function loadRoomScreen() {
  return withRoomMessages(import("./RoomView.vue"));
}
