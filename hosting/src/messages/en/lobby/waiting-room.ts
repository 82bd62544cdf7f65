import type { WaitingRoomMessages } from "../../types/lobby/waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Ask to join",
  asking: "Asking…",
  asked: "The host has been asked. You come in as soon as they admit you. Until then nobody here sees or hears you.",
  hostAway: "Perhaps the host is not in the call right now. You stay in line.",
  cancel: "Cancel",
};
