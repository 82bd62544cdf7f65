import type { RequestMessages } from "../../types/call/requests.ts";

export const requests: RequestMessages = {
  mute: "Stummschalten",
  muteAll: "Alle stummschalten",
  askToSpeak: "Um Wortmeldung bitten",
  lowerHand: "Hand senken",
  muted: (host) => `${host} hat Sie stummgeschaltet. Sie können das Mikrofon wieder einschalten.`,
  speak: (host) => `${host} bittet Sie zu sprechen.`,
  turnOn: "Mikrofon einschalten",
  notNow: "Nicht jetzt",
};
