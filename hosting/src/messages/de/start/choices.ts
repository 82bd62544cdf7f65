import type { StartChoiceMessages } from "../../types/start/choices.ts";
import { recent } from "./recent.ts";

export const startChoices: StartChoiceMessages = {
  label: "Andere Wege zum Meeting",
  join: {
    label: "Mit einem Link eintreten",
    placeholder: "Link einfügen",
    submit: "Eintreten",
    looking: "Wird gesucht…",
    empty: "Fügen Sie den Link ein, den Sie bekommen haben.",
    none: "In diesem Text ist kein Link zu einem Meeting. Kopieren Sie den ganzen Link und fügen Sie ihn hier ein.",
    cut: "Dieser Link ist abgeschnitten: Sein Ende nach dem # fehlt oder ist zu kurz. Kopieren Sie den ganzen Link, oder bitten Sie noch einmal darum.",
    elsewhere: "Dieser Link gehört zu einer anderen Seite.",
    openElsewhere: (host) => `Auf ${host} öffnen`,
  },
  room: {
    heading: "Mehr",
    chosen: {
      password: "Passwort",
      seats: (count) => `bis zu ${count} Personen`,
      waiting: "Warteraum",
    },
    password: "Passwort",
    passwordHint: "Andere müssen es eingeben. Senden Sie es getrennt vom Link.",
    seats: "Höchstzahl der Personen im Raum",
    seatsHint: "Mehr als acht können für Handys zu viel sein.",
    waitingRoom: "Warteraum",
    waitingRoomHint: "Andere kommen herein, wenn Sie sie einlassen.",
  },
  footer: {
    label: "Über diese Seite",
    source: "Quellcode",
    documentation: "Dokumentation",
    privacy: "Datenschutz",
    security: "Sicherheit",
  },
  recent,
};
