import type { RequestMessages } from "../../types/call/requests.ts";

export const requests: RequestMessages = {
  mute: "Silenciar",
  muteAll: "Silenciar a todos",
  askToSpeak: "Pedir que hable",
  lowerHand: "Bajar la mano",
  muted: (host) => `${host} te ha silenciado. Puedes volver a activar el micrófono.`,
  speak: (host) => `${host} te pide que hables.`,
  turnOn: "Activar el micrófono",
  notNow: "Ahora no",
};
