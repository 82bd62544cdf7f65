import type { WaitingRoomMessages } from "../../types/lobby/waiting-room.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Um Einlass bitten",
  asking: "Es wird gefragt…",
  asked: "Der Host wurde gefragt. Sie treten ein, sobald man Sie einlässt. Bis dahin sieht und hört Sie hier niemand.",
  hostAway: "Vielleicht ist der Host gerade nicht im Anruf. Sie bleiben in der Reihe.",
  cancel: "Abbrechen",
};
