import type { WaitingRoomMessages } from "../types/waiting-room.ts";
import { count } from "./count.ts";

export const waitingRoom: WaitingRoomMessages = {
  ask: "Um Einlass bitten",
  asking: "Es wird gefragt…",
  asked: "Der Host wurde gefragt. Sie treten ein, sobald man Sie einlässt. Bis dahin sieht und hört Sie hier niemand.",
  hostAway: "Vielleicht ist der Host gerade nicht im Anruf. Sie bleiben in der Reihe.",
  cancel: "Abbrechen",
  wouldLikeToComeIn: (name) => `${name} möchte eintreten`,
  manyWouldLikeToComeIn: (number) => count(number, "Person möchte eintreten", "Personen möchten eintreten"),
  note: "Warteraum",
  admit: "Einlassen",
  admitAll: "Alle einlassen",
  refuse: "Ablehnen",
  admitPerson: (name) => `${name} einlassen`,
  refusePerson: (name) => `${name} ablehnen`,
  look: "Wer ist es?",
  asks: "Bittet um Einlass",
  switchLabel: "Warteraum",
  switchHint: "Neue Personen treten ein, wenn Sie sie einlassen.",
  switchOffHint:
    "Neue Personen treten ein, wenn Sie sie einlassen. Wenn Sie ihn ausschalten, treten alle ein, die warten.",
  deadEnds: {
    refused: {
      status: "Nicht eingelassen",
      title: "Der Host hat Sie nicht eingelassen",
      text: "Sie können in einer Minute erneut fragen, nach einer zweiten Ablehnung erst später. Schneller geht es, wenn Sie dem Host schreiben.",
      action: "Erneut fragen",
    },
  },
};
