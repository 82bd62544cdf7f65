import type { RequestMessages } from "../../types/call/requests.ts";

export const requests: RequestMessages = {
  mute: "Mute",
  muteAll: "Mute everybody",
  askToSpeak: "Ask to speak",
  lowerHand: "Lower hand",
  muted: (host) => `${host} has muted you. You can turn the microphone on again.`,
  speak: (host) => `${host} asks you to speak.`,
  turnOn: "Turn the microphone on",
  notNow: "Not now",
};
