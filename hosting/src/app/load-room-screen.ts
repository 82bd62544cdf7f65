// The room's screen and its texts are loaded separately: the start screen needs none of them.
import { loadRoomMessages } from "../messages/useLanguage.ts";

/** What is shown with the texts of the room waits for both, which load in parallel. */
export async function withRoomMessages<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  const [loaded] = await Promise.all([loading, loadRoomMessages()]);
  return loaded;
}

export function loadRoomScreen() {
  return withRoomMessages(import("./RoomView.vue"));
}
