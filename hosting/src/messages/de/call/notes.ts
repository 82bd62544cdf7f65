import type { notes as english } from "../../en/call/notes.ts";

export const notes: typeof english = {
  locked: "Der Raum ist gesperrt: Niemand Neues kann eintreten.",
  soundOn: "Ton einschalten",
  soundRefused: "Der Browser hat den Ton blockiert.",
  newcomers: (names) =>
    `Nach Ihrem Vergleich des Sicherheitscodes eingetreten: ${names}. Für die anderen hat sich nichts geändert.`,
  compare: "Vergleichen",
  notNow: "Nicht jetzt",
  signallingLost:
    "Der Server ist nicht erreichbar. Der Anruf geht weiter. Neue können eintreten, wenn er wieder da ist.",
  seatLost:
    "Die Verbindung zum Raum ist verloren. Der Anruf geht weiter, und diese Seite bittet weiter um Ihren Platz. Bis dahin erreicht Sie niemand Neues.",
  askForSeat: "Jetzt bitten",
  sharing: "Alle hier sehen Ihren Bildschirm.",
  stopShort: "Beenden",
  mutedSpeech: "Ihr Mikrofon ist aus. Falls Sie sprechen, hört Sie niemand.",
};
