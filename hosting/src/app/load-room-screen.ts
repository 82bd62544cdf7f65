// The room's screen is loaded separately: the start screen needs none of it.

export function loadRoomScreen() {
  return import("./RoomView.vue");
}
