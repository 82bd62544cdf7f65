// The room's screen is fetched apart from the start screen, which needs none of it.

export function loadRoomScreen() {
  return import("./RoomView.vue");
}
